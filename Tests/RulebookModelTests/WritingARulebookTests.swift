import CEL
import Foundation
import RulebookModel
import SourceText
import TestSupport
import Testing
import YAMLSyntax

@testable import RulebookModel

@Suite("The guide to the language is true")
struct WritingARulebookTests {
    private static func article() throws -> String {
        try String(
            contentsOf: repositoryRoot.appending(path: "Sources/Leeway/Leeway.docc/Articles/WritingARulebook.md"),
            encoding: .utf8)
    }

    /// The fenced YAML blocks, each with the file name in its first line.
    private static func blocks() throws -> [(name: String, text: String)] {
        try article().components(separatedBy: "```yaml\n").dropFirst().map { part in
            let text = part.components(separatedBy: "\n```")[0]
            let first = text.prefix { $0 != "\n" }
            #expect(first.hasPrefix("# "), "a block begins with the name of its file: \(first)")
            return (String(first.dropFirst(2)), text)
        }
    }

    @Test func everyBlockLoads() throws {
        var files = Dictionary(
            uniqueKeysWithValues: try Self.blocks().map { ($0.name, SourceFile(name: $0.name, text: $0.text)) })
        let found = files.removeValue(forKey: "rulebook.yaml")
        let root = try #require(found)
        var diagnostics = DiagnosticCollector()
        let loaded = RulebookLoader.load(RulebookFiles(root: root, others: files), diagnostics: &diagnostics)
        #expect(diagnostics.sorted.isEmpty, "\(PlainRenderer().render(diagnostics.sorted))")
        let rulebook = try #require(loaded)
        #expect(rulebook.files.count == files.count + 1, "every block is included")
        #expect(
            Set(rulebook.standards.map(\.body.name)) == [
                "require", "forbid", "allowance", "timeline", "metric", "manual",
            ])
    }

    @Test func everyTypeIsNamed() throws {
        let article = try Self.article()
        for name in FactType.simple.keys.sorted() { #expect(article.contains("`\(name)`"), "`\(name)`") }
    }

    @Test func everyLimitIsTheOneInForce() throws {
        let article = try Self.article()
        func number(_ value: Int) -> String {
            let digits = Array(String(value))
            return String(
                digits.enumerated().flatMap { index, digit in
                    index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
                })
        }
        let limits: [(String, Int)] = [
            ("levels of a table in `settings`", SettingsReader.tableDepthMax),
            ("rows of a `choose`", ChoiceReader.rowCountMax), ("words of an `enum`", TypeReader.wordCountMax),
            ("levels of `list(…)` and `map(…)`", TypeReader.depthMax),
            ("named patterns that a pattern goes through", PatternReader.nestingMax),
            ("expressions of all phrase sets", PhraseSetReader.expressionCountMax),
            ("ways to say one expression", PhraseExpressionReader.variantCountMax),
            ("words of an expression", PhraseExpressionReader.wordCountMax),
            ("words in a gap", PhraseExpression.gapLengthMax),
            ("kinds of pauses of one clock", PauseReader.pauseCountMax),
            ("events that a pattern stands for", PatternReader.alternativeCountMax),
            ("bytes of a file", YAMLLimits.standard.byteCountMax),
            ("levels of lists and maps in a file", YAMLLimits.standard.depthMax),
            ("bytes of a condition", CELLimits().sourceByteCountMax),
        ]
        for (what, value) in limits { #expect(article.contains("| \(what) | \(number(value)) |"), "\(what)") }
    }
}
