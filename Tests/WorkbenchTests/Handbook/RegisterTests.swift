import RulebookEngine
import RulebookModel
import SourceText
import Testing
import Workbench

@Suite("The register lists the documents in force")
struct RegisterTests {
    private static func rulebook(_ version: String, from: String, until: String?) throws -> Rulebook {
        let end = until.map { ", until: \($0)" } ?? ""
        let root = """
            rulebook: shop
            version: \(version)
            effective: {from: \(from)\(end)}
            include: [standards/*.yaml]
            events: {hello: }
            """
        let files = [
            "standards/b.yaml": "standards: {b: {on: hello, owner: desk, source: The charter, forbid: 1 == 2}}",
            "standards/a.yaml":
                "standards: {a: {title: Greet, owner: care, severity: critical, source: The charter, on: hello, require: 1 == 1}}",
        ]
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(
            RulebookFiles(
                root: SourceFile(name: "some/where/rulebook.yaml", text: root),
                others: Dictionary(
                    uniqueKeysWithValues: files.map {
                        ($0.key, SourceFile(name: "some/where/\($0.key)", text: $0.value))
                    })),
            diagnostics: &diagnostics)
        #expect(!diagnostics.hasErrors, "\(PlainRenderer().render(diagnostics.sorted))")
        return try #require(rulebook)
    }

    @Test("files with their digests, versions with their periods, standards with owners, and what they carry out")
    func whole() throws {
        var diagnostics = DiagnosticCollector()
        let old = try Self.rulebook("1", from: "2026-01-01", until: "2026-07-01")
        let new = try Self.rulebook("2", from: "2026-07-01", until: nil)
        let versions = CompiledVersions(
            try #require(RulebookVersions([new, old], diagnostics: &diagnostics)))
        let book = try HandbookMaker(versions, version: 1, tests: []).make(.register, role: nil, locale: "en")
        let lines = book.lines
        #expect(book.imprint.map(\.value.plain).contains(new.digest))
        #expect(lines[0] == "1 Documents of this rulebook")
        // printf '%s' 'standards: {b: …}' | sha256sum
        #expect(
            lines[2...4].map { $0.prefix { $0 != ":" } } == [
                "| rulebook.yaml | 0 | – | sha256", "| standards/a.yaml | 1 | care | sha256",
                "| standards/b.yaml | 1 | desk | sha256",
            ])
        #expect(
            lines[4]
                == "| standards/b.yaml | 1 | desk | sha256:4468f26ea00a198a47ab7ed1ed5452d996bf0bf38cbd5377307f86c7b6274943"
        )
        #expect(
            lines.contains("| 1 | from 1 January 2026 through 30 June 2026 | care, desk | \(old.digest)")
                && lines.contains("| 2 (this book) | from 1 July 2026 | care, desk | \(new.digest)"))
        #expect(lines.contains("| a | Greet | critical | care | from 1 July 2026"))
        #expect(lines.contains("| b | b | major | desk | from 1 July 2026"))
        #expect(lines.contains("| The charter | a, b"))
    }
}
