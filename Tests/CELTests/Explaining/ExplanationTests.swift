import CEL
import Testing

@Suite("An expression tells what each of its parts came to")
struct ExplanationTests {
    private static let environment: CELEnvironment = {
        var declarations = CELDeclarations()
        declarations.variable("items", .list(.int))
        declarations.variable("flag", .bool)
        return CELEnvironment(declarations)
    }()

    @Test("each part stands before those below it, with its values and how often it was evaluated")
    func tells() throws {
        let expression = try #require(Self.environment.compile("items.exists(x, x > 1) || flag").expression)
        let explanation = Self.environment.explain(expression, ["items": .elements([.int(1), .int(2), .int(3)])])
        let lines = explanation.parts.map { part in
            "\(part.depth) \(part.expression) \(part.values.map(\.plainText)) \(part.evaluationCount)"
        }
        #expect(
            lines == [
                "0 items.exists(x, x > 1) || flag [\"true\"] 1", "1 items.exists(x, x > 1) [\"true\"] 1",
                "2 items [\"[1, 2, 3]\"] 1", "2 x > 1 [\"false\", \"true\"] 2", "3 x [\"1\", \"2\"] 2",
                "3 1 [\"1\", \"1\"] 2", "1 flag [] 0",
            ])
        #expect(explanation.value == .bool(true))
    }

    @Test("of a long loop the first values are kept, and all are counted")
    func keepsFew() throws {
        let expression = try #require(Self.environment.compile("items.all(x, x >= 0)").expression)
        let explanation = Self.environment.explain(expression, ["items": .elements((0..<50).map { .int($0) })])
        let body = try #require(explanation.parts.first { $0.expression.description == "x >= 0" })
        #expect(body.values.count == CELExplanation.valueCountMax)
        #expect(body.evaluationCount == 50)
    }
}
