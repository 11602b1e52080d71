import Foundation
import TestSupport
import Testing

/// A block of a document that shows a terminal: commands behind `$ `, and what they print.
struct TerminalBlock: CustomTestStringConvertible {
    let document: String
    let line: Int
    /// Each command with the lines that it prints; `…` on a line of its own stands for any lines.
    let steps: [(command: String, printed: [String])]

    var testDescription: String { "\(document):\(line)" }

    static func all(in document: String) -> [TerminalBlock] {
        let url = repositoryRoot.appending(path: document)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
        var blocks: [TerminalBlock] = []
        var steps: [(command: String, printed: [String])] = []
        var start: Int?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated()
        {
            if let begun = start {
                if line.hasPrefix("```") {
                    blocks.append(TerminalBlock(document: document, line: begun, steps: steps))
                    start = nil
                } else if line.hasPrefix("$ ") {
                    steps.append((String(line.dropFirst(2)), []))
                } else if !steps.isEmpty {
                    steps[steps.count - 1].printed.append(line)
                }
            } else if line == "```console" {
                start = index + 1
                steps = []
            }
        }
        return blocks
    }
}

@Suite("What the documents show is what happens")
struct ReadmeTests {
    static let documents =
        [
            "README.md", "Examples/quickstart/README.md", "Examples/memory/README.md",
            "Examples/service-standards/README.md",
            "Sources/Leeway/Leeway.docc/Articles/WritingARulebook.md",
            "Sources/Leeway/Leeway.docc/Articles/MakingHandbooks.md",
        ]
        + policyFolders().map { "\($0)/README.md" }

    @Test(arguments: documents.flatMap(TerminalBlock.all))
    func runs(_ block: TerminalBlock) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "leeway-readme-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["Policies", "Examples"] {
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: name), withDestinationURL: repositoryRoot.appending(path: name))
        }
        var status: Int32 = 0
        for step in block.steps where !step.command.hasPrefix("make ") {
            let command = step.command.replacing("$?", with: String(status))
            let run = try runShell(command + " 2>&1", in: folder)
            if step.command != "echo $?" { status = run.status }
            let printed = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(
                Self.matches(Self.trimmed(printed)[...], Self.trimmed(step.printed)[...]),
                "`\(command)` printed:\n\(run.output)")
        }
    }

    @Test("every `make` target that a document names exists")
    func targets() throws {
        let makefile = try String(contentsOf: repositoryRoot.appending(path: "Makefile"), encoding: .utf8)
        for document in Self.documents {
            for block in TerminalBlock.all(in: document) {
                for step in block.steps where step.command.hasPrefix("make ") {
                    let target = step.command.dropFirst(5).prefix { $0 != " " }
                    #expect(makefile.contains("\n\(target):"), "\(document) names `make \(target)`")
                }
            }
        }
    }

    @Test("the Swift that the README shows is the program that a test builds")
    func swift() throws {
        let readme = try String(contentsOf: repositoryRoot.appending(path: "README.md"), encoding: .utf8)
        let source = "Examples/embedding/Sources/DecideAnAction/main.swift"
        let program = try String(contentsOf: repositoryRoot.appending(path: source), encoding: .utf8)
        #expect(readme.contains("```swift\n\(program)```"))
    }

    @Test("the README shows the expression language by the example of its overview, which a test runs")
    func expressions() throws {
        let readme = try String(contentsOf: repositoryRoot.appending(path: "README.md"), encoding: .utf8)
        let overview = try String(
            contentsOf: repositoryRoot.appending(path: "Sources/CEL/CEL.docc/CEL.md"), encoding: .utf8)
        let parts = overview.components(separatedBy: "```")
        let example = try #require(parts.dropFirst().first)
        #expect(example.hasPrefix("swift\n") && readme.contains("```\(example)```"))
    }

    @Test("the README shows something to run")
    func isNotEmpty() { #expect(!TerminalBlock.all(in: "README.md").isEmpty) }

    private static func trimmed(_ lines: [String]) -> [String] {
        var lines = lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// Compares line by line; `…` stands for any number of lines.
    private static func matches(_ printed: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
        guard let first = shown.first else { return printed.isEmpty }
        if first == "…" {
            return (printed.startIndex...printed.endIndex).contains { matches(printed[$0...], shown.dropFirst()) }
        }
        return printed.first == first && matches(printed.dropFirst(), shown.dropFirst())
    }
}
