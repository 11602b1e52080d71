import Foundation
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

    private static func lint(_ text: String) throws -> [Diagnostic] {
        var diagnostics = DiagnosticCollector()
        let files = RulebookFiles(root: SourceFile(name: "test.yaml", text: text))
        let loaded = RulebookLoader.load(files, diagnostics: &diagnostics)
        #expect(diagnostics.sorted.isEmpty, "\(PlainRenderer().render(diagnostics.sorted))")
        return Linter().lint(try #require(loaded))
    }

    @Test("a rulebook, and a standard in it, say how loud a check is")
    func levels() throws {
        let text = """
            rulebook: test
            lint: {missing-owner: error, missing-reason: note}
            actions: {a: }
            standards:
              one: {on: a, require: true, lint: {missing-owner: off}}
              two: {on: a, require: true, lint: {missing-reason: warning}}
            """
        let found = try Self.lint(text).filter { $0.code == .missingOwner || $0.code == .missingReason }
            .map { "\($0.range.text) \($0.code.rawValue) \($0.severity.rawValue)" }
        #expect(found == ["one LT0201 advice", "two LT0201 warning", "two LT0202 error"])
    }

    @Test("a check that is off is not made, unless a standard asks for it")
    func off() throws {
        let text = """
            rulebook: test
            lint: {missing-owner: off}
            actions: {a: }
            standards: {one: {on: a, require: true, lint: {missing-owner: note}}, two: {on: a, require: true}}
            """
        let found = try Self.lint(text).filter { $0.code == .missingOwner }
        #expect(found.map(\.range.text) == ["one"] && found.map(\.severity) == [.advice])
    }

    @Test func refusesNamesThatNoCheckHas() throws {
        let source = MarkedSource(
            """
            rulebook: test
            lint: {«vague-wrod»: off}
            actions: {a: }
            standards: {one: {on: a, require: true, lint: {«spelling»: off}}}
            """)
        let text = source.file.text(in: source.file.wholeRange)
        let found = try Self.lint(text).filter { $0.code == .unknownCheck }
        #expect(found.map(\.range.text) == ["vague-wrod", "spelling"])
        #expect(found.map(\.help).first == "did you mean `vague-word`?")
        #expect(found[1].help?.hasPrefix("known: all-over-maybe-empty, ") == true)
        #expect(found.map(\.severity) == [.error, .error])
    }

    @Test("each check has a name of its own, a test file, and a row in the documentation with its level")
    func checksAreDocumented() throws {
        let page = try String(
            contentsOf: repositoryRoot.appending(path: "Sources/Leeway/Leeway.docc/Articles/LintingARulebook.md"),
            encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.split(separator: "|").count == 3 }
            .map { $0.split(separator: "|").prefix(2).map { $0.filter { !" `".contains($0) } } }
        let checks = rows.filter { ["off", "note", "warning", "error", "byseverity"].contains($0[1]) }
        #expect(checks == Linter.catalog.map { [$0.name, $0.level?.rawValue ?? "byseverity"] })
        for (name, _) in Linter.catalog {
            let type = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            let path = "Tests/WorkbenchTests/Linting/Checks/\(type)Tests.swift"
            #expect(FileManager.default.fileExists(atPath: repositoryRoot.appending(path: path).path), "\(path)")
        }
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
                "LT0207", "LT0210", "LT0211", "LT0206", "LT0201", "LT0202", "LT0401", "LT0201", "LT0202", "LT0101",
            ])
    }
}
