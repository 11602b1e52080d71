import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A rulebook names the files that belong to it")
struct RulebookFilesTests {
    private static let files = [
        "a.yaml": "settings: {a: 1}", "standards/one.yaml": "settings: {one: 1}",
        "standards/two.yaml": "settings: {two: 2}", "standards/deep/three.yaml": "settings: {three: 3}",
        "tests/one.yaml": "cases: []", ".hidden.yaml": "x: y",
    ]

    @Test(arguments: [
        ("a.yaml", ["a"]), ("./a.yaml", ["a"]), ("[a.yaml, a.yaml]", ["a"]), ("standards/*.yaml", ["one", "two"]),
        ("standards/*o*.yaml", ["one", "two"]), ("standards/t*.yaml", ["two"]), ("'*/one.yaml'", ["one"]),
        ("'*/*/*.yaml'", ["three"]), ("['*.yaml', standards/one.yaml]", ["a", "one"]),
    ])
    func includes(_ patterns: String, names: [String]) throws {
        let files = Self.files.filter { !$0.key.hasPrefix("tests/") && !$0.key.hasPrefix(".") }
        let rulebook = try #require(
            CareDesk.load("rulebook: test\ninclude: \(patterns)", files: files).rulebook)
        #expect(rulebook.settings.map(\.name) == names)
    }

    @Test(arguments: [
        Refusal(
            "include: «b.yaml»",
            .init(
                .unresolvedInclude, message: "there is no file `b.yaml` beside the rulebook",
                help: "did you mean `a.yaml`?")),
        Refusal(
            "include: [a.yaml, «rules/*.yaml»]",
            .init(.unresolvedInclude, message: "no file matches `rules/*.yaml`", help: "")),
        Refusal("include: «standards/*»x", .init(.unresolvedInclude)),
        Refusal(
            "include: «../other.yaml»",
            .init(.unresolvedInclude, message: "there is no file `../other.yaml` beside the rulebook")),
        Refusal("include: «{a: b}»", .init(.wrongKind, message: "`include` must be a text, not a map")),
    ])
    func refuses(_ refusal: Refusal) {
        let marked = refusal.marked.replacing("*»x", with: "*x»")
        CareDesk.expectRootRefusal("rulebook: test\n" + marked, refusal.expected, files: Self.files)
    }

    @Test(arguments: [
        ("currency: EUR", RulebookLoaderCase.header("currency")),
        ("include: a.yaml", RulebookLoaderCase.header("include")),
        ("rulebook: x", RulebookLoaderCase.header("rulebook")),
        ("setings: {}", RulebookLoaderCase.unknown("setings", "did you mean `settings`?")),
        ("[a]", RulebookLoaderCase.kind("a list")), ("text", RulebookLoaderCase.kind("a text")),
    ])
    func anIncludedFileHasNoHeader(_ text: String, expected: RulebookLoaderCase) {
        let (rulebook, diagnostics) = CareDesk.load("rulebook: test\ninclude: part.yaml", files: ["part.yaml": text])
        #expect(rulebook == nil)
        #expect(diagnostics.map(\.code) == [expected.code])
        #expect(diagnostics.map(\.message) == [expected.message])
        #expect(diagnostics.map { $0.help ?? "" } == [expected.help])
        #expect(diagnostics.first?.range.file.name == "part.yaml")
    }

    struct RulebookLoaderCase: Sendable {
        let code: Diagnostic.Code
        let message: String
        let help: String

        static func header(_ key: String) -> Self {
            Self(
                code: .conflictingKeys, message: "`\(key)` stands in the rulebook's first file only",
                help: "move it beside `rulebook:`")
        }

        static func unknown(_ key: String, _ help: String) -> Self {
            Self(code: .unknownKey, message: "an included file has no key `\(key)`", help: help)
        }

        static func kind(_ found: String) -> Self {
            Self(code: .wrongKind, message: "an included file must be a map, not \(found)", help: "")
        }
    }

    @Test func anEmptyIncludedFileIsNothing() {
        let (rulebook, diagnostics) = CareDesk.load(
            "rulebook: test\ninclude: part.yaml", files: ["part.yaml": "# soon"])
        #expect(diagnostics.isEmpty)
        #expect(rulebook?.files.map(\.name) == ["test.yaml", "part.yaml"])
    }

    @Test func remembersTheFilesThatItRead() throws {
        let rulebook = try #require(
            CareDesk.load("rulebook: test\ninclude: standards/*.yaml", files: Self.files).rulebook)
        #expect(rulebook.files.map(\.name) == ["test.yaml", "standards/one.yaml", "standards/two.yaml"])
    }
}
