import Foundation
import Leeway
import TestSupport
import Testing

@Suite("The guide to the linter is true")
struct LintingARulebookTests {
    /// A rulebook that the guide shows, and what the linter says of it where the guide shows that.
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let output: String?

        var testDescription: String { name }
    }

    private static let examples: [Example] = {
        let path = "Sources/Leeway/Leeway.docc/Articles/LintingARulebook.md"
        let page = (try? String(contentsOf: repositoryRoot.appending(path: path), encoding: .utf8)) ?? ""
        return page.components(separatedBy: "```yaml\n").dropFirst().map { part in
            let pieces = part.components(separatedBy: "\n```")
            let rest = pieces.dropFirst().joined(separator: "\n```")
            let output = rest.hasPrefix("\n\n```text\n") ? rest.components(separatedBy: "```text\n")[1] : nil
            return Example(
                name: String(pieces[0].prefix { $0 != "\n" }.dropFirst(2)), text: pieces[0],
                output: output.map { $0.components(separatedBy: "\n```")[0] })
        }
    }()

    @Test(arguments: examples)
    func says(_ example: Example) throws {
        let folder = try TemporaryFolder()
        try folder.write(example.text, to: example.name)
        let run = try LintRun([folder.url.appending(path: example.name).path])
        let text = PlainRenderer().render(run.diagnostics).replacing("\(folder.url.path)/", with: "")
        #expect(text.trimmingCharacters(in: .newlines) == (example.output ?? ""))
    }

    @Test func showsExamples() { #expect(Self.examples.count >= 1) }
}
