import Foundation
import TestSupport
import Testing

@Suite("Published rules are held to the cases that were worked out by hand")
struct PublishedRuleTests {
    private static let notes = sharedResource("notes/published-standards.md")
    private static let folders = policyFolders().filter { $0.hasPrefix("Policies/published/") }

    /// The texts of a pack: its tests, and what it says of itself.
    private static func texts(of folder: String) throws -> String {
        let root = repositoryRoot.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
        let own = paths.sorted().filter { $0.hasPrefix("tests/") && $0.hasSuffix(".yaml") } + ["README.md"]
        return try own.map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
    }

    @Test("each says where the rule stands, when it was read, how well, and what it lacks", arguments: folders)
    func sources(_ folder: String) throws {
        let readme = try String(contentsOf: repositoryRoot.appending(path: "\(folder)/README.md"), encoding: .utf8)
        for part in ["As of", "Mark", "Not said yet"] {
            #expect(readme.localizedCaseInsensitiveContains(part), "\(folder)/README.md lacks `\(part)`")
        }
        let index = try String(
            contentsOf: repositoryRoot.appending(path: "Policies/published/README.md"), encoding: .utf8)
        #expect(index.contains("](\(folder.dropFirst("Policies/published/".count)))"))
    }

    @Test(
        "every row of the notes is a test, or is named among what is missing",
        .enabled(if: notes != nil, "skipped: the shared notes are absent"))
    func rows() throws {
        let notes = try String(contentsOf: try #require(Self.notes), encoding: .utf8)
        let rows = notes.matches(of: try Regex("(?m)^\\| ([0-9]+[a-z]) \\|", as: (Substring, Substring).self))
            .map { String($0.output.1) }
        let range = try Regex(
            "([0-9]+)([a-z]) to (?:[0-9]+)?([a-z])\\b", as: (Substring, Substring, Substring, Substring).self)
        let row = try Regex("\\b([0-9]+[a-z])\\b", as: (Substring, Substring).self)
        var named: Set<String> = []
        for text in try (Self.folders + ["Policies/published"]).map(Self.texts) {
            named.formUnion(text.matches(of: row).map { String($0.output.1) })
            for match in text.matches(of: range) {
                guard let first = match.output.2.utf8.first, let last = match.output.3.utf8.first, first <= last else {
                    continue
                }
                named.formUnion((first...last).map { "\(match.output.1)\(Character(UnicodeScalar($0)))" })
            }
        }
        #expect(rows.count > 60)
        #expect(rows.filter { !named.contains($0) } == [])
    }
}
