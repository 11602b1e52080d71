import SourceText
import TestSupport
import Testing
import YAMLSyntax

@Suite("An error in a YAML text is told once, at its place, and the rest is read on")
struct SyntaxErrorTests {
    private func expect(
        _ marked: String, _ codes: [Diagnostic.Code], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectDiagnostics(marked, codes.map { ExpectedDiagnostic($0) }, sourceLocation: sourceLocation) {
            _ = YAMLDocument.parse($0, diagnostics: &$1)
        }
    }

    @Test(
        arguments: [
            ("a: 1\n«a»: 2", .yamlDuplicateKey),
            ("a: {b: 1, «\"b\"»: 2}", .yamlDuplicateKey),
            ("a: &x {b: 1}\nc:\n  «<<»: *x\n  d: 1", .yamlMergeKey),
            ("a: «!!str» 5", .yamlTag),
            ("a: «!!binary» |\n  abc", .yamlTag),
            ("? «[»a]\n: b", .yamlComplexKey),
            ("«{»a: 1}: b", .yamlComplexKey),
            ("«:» b", .yamlEmptyKey),
            ("a: 1\n«---»\nb: 2", .yamlSecondDocument),
            ("«%YAML 1.1»\n---\na: 1", .yamlDirective),
            ("«%TAG ! tag:a,2000:»\n---\na: 1", .yamlDirective),
            ("«%FOO bar»\n---\na: 1", .yamlDirective),
            ("a: «*b»", .yamlUnknownAnchor),
            ("a: &x [«*x»]", .yamlCyclicAlias),
            ("a: &x {b: {c: «*x»}}", .yamlCyclicAlias),
            ("a: «\"»b\nc: 1", .yamlUnclosedQuote),
            ("a: «\"»b\nc: \"d\"\ne: 1", .yamlUnclosedQuote),
            ("a: «'»b\nc: 'd'\ne: 1", .yamlUnclosedQuote),
            ("a: «[»b, c\nd: 1\ne: 2", .yamlUnclosedBracket),
            ("a: «{»b: c\nd: 1\ne: 2", .yamlUnclosedBracket),
            ("a: «[»b, [c", .yamlUnclosedBracket),
            ("a: 1\nb«:»c\nd: 1", .yamlMissingSpace),
            ("a: 1\n«foo»\nd: 1", .yamlNotAKey),
            ("a:\n«\t»b: 1\nc: 1", .yamlTab),
            ("a: b\n«\t»c: d", .yamlTab),
            ("a:\n  b: 1\n «c: 2»\nd: 3", .yamlIndentation),
            ("a: x\n  «b: 1»\nc: 3", .yamlIndentation),
            ("a: x &&\n  «b ? c : d»\ne: 3", .yamlTernary),
            ("  a: 1\n«b: 2»", .yamlIndentation),
            ("a: [1,\n«2]»", .yamlIndentation),
            ("a: 1\n«-» b\nc: 1", .yamlMixedCollection),
            ("- a\n«b: 1»\n", .yamlMixedCollection),
            ("a: «-» b\n", .yamlListOnKeyLine),
            ("a: [\"b\" «c»]", .yamlMissingComma),
            ("a: \"«\\q»\"", .yamlEscape),
            ("a: «|» text\nb: 1", .yamlBlockHeader),
            ("a: \"b\"«#»c", .yamlComment),
            ("a: «&b:c» d", .yamlAnchorName),
            ("a: [b, «-»]", .yamlReservedStart),
            ("a: {b: [«}»", .yamlMissingValue),
            ("a: b«\u{7}»c", .yamlForbiddenCharacter),
            ("a: b«\u{2028}»c", .yamlForbiddenCharacter),
            ("a: b«\u{FEFF}»c", .yamlForbiddenCharacter),
        ] as [(String, Diagnostic.Code)])
    func isTold(_ marked: String, code: Diagnostic.Code) {
        expect(marked, [code])
    }

    @Test("All errors of a file are told at once, in the order of the file")
    func severalAtOnce() {
        expect(
            """
            standards:
              one:
                when: "gold" «== tier»
                unless: «!»staff && vip
              two:
                when: «c ? d : e»
                title: «'»Two
                owner: care
                «owner»: desk
              three:
                on: «[»a, b
                owner«:»care
                when: "q" «in r»
            """,
            [
                .yamlTextAfterQuote, .yamlTag, .yamlTernary, .yamlUnclosedQuote, .yamlDuplicateKey,
                .yamlUnclosedBracket, .yamlMissingSpace, .yamlTextAfterQuote,
            ])
    }

    @Test("A duplicate names the first")
    func duplicateLabel() throws {
        var collector = DiagnosticCollector()
        let source = MarkedSource("«a»: 1\nb: 2\na: 3")
        _ = YAMLDocument.parse(source.file, diagnostics: &collector)
        let diagnostic = try #require(collector.sorted.first)
        #expect(diagnostic.labels == [Diagnostic.Label(range: source.marks[0], message: "first here")])
        #expect(diagnostic.message == "the key `a` stands in this map twice")
    }

    @Test("What was reported is marked, so that nobody reports it again")
    func broken() throws {
        var collector = DiagnosticCollector()
        let text = "a: \"x\" == y\nb: !z\nc: 1\nd: {<<: 1, e: 2}\nf: *g\n"
        let document = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text), diagnostics: &collector)
        let root = try #require(document?.root.mapping)
        #expect(root.entries.map(\.name) == ["a", "b", "c", "d", "f"])
        #expect(root.entries.map(\.value.isBroken) == [true, true, false, true, true])
        #expect(collector.errorCount == 4)
    }

    @Test("A list item that was reported is marked in its place")
    func brokenItem() throws {
        var collector = DiagnosticCollector()
        let text = "all:\n  - \"a\" == b\n  - c\n  - [d].size()\n"
        let document = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text), diagnostics: &collector)
        #expect(document?.root.mapping?["all"]?.sequence?.map(\.isBroken) == [true, false, true])
        #expect(collector.sorted.map(\.code) == [.yamlTextAfterQuote, .yamlTextAfterBracket])
    }

    @Test("A quote that swallowed keys marks their map")
    func swallowedKeys() throws {
        var collector = DiagnosticCollector()
        let text = "one:\n  when: \"gold\n  title: \"\n  owner: a\n"
        let document = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text), diagnostics: &collector)
        #expect(document?.root.mapping?["one"]?.isBroken == true)
        #expect(collector.sorted.map(\.code) == [.yamlUnclosedQuote])
    }

    @Test("A text with parts that cannot be read has no tree", arguments: ["a: 1\nb:c\nd: 2", "a: 1\n- b\nc: 2"])
    func noTree(_ text: String) {
        var collector = DiagnosticCollector()
        #expect(YAMLDocument.parse(SourceFile(name: "test.yaml", text: text), diagnostics: &collector) == nil)
        #expect(collector.errorCount == 1)
    }

    @Test("Places are right behind a byte order mark, with line ends of all kinds and wide letters")
    func places() {
        expect("\u{FEFF}a: 1\r\nž: š\r\n«ž»: 2\r\n", [.yamlDuplicateKey])
        expect("😀: \"ü\" «== ž»\n", [.yamlTextAfterQuote])
        expect("a: 1\rb: \"ü\" «== ž»\rc: 2\r", [.yamlTextAfterQuote])
    }
}
