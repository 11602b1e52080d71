import CEL
import Foundation
import TestSupport
import Testing

@Suite("The Swift that the documentation shows is compiled and run")
struct EmbeddingExamplesTests {
    private static let articles = [
        "Sources/CEL/CEL.docc/CEL.md", "Sources/CEL/CEL.docc/Articles/EmbeddingCEL.md",
    ]

    @Test("every block of Swift is a marked part of the examples, and every part is shown")
    func isTheSame() throws {
        let blocks = try Self.articles.flatMap { try Article($0).blocks }.filter { block in
            // A manifest is no code of a program.
            block.language == "swift" && block.lines.first?.hasPrefix(".package") == false
        }
        let examples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "EmbeddingExamples.swift")
        let parts = try Self.parts(of: String(contentsOf: examples, encoding: .utf8))
        #expect(blocks.count > 10)
        for block in blocks {
            #expect(parts.contains(block.lines), "no example:\n\(block.lines.joined(separator: "\n"))")
        }
        let shown = blocks.map(\.lines)
        for part in parts { #expect(shown.contains(part), "not shown:\n\(part.joined(separator: "\n"))") }
    }

    /// What stands between the marks, without the indentation that all lines share.
    private static func parts(of text: String) -> [[String]] {
        var parts: [[String]] = []
        var open: [String]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            switch line.trimmingCharacters(in: .whitespaces) {
            case "// shown": open = []
            case "// end":
                if let lines = open { parts.append(withoutIndentation(lines)) }
                open = nil
            default: open?.append(line)
            }
        }
        return parts
    }

    private static func withoutIndentation(_ lines: [String]) -> [String] {
        let indentation = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { String($0.dropFirst(indentation)) }
    }

    @Test func answersInFiveLines() { #expect(EmbeddingExamples.inFiveLines() == .text("post free")) }

    @Test(arguments: [
        ("discount(80.0, 25) == 60.0", CELValue.bool(true)),
        ("'Ana'.initial()", .text("A")),
        ("customer.tier == 'gold' and customer.visits >= regular", .bool(true)),
        ("order.total < 100.0", .bool(true)),
        ("'20 EUR' < limit", .bool(true)),
    ])
    func declares(_ source: String, _ value: CELValue) throws {
        var declarations = EmbeddingExamples.declarations()
        EmbeddingExamples.money(&declarations)
        declarations.variable("limit", .scalar("money"))
        let environment = EmbeddingExamples.environment(declarations)
        let checking = environment.compile(source)
        let expression = try #require(checking.expression, "\(checking.issues)")
        let ana = CELRecord(EmbeddingExamples.customer, [.text("c-1"), .text("gold"), .int(12)])
        let variables: [String: CELValue] = [
            "customer": .record(ana), "order.total": .double(84.5), "tags": .elements([]),
            "limit": .scalar(CELScalar(kind: 1, payload: 50)),
        ]
        #expect(environment.program(for: expression).evaluate(variables) == value)
    }

    @Test func failsAsAFunctionSays() throws {
        let environment = CELEnvironment(EmbeddingExamples.declarations())
        let expression = try #require(environment.compile("''.initial()").expression)
        guard case .error(let error) = environment.program(for: expression).evaluate([:]) else {
            Issue.record("no error")
            return
        }
        #expect(error.message == "an empty name has no initial")
    }

    @Test func goesByStages() {
        let environment = EmbeddingExamples.environment(EmbeddingExamples.declarations())
        #expect(EmbeddingExamples.stages(environment) == .bool(true))
    }

    @Test func keepsFrames() {
        let environment = EmbeddingExamples.environment(EmbeddingExamples.declarations())
        let sources = ["customer.visits > 3", "customer.visits > regular"]
        #expect(
            EmbeddingExamples.frames(environment, sources, [2, 5, 12]) == [.false, .false, .true, .false, .true, .true])
    }

    @Test(arguments: [
        (CELValue.bool(true), "yes"), (.bool(false), "no"), (.int(3), "no condition: 3"),
        (.unknown(CELUnknown("customer.tier")), "first find out: customer.tier"),
        (.failure(.divisionByZero, "division by zero"), "failed: division by zero"),
    ])
    func tellsOutcomesApart(_ value: CELValue, _ text: String) { #expect(EmbeddingExamples.outcome(value) == text) }

    @Test func evaluatesInPart() throws {
        let (value, residual) = EmbeddingExamples.partial()
        #expect(value == .unknown(CELUnknown(["customer.staff", "customer.visits"])))
        #expect(try Self.embedding().contains("`\(residual)`"), "\(residual)")
    }

    @Test func countsCosts() throws {
        let (estimate, cost, value, issues) = EmbeddingExamples.costs()
        #expect(value == .bool(true))
        let bounds = try #require(estimate)
        #expect(bounds.minimum <= cost && cost <= bounds.maximum)
        #expect(try Self.embedding().contains("from \(bounds.minimum) to \(bounds.maximum)"), "\(bounds)")
        #expect(try Self.embedding().contains("took \(cost)"), "\(cost)")
        #expect(issues.map(\.code) == [.tooCostly])
    }

    @Test func explains() throws {
        let text = EmbeddingExamples.explanation()
        #expect(try Article(Self.articles[1]).blocks.contains { $0.lines == text }, "\(text.joined(separator: "\n"))")
    }

    @Test func showsIssues() throws {
        let environment = EmbeddingExamples.environment(EmbeddingExamples.declarations())
        let text = EmbeddingExamples.diagnostics(environment).joined(separator: "\n")
        #expect(try Self.embedding().contains(text), "\(text)")
    }

    @Test func runsOnAnyThread() async throws {
        var declarations = CELDeclarations()
        declarations.variable("visits", .int)
        let environment = CELEnvironment(declarations)
        let expression = try #require(environment.compile("visits * 2").expression)
        let values = await EmbeddingExamples.threads(environment.program(for: expression))
        #expect(Set(values) == [.int(0), .int(2), .int(4), .int(6)])
    }

    private static func embedding() throws -> String {
        try String(contentsOf: repositoryRoot.appending(path: articles[1]), encoding: .utf8)
    }
}
