import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

@Suite("A scalar means what YAML 1.2 says, and knows where each of its bytes is written")
struct YAMLScalarTests {
    private func root(_ text: String) throws -> YAMLNode {
        var collector = DiagnosticCollector()
        let document = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text), diagnostics: &collector)
        #expect(collector.sorted.isEmpty, "\(PlainRenderer().render(collector))")
        return try #require(document?.root)
    }

    @Test(
        arguments: [
            ("", .null), ("~", .null), ("null", .null), ("Null", .null), ("nULL", .string), ("true", .bool(true)),
            ("FALSE", .bool(false)), ("tRue", .string), ("no", .string), ("on", .string), ("yes", .string),
            ("off", .string), ("y", .string), ("0", .integer(0)), ("-12", .integer(-12)), ("+7", .integer(7)),
            ("012", .integer(12)), ("0o17", .integer(15)), ("0xfF", .integer(255)), ("0b1", .string), ("0o8", .string),
            ("-0x1", .string), ("1_000", .string), ("9223372036854775807", .integer(.max)),
            ("9223372036854775808", .integer(nil)), ("1.5", .float), ("-.5", .float), ("1.", .float), (".", .string),
            ("1e3", .float), ("1e", .string), ("1.5e-3", .float), (".inf", .float), ("-.INF", .float), (".nan", .float),
            ("-.nan", .string), ("+", .string), ("12:30", .string), ("2026-11-01", .string), ("50 EUR", .string),
            ("5%", .string), ("2026.11.0", .string),
        ] as [(String, YAMLScalar.Core)])
    func resolves(_ text: String, as core: YAMLScalar.Core) throws {
        #expect(try root("a: \(text)").mapping?["a"]?.scalar?.core == core)
        #expect(try root("a: '\(text)'").mapping?["a"]?.scalar?.core == .string)
    }

    /// The word is marked in the source; it must be found again from its place in the text.
    @Test(arguments: [
        "a: x == «w»", "a: 'x == ''«w»'''", "a: \"x \\\"«w»\\\" y\"", "a: \"\\u00e9 \\x41 «w»\"", "a: é ž «w» 😀",
        "a: |\n  x\n   y «w»\n  z\n", "a: >\n  x\n  y «w»\n  z\n", "a: >-\n  x\n\n    «w»\n  z\n",
        "a: x\n  y\n  «w» z\n",
        "a: \"x\n  y\n\n  «w» z\"", "a: 'x\n  y\n  «w» z'", "a: \"x \\\n   «w»\"", "a: \"x\\n«w»\"", "a: |2\n    «w»\n",
        "a: |\r\n  x\r\n  «w»\r\n", "a: |+ # note\n  x\n  «w»\n\n", "- a:\n    - |\n      x\n      «w» y\n",
        "[a, x «w» y]",
        "a: \"\\\"gold\\\" == «w»\"", "a: \"x\ty «w»\"", "a: &b x «w»\nc: *b\n",
    ])
    func places(_ marked: String) throws {
        let source = MarkedSource(marked)
        var collector = DiagnosticCollector()
        let document = try #require(YAMLDocument.parse(source.file, diagnostics: &collector))
        let scalars = document.root.allScalars.filter { $0.text.contains("w") }
        #expect(!scalars.isEmpty)
        for scalar in scalars {
            let utf8 = Array(scalar.text.utf8)
            let index = try #require(utf8.firstIndex(of: UInt8(ascii: "w")))
            #expect(scalar.range(ofUTF8: index..<(index + 1)) == source.marks[0])
        }
    }

    @Test("A range over an escape or a line break covers what is written for it")
    func wideRanges() throws {
        let scalar = try #require(try root("\"a\\u0041b\"").scalar)
        #expect(scalar.text == "aAb")
        #expect(scalar.range(ofUTF8: 1..<2).text == "\\u0041")
        #expect(scalar.range(ofUTF8: 0..<3).text == "a\\u0041b")
        #expect(scalar.range(ofUTF8: 3..<3).lowerBound == 9)
        #expect(scalar.range(ofUTF8: -5..<99).text == "a\\u0041b")
        let folded = try #require(try root("a: x\n  y").mapping?["a"]?.scalar)
        #expect(folded.range(ofUTF8: 0..<3).text == "x\n  y")
    }

    @Test("Behind an alias the node stands at the alias, its text at the anchor")
    func aliases() throws {
        let source = MarkedSource("a: &x «text»\nb: «*x»\n")
        var collector = DiagnosticCollector()
        let root = try #require(YAMLDocument.parse(source.file, diagnostics: &collector)?.root.mapping)
        let node = try #require(root["b"])
        #expect(node.range == source.marks[1])
        #expect(node.scalar?.range == source.marks[0])
    }
}

extension YAMLNode {
    /// All scalars below, keys included, in written order.
    var allScalars: [YAMLScalar] {
        switch content {
        case .scalar(let scalar): [scalar]
        case .sequence(let nodes): nodes.flatMap(\.allScalars)
        case .mapping(let mapping): mapping.entries.flatMap { $0.key.allScalars + $0.value.allScalars }
        }
    }
}
