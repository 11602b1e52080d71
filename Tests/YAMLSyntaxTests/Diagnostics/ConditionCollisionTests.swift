import SourceText
import TestSupport
import Testing
import YAMLSyntax

@Suite("A condition that YAML reads otherwise is told so, with the quoted form")
struct ConditionCollisionTests {
    private func expect(
        _ marked: String, _ expected: [ExpectedDiagnostic], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectDiagnostics(marked, expected, sourceLocation: sourceLocation) { file, diagnostics in
            _ = YAMLDocument.parse(file, diagnostics: &diagnostics)
        }
    }

    @Test(
        arguments: [
            ("when: \"gold\" «== tier»", .yamlTextAfterQuote, "'\"gold\" == tier'"),
            ("when: 'gold' «in tiers»", .yamlTextAfterQuote, "'''gold'' in tiers'"),
            ("when: «a ? b : c»", .yamlTernary, "'a ? b : c'"),
            ("all:\n  - «a ? b» : c", .yamlTernary, "'a ? b : c'"),
            ("when: «!event.ok»", .yamlTag, "'!event.ok'"),
            ("when: «!event.ok» == true", .yamlTag, "'!event.ok == true'"),
            ("when: «!»event.ok && b", .yamlTag, "'!event.ok && b'"),
            ("when: «!»event.ok || b", .yamlTag, "'!event.ok || b'"),
            ("when: «!»(a||b)", .yamlTag, "'!(a||b)'"),
            ("all:\n  - «!a»", .yamlTag, "'!a'"),
            ("when: «*»a && b", .yamlReservedStart, "'*a && b'"),
            ("when: «&»a && b", .yamlReservedStart, "'&a && b'"),
            ("when: «%»a", .yamlReservedStart, "'%a'"),
            ("when: «@»a", .yamlReservedStart, "'@a'"),
            ("when: «`»a`", .yamlReservedStart, "'`a`'"),
            ("when: «>» 5", .yamlBlockHeader, "'> 5'"),
            ("when: «>»5", .yamlBlockHeader, "'>5'"),
            ("when: [1, 2]«.exists(x, x > 1)»", .yamlTextAfterBracket, "'[1, 2].exists(x, x > 1)'"),
            ("when: {a: 1}«.a == 1»", .yamlTextAfterBracket, "'{a: 1}.a == 1'"),
            ("when: a«:» b", .yamlColonInText, "'a: b'"),
            ("say: 'I can'«t do it'»", .yamlTextAfterQuote, "''"),
            ("say: \"say \"«hi\" now\"»", .yamlTextAfterQuote, nil),
        ] as [(String, Diagnostic.Code, String?)])
    func isTold(_ marked: String, code: Diagnostic.Code, replacement: String?) {
        expect(marked, [ExpectedDiagnostic(code, replacements: replacement.map { [$0] })])
    }

    @Test(
        "Where it is not certain what belongs to the text, nothing is changed",
        arguments: [
            ("when: \"a\" «== b # note»", .yamlTextAfterQuote),
            ("when: \"a\" «==»\n  b", .yamlTextAfterQuote),
            ("all: [«!a», b]", .yamlTag),
        ] as [(String, Diagnostic.Code)])
    func isCautious(_ marked: String, code: Diagnostic.Code) {
        expect(marked, [ExpectedDiagnostic(code, help: "quote the whole text: '...'", replacements: [])])
    }

    @Test(
        "A text with its fix applied is read without errors",
        arguments: [
            "when: \"gold\" == tier", "when: a ? b : c", "all:\n  - a ? b : c", "when: !a && b", "when: *a && b",
            "when: > 5",
            "when: [1].size()", "say: 'I can't do it'", "a: 1\nb:c\n", "a: \"b\"#c",
        ])
    func fixes(_ text: String) throws {
        let file = SourceFile(name: "test.yaml", text: text)
        var collector = DiagnosticCollector()
        _ = YAMLDocument.parse(file, diagnostics: &collector)
        let fixIt = try #require(collector.sorted.first?.fixIts.first)
        var mended = file.utf8
        mended.replaceSubrange(fixIt.range.lowerBound..<fixIt.range.upperBound, with: Array(fixIt.replacement.utf8))
        var after = DiagnosticCollector()
        let document = YAMLDocument.parse(SourceFile(name: "test.yaml", utf8: mended), diagnostics: &after)
        #expect(document != nil)
        #expect(after.sorted.isEmpty, "\(PlainRenderer().render(after))")
    }

    @Test("A comment that may have cut a condition is known")
    func comments() throws {
        var collector = DiagnosticCollector()
        let file = SourceFile(name: "test.yaml", text: "a: x == #1\nb: x\nc: 'x' # y\nd: x# y\n")
        let root = try #require(YAMLDocument.parse(file, diagnostics: &collector)?.root.mapping)
        #expect(root.entries.map { $0.value.scalar?.followedByComment } == [true, false, true, false])
    }
}
