import RulebookEngine
import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("Every policy of the repository loads without a word")
struct PolicyFolderTests {
    @Test(arguments: policyFolders())
    func loads(_ folder: String) throws {
        var files = try yamlFiles(in: folder)
        let found = files.removeValue(forKey: "rulebook.yaml")
        let root = try #require(found)
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(RulebookFiles(root: root, others: files), diagnostics: &diagnostics)
        let told = diagnostics.sorted.map { "\($0.range.place): \($0.message)\($0.help.map { " (\($0))" } ?? "")" }
        #expect(told == [])
        let compiled = CompiledRulebook(try #require(rulebook))
        #expect(compiled.rulebook.digest.hasPrefix("sha256:"))
    }
}
