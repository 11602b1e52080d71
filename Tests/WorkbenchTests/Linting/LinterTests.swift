import RulebookModel
import SourceText
import TestSupport
import Testing
import Workbench

@Suite("The linter tells all that it finds, in the order of the text")
struct LinterTests {
    @Test(arguments: policyFolders())
    func findsNothingInOurOwnPolicies(_ folder: String) throws {
        var files = try yamlFiles(in: folder)
        let found = files.removeValue(forKey: "rulebook.yaml")
        let root = try #require(found)
        var diagnostics = DiagnosticCollector()
        let loaded = RulebookLoader.load(RulebookFiles(root: root, others: files), diagnostics: &diagnostics)
        let rulebook = try #require(loaded)
        let warnings = Linter().lint(rulebook).filter { $0.severity == .warning }
        #expect(warnings.isEmpty, "\(PlainRenderer().render(warnings))")
    }

    @Test func sortsByPlace() throws {
        let text = """
            rulebook: test
            actions: {a: {fields: {n: int, l: list(int)}}}
            standards:
              one: {on: a, require: 'event.l.all(x, x > 1)'}
              two: {on: a, allowance: {sum: event.n, window: each, steps: [{}, {up_to: 1}]}}
            """
        var diagnostics = DiagnosticCollector()
        let files = RulebookFiles(root: SourceFile(name: "test.yaml", text: text))
        let loaded = RulebookLoader.load(files, diagnostics: &diagnostics)
        let rulebook = try #require(loaded)
        #expect(
            Linter().lint(rulebook).map(\.code.rawValue) == [
                "LT0201", "LT0202", "LT0401", "LT0201", "LT0202", "LT0101",
            ])
    }
}
