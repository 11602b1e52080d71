import SourceText
import TestSupport
import Testing
import YAMLSyntax

@Suite("Hostile input is refused with the stated code, soon")
struct HostileInputTests {
    /// A text that is made only when its test runs.
    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let codes: [Diagnostic.Code]
        let make: @Sendable () -> [UInt8]

        init(_ name: String, _ codes: Diagnostic.Code..., make: @escaping @Sendable () -> String) {
            self.init(name, codes: codes) { Array(make().utf8) }
        }

        init(_ name: String, codes: [Diagnostic.Code], make: @escaping @Sendable () -> [UInt8]) {
            testDescription = name
            self.codes = codes
            self.make = make
        }
    }

    static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    /// Ten levels of ten aliases each: ten thousand million texts.
    static func bomb(levels: Int, width: Int) -> String {
        var text = "a0: &a0 [" + times(width, "x,") + "]\n"
        for level in 1..<levels { text += "a\(level): &a\(level) [" + times(width, "*a\(level - 1),") + "]\n" }
        return text
    }

    static let attacks: [Attack] = [
        Attack("billion laughs", .yamlAliasExpansion) { bomb(levels: 10, width: 10) },
        Attack("a long text by many aliases", .yamlAliasExpansion) {
            "a: &a '\(times(100_000, "x"))'\nb: [\(times(200, "*a,"))]\n"
        },
        Attack("nesting through aliases", .yamlTooDeep) {
            "a0: &a0 " + times(30, "[") + times(30, "]") + "\n"
                + (1..<5).map { "a\($0): &a\($0) \(times(30, "["))*a\($0 - 1)\(times(30, "]"))\n" }.joined()
        },
        Attack("100,000 brackets", .yamlTooDeep) { times(100_000, "[") },
        Attack("100,000 braces", .yamlTooDeep) { times(100_000, "{a: ") },
        Attack("100,000 dashes", .yamlTooDeep) { times(100_000, "- ") },
        Attack("100,000 braces without keys", .yamlComplexKey, .yamlTooDeep) { times(100_000, "{") },
        Attack("100,000 keys in brackets", .yamlComplexKey, .yamlTooDeep) { times(100_000, "[? ") },
        Attack("nesting by indentation", .yamlTooDeep) { (0..<500).map { times($0, " ") + "a:\n" }.joined() },
        Attack("deep but allowed") { times(64, "[") + times(64, "]") },
        Attack("one too deep", .yamlTooDeep) { times(65, "[") + times(65, "]") },
        Attack("a megabyte of question marks") { times(1 << 20, "?") },
        Attack("many anchors") { times(50_000, "- &a x\n") },
        Attack("many different anchors, one unknown alias", .yamlUnknownAnchor) {
            (0..<20_000).map { "- &a\($0) x\n" }.joined() + "- *b\n"
        },
        Attack("a scalar over the limit", .yamlScalarTooLong) { "a: " + times((1 << 20) + 1, "x") },
        Attack("a quoted scalar over the limit", .yamlScalarTooLong) { "a: '" + times((1 << 20) + 1, "x") + "'" },
        Attack("an open quote over half a megabyte", .yamlUnclosedQuote) { "a: '" + times(1 << 18, "x\n ") },
        Attack("a text over the limit", .yamlTextTooLong) { times((8 << 20) + 1, "x") },
        Attack("a key over libyaml's limit", .yamlNotAKey) { times(2000, "k") + ": 1\nb: 2\n" },
        Attack("a megabyte of line breaks") { times(1 << 20, "\n") },
        Attack("a megabyte of carriage returns") { times(1 << 20, "\r") },
        Attack("UTF-16 with mark", codes: [.yamlWideEncoding]) { [0xFF, 0xFE, 0x61, 0, 0x3A, 0] },
        Attack("UTF-16 without mark", codes: [.yamlWideEncoding]) { [0x61, 0, 0x3A, 0, 0x20, 0] },
        Attack("UTF-16, high byte first", codes: [.yamlWideEncoding]) { [0, 0x61, 0, 0x3A] },
        Attack("UTF-32", codes: [.yamlWideEncoding]) { [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0] },
        Attack("wrong UTF-8", codes: [.yamlInvalidUTF8]) { Array("a: b".utf8) + [0xC3, 0x28] },
        Attack("overlong UTF-8", codes: [.yamlInvalidUTF8]) { Array("a: ".utf8) + [0xC0, 0x80] },
        Attack("surrogates in UTF-8", codes: [.yamlInvalidUTF8]) { Array("a: ".utf8) + [0xED, 0xA0, 0x80] },
        Attack("cut UTF-8", codes: [.yamlInvalidUTF8]) { Array("a: ".utf8) + [0xE2, 0x82] },
        Attack("a zero byte", codes: [.yamlForbiddenCharacter]) { Array("a: b".utf8) + [0] + Array("c".utf8) },
        Attack("an escape sequence for terminals", .yamlForbiddenCharacter) { "a: \u{1B}b" },
        Attack("a cycle", .yamlCyclicAlias) { "a: &a\n  b: *a\n" },
        Attack("only a mark") { "\u{FEFF}" },
        Attack("nothing") { "" },
    ]

    @Test(arguments: attacks)
    func isRefused(_ attack: Attack) {
        let file = SourceFile(name: "hostile.yaml", utf8: attack.make())
        var collector = DiagnosticCollector()
        let duration = processorTime { _ = YAMLDocument.parse(file, diagnostics: &collector) }.time
        #expect(collector.sorted.map(\.code) == attack.codes)
        #expect(duration < .seconds(1), "even without optimisation")
        // What is shown of it is short, whatever was read.
        #expect(PlainRenderer().render(collector).utf8.count < 2000)
    }

    static let floods: [Attack] = [
        Attack("tags") { "a: [\(times(30_000, "!x y,"))]" },
        Attack("zero bytes") { times(30_000, "\0\n") },
        Attack("text after quotes") { times(5_000, "b: \"x\" y\n") },
        Attack("complex keys") { times(30_000, "? {}\n") },
        Attack("unknown aliases") { "a: [" + times(30_000, "*b,") + "]" },
    ]

    @Test("Tens of thousands of errors are cut off", arguments: floods)
    func manyErrors(_ attack: Attack) {
        let file = SourceFile(name: "hostile.yaml", utf8: attack.make())
        var collector = DiagnosticCollector()
        let duration = processorTime { _ = YAMLDocument.parse(file, diagnostics: &collector) }.time
        #expect(collector.hasErrors)
        #expect(collector.errorCount <= 1000)
        #expect(duration < .seconds(5), "even without optimisation")
    }

    @Test("Words that other readers take for values are texts", arguments: ["no", "NO", "on", "yes", "off", "y", "n"])
    func norway(_ word: String) throws {
        var collector = DiagnosticCollector()
        let document = YAMLDocument.parse(
            SourceFile(name: "test.yaml", text: "\(word): \(word)"), diagnostics: &collector)
        let mapping = try #require(document?.root.mapping)
        #expect(mapping[word]?.scalar?.core == .string)
        #expect(mapping[word]?.kindName == "a text")
        #expect(collector.sorted.isEmpty)
    }

    @Test("Limits are the caller's to choose")
    func limits() {
        var limits = YAMLLimits()
        limits.nodeCountMax = 3
        var collector = DiagnosticCollector()
        let file = SourceFile(name: "test.yaml", text: "[a, b, c]")
        #expect(YAMLDocument.parse(file, limits: limits, diagnostics: &collector) == nil)
        #expect(collector.sorted.map(\.code) == [.yamlTooManyNodes])
        limits.nodeCountMax = 4
        var second = DiagnosticCollector()
        #expect(YAMLDocument.parse(file, limits: limits, diagnostics: &second) != nil)
    }
}
