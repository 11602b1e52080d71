import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("The digest names the rulebook's bytes, and nothing else")
struct RulebookDigestTests {
    private func digest(
        root: String = "rulebook.yaml", text: String = "rulebook: test\ninclude: '*/*.yaml'\n",
        files: [(path: String, name: String, text: String)] = [("s/a.yaml", "s/a.yaml", "settings: {a: 1}")]
    ) throws -> String {
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(
            RulebookFiles(
                root: SourceFile(name: root, text: text),
                others: Dictionary(
                    uniqueKeysWithValues: files.map { ($0.path, SourceFile(name: $0.name, text: $0.text)) })),
            diagnostics: &diagnostics)
        #expect(diagnostics.sorted.map(\.message) == [])
        return try #require(rulebook).digest
    }

    @Test func isTheSameWhereverTheFolderLies() throws {
        let here = try digest()
        #expect(here.hasPrefix("sha256:"))
        #expect(here.utf8.count == 7 + 64)
        #expect(try digest() == here)
        for folder in ["a/", "zebra/", "./"] {
            #expect(
                try digest(
                    root: "\(folder)rulebook.yaml",
                    files: [("s/a.yaml", "\(folder)s/a.yaml", "settings: {a: 1}")]) == here)
        }
    }

    @Test func changesWithAnyByteAndAnyName() throws {
        let variants = [
            try digest(), try digest(text: "rulebook: test\ninclude: '*/*.yaml' \n"),
            try digest(files: [("s/a.yaml", "s/a.yaml", "settings: {a: 2}")]),
            try digest(files: [("s/b.yaml", "s/b.yaml", "settings: {a: 1}")]),
            try digest(files: [("s/a.yaml", "", "settings: {a: 1}"), ("t/a.yaml", "", "")]),
        ]
        #expect(Set(variants).count == variants.count)
    }

    @Test func ignoresFilesThatAreNotIncluded() throws {
        #expect(
            try digest()
                == digest(files: [("s/a.yaml", "s/a.yaml", "settings: {a: 1}"), ("b.yaml", "b.yaml", "other: 1")]))
    }

    @Test func ignoresTheOrderOfIncludes() throws {
        let files = [("s/a.yaml", "", "settings: {a: 1}"), ("s/b.yaml", "", "settings: {b: 1}")]
        #expect(
            try digest(text: "rulebook: test\ninclude: [s/a.yaml, s/*.yaml]", files: files)
                != digest(text: "rulebook: test\ninclude: [s/*.yaml, s/a.yaml]", files: files),
            "the root's own bytes differ")
        let whole = try digest(files: files)
        #expect(try digest(files: files.reversed()) == whole)
    }
}
