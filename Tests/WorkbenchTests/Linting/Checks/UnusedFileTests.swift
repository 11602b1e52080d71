import RulebookModel
import SourceText
import Testing
import Workbench

@Suite("A file beside the rulebook that nothing includes is found")
struct UnusedFileTests {
    @Test func findsIt() throws {
        var diagnostics = DiagnosticCollector()
        let files = ["a.yaml": "settings: {}", "b.yaml": "settings: {}", "tests/c.yaml": "cases: []"]
        let loaded = RulebookLoader.load(
            RulebookFiles(
                root: SourceFile(name: "rulebook.yaml", text: "rulebook: test\ninclude: a.yaml"),
                others: Dictionary(
                    uniqueKeysWithValues: files.map { ($0.key, SourceFile(name: $0.key, text: $0.value)) })),
            diagnostics: &diagnostics)
        let rulebook = try #require(loaded)
        let found = Linter().lint(rulebook)
        #expect(found.map(\.code) == [.unusedFile])
        #expect(found.map(\.range.place) == ["b.yaml:1:1"])
        #expect(found.map(\.message) == ["nothing in this file counts: it is not included"])
        #expect(found.map(\.severity) == [.warning])
    }
}
