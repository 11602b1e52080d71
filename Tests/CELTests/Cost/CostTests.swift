import CEL
import Testing

@Suite("No evaluation takes more than its limits, whatever stands around the part that does")
struct CostTests {
    private static func environment(_ change: (inout CELLimits) -> Void = { _ in }) -> CELEnvironment {
        var declarations = CELDeclarations()
        declarations.variable("items", .list(.int))
        declarations.variable("name", .string)
        declarations.variable("flag", .bool)
        declarations.function("dear", cost: 1_000) { (number: Int64) in number }
        var options = CELOptions(libraries: Set(CELLibrary.allCases))
        change(&options.limits)
        return CELEnvironment(declarations, options: options)
    }

    private static let variables: [String: CELValue] = [
        "items": .elements((0..<100).map { .int($0) }), "name": .text(String(repeating: "a", count: 1_000)),
        "flag": .bool(true),
    ]

    private func cost(_ source: String) throws -> Int {
        let environment = Self.environment()
        let program = environment.program(for: try #require(environment.compile(source).expression))
        let frame = program.frame(Self.variables)
        _ = program.evaluate(frame)
        return frame.cost
    }

    @Test(arguments: [
        ("1", 0), ("flag", 1), ("flag && size(items) > 1", 1 + 3), ("!flag && size(items) > 1", 2),
        ("items.exists(x, x == 0)", 2 + 3), ("items.all(x, x >= 0)", 2 + 100 * 3), ("1 + 2 * 3", 0),
        ("dear(size(items))", 1_000 + 2), ("name.contains('ab')", 2 + 101), ("flag ? 1 : size(items)", 1),
    ])
    func counts(_ source: String, _ cost: Int) throws {
        let found = try self.cost(source)
        #expect(found == cost)
    }

    @Test(
        "what decides elsewhere does not absorb an exhausted limit",
        arguments: [
            "items.all(x, items.all(y, items.all(z, x + y + z >= 0))) || true",
            "true || items.all(x, items.all(y, items.all(z, x + y + z >= 0))) ? items.map(x, items.map(y, x)).size() : 0",
            "[items.all(x, items.all(y, true))].exists(b, b) || flag",
            "items.exists(x, items.all(y, items.all(z, true)) && false) || flag",
        ])
    func isNeverAbsorbed(_ source: String) throws {
        let environment = Self.environment { $0.costMax = 5_000 }
        let expression = try #require(environment.compile(source).expression)
        for value in [
            environment.program(for: expression).evaluate(Self.variables),
            environment.explain(expression, Self.variables).value,
        ] {
            guard case .error(let error) = value else {
                Issue.record("\(source) gives \(value.plainText)")
                continue
            }
            #expect(error.code == .costLimitExceeded)
        }
    }

    @Test("doubling results ends at the limit of what may be made, and that is the result")
    func endsDoubling() throws {
        let environment = Self.environment()
        let source =
            "cel.bind(a, name + name, " + (0..<12).reduce("a") { text, _ in "cel.bind(a, a + a, \(text))" }
            + ") == name || true"
        let expression = try #require(environment.compile(source).expression)
        guard case .error(let error) = environment.program(for: expression).evaluate(Self.variables) else {
            Issue.record("the limit was absorbed")
            return
        }
        #expect(error.code == .limitExceeded)
    }

    @Test(
        arguments: [
            ("items.all(x, x > 0)", ["items": 10], 2 + 10 * 3), ("flag && size(items) > 1", [:], 4),
            ("items.map(x, items.map(y, x + y))", ["items": 10], nil), ("name.matches('a*')", ["name": 100], nil),
        ] as [(String, [CELAttributePath: Int], Int?)])
    func estimates(_ source: String, _ sizes: [CELAttributePath: Int], _ most: Int?) throws {
        let environment = Self.environment()
        guard let expression = environment.compile(source).expression else { return }
        let estimate = environment.estimateCost(of: expression, sizes: sizes)
        #expect(estimate.maximum < .max)
        if let most { #expect(estimate.maximum == most) }
    }

    @Test("an expression whose estimate is above the limit is refused before it runs")
    func refusesAhead() {
        let environment = Self.environment { $0.estimatedCostMax = 1_000 }
        #expect(environment.compile("flag && size(items) > 1").issues.isEmpty)
        let issues = environment.compile("items.all(x, x > 0)").issues
        #expect(issues.map(\.code) == [.tooCostly])
        #expect(issues.first?.message == "the expression may cost without bound, more than the 1000 allowed")
    }
}
