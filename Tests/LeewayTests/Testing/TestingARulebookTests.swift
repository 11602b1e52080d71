import Foundation
import Leeway
import TestSupport
import Testing

@Suite("The guide to tests is true")
struct TestingARulebookTests {
    /// The fenced YAML blocks of an article, by the name of the file in their first line.
    private static func write(_ article: String, to folder: TemporaryFolder) throws -> Int {
        let text = try String(
            contentsOf: repositoryRoot.appending(path: "Sources/Leeway/Leeway.docc/Articles/\(article).md"),
            encoding: .utf8)
        let blocks = text.components(separatedBy: "```yaml\n").dropFirst()
        for block in blocks {
            let content = block.components(separatedBy: "\n```")[0]
            try folder.write(content, to: String(content.prefix { $0 != "\n" }.dropFirst(2)))
        }
        return blocks.count
    }

    @Test("its tests of the shop that the guide to the language describes pass")
    func passes() throws {
        let folder = try TemporaryFolder()
        _ = try Self.write("WritingARulebook", to: folder)
        let count = try Self.write("TestingARulebook", to: folder)
        let run = try DecisionPoint.test(rulebookAt: folder.url.path)
        #expect(run.files.count == count && count > 2)
        let failed = run.results.filter { !$0.isPassed }
        #expect(failed.isEmpty, "\(failed.map(\.test.title))")
    }
}
