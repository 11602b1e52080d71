import CEL
import CELConformance
import Foundation
import TestSupport
import Testing

@Suite("Laws that hold for every expression")
struct ExpressionPropertyTests {
    private static let libraries = Set(CELLibrary.allCases)

    private static func environment(optimizes: Bool = true) -> CELEnvironment {
        var options = CELOptions(libraries: libraries)
        options.optimizes = optimizes
        return CELEnvironment(RandomExpression.declarations, options: options)
    }

    /// Whether two results are the same: equal values of the same type, or both an error, or unknown for the same facts.
    private static func isSame(_ left: CELValue, _ right: CELValue) -> Bool {
        if case .error = left, case .error = right { return true }
        return left == right
    }

    @Test(
        "a hundred thousand random expressions have the same value optimized, plain and parsed only",
        arguments: 0..<4)
    func optimizedIsPlain(quarter: Int) throws {
        let (optimized, plain) = (Self.environment(), Self.environment(optimizes: false))
        var (checkedCount, valueCount) = (0, 0)
        for round in 25_000 * quarter..<25_000 * (quarter + 1) {
            var random = RandomExpression(seed: UInt64(round))
            let source = random.expression(depth: 3)
            let variables = random.variables()
            let tree = try #require(optimized.parse(source).tree, "round \(round): \(source)")
            let lenient = plain.program(for: plain.resolve(tree)).evaluate(variables)
            if case .error = lenient {} else { valueCount += 1 }
            guard let expression = optimized.check(tree).expression else { continue }
            checkedCount += 1
            let fast = optimized.program(for: expression).evaluate(variables)
            if !Self.isSame(fast, lenient) {
                Issue.record("round \(round): \(source): \(fast.plainText), plain \(lenient.plainText)")
            }
        }
        #expect(checkedCount > 22_500)
        #expect(valueCount > 10_000)
    }

    @Test("what is printed is read as the same tree")
    func printsWhatItReads() throws {
        let environment = Self.environment()
        for round in 0..<20_000 {
            var random = RandomExpression(seed: UInt64(1_000_000 + round))
            try expectRoundTrip(random.expression(depth: 4), environment)
        }
    }

    @Test(
        "what is printed of the suite's expressions is read as the same tree",
        .enabled(if: sharedResource("conformance/cel/basic.json") != nil, "the shared conformance suite is absent"))
    func printsTheSuite() throws {
        let url = try #require(sharedResource("conformance/cel"))
        let environment = Self.environment()
        var count = 0
        for file in try SuiteFolder(url).files {
            for test in try SuiteReader.read(file) where !test.skipsMacros {
                try expectRoundTrip(test.expression, environment)
                count += 1
            }
        }
        #expect(count > 2_000)
    }

    private func expectRoundTrip(_ source: String, _ environment: CELEnvironment) throws {
        let tree = try #require(environment.parse(source).tree, "\(source)")
        let printed = tree.root.description
        let again = try #require(environment.parse(printed).tree, "\(source) printed as \(printed)")
        #expect(TreeShape.text(tree.root) == TreeShape.text(again.root), "\(source) printed as \(printed)")
    }

    @Test("what remains of a partly unknown expression gives the same value once all is known")
    func residualIsTheRest() throws {
        let environment = Self.environment()
        let patterns: [CELAttributePattern] = [
            CELAttributePattern("count"), CELAttributePattern("any"), CELAttributePattern("table", [.key("a")]),
            CELAttributePattern("items", [.index(0)]), CELAttributePattern("table", [.any]),
            CELAttributePattern("flag"), CELAttributePattern("maybe"),
        ]
        var (unknownCount, shorterCount) = (0, 0)
        for round in 0..<20_000 {
            var random = RandomExpression(seed: UInt64(2_000_000 + round))
            let source = random.expression(depth: 3)
            let variables = random.variables()
            let unknowns = patterns.filter { _ in random.below(3) == 0 }
            guard let expression = environment.compile(source).expression else { continue }
            let whole = environment.program(for: expression).evaluate(variables)
            let partial = environment.partiallyEvaluate(expression, variables, unknowns: unknowns)
            if partial.value.isKnown, !Self.isSame(partial.value, whole) {
                Issue.record("round \(round): \(source) is \(whole.plainText), in part \(partial.value.plainText)")
            }
            if case .unknown = partial.value { unknownCount += 1 }
            if partial.residual.utf8.count < expression.root.description.utf8.count { shorterCount += 1 }
            let tree = try #require(environment.parse(partial.residual).tree, "\(source) leaves \(partial.residual)")
            let rest = environment.program(for: environment.resolve(tree)).evaluate(variables)
            if !Self.isSame(rest, whole) {
                Issue.record(
                    "round \(round): \(source) is \(whole.plainText), its rest \(partial.residual) \(rest.plainText)")
            }
        }
        #expect(unknownCount > 2_000)
        #expect(shorterCount > 2_000)
    }

    @Test("no evaluation costs more than was estimated")
    func costIsBounded() throws {
        let environment = Self.environment()
        let sizes: [CELAttributePath: Int] = ["name": 8, "raw": 4, "items": 4, "table": 4, "any": 8]
        var boundedCount = 0
        for round in 0..<20_000 {
            var random = RandomExpression(seed: UInt64(3_000_000 + round))
            let source = random.expression(depth: 3)
            guard let expression = environment.compile(source).expression else { continue }
            let estimate = environment.estimateCost(of: expression, sizes: sizes)
            let program = environment.program(for: expression)
            let frame = program.frame(random.variables())
            let value = program.evaluate(frame)
            if estimate.maximum < .max { boundedCount += 1 }
            if value.isKnown, frame.cost > estimate.maximum || frame.cost < estimate.minimum {
                Issue.record("round \(round): \(source) costs \(frame.cost), estimated \(estimate)")
            }
        }
        #expect(boundedCount > 10_000)
    }

    @Test("what an expression tells of its parts changes neither its value nor its limits")
    func explainingChangesNothing() throws {
        let environment = Self.environment()
        for round in 0..<5_000 {
            var random = RandomExpression(seed: UInt64(4_000_000 + round))
            let source = random.expression(depth: 3)
            let variables = random.variables()
            guard let expression = environment.compile(source).expression else { continue }
            let explained = environment.explain(expression, variables)
            let value = environment.program(for: expression).evaluate(variables)
            #expect(Self.isSame(explained.value, value), "round \(round): \(source)")
            #expect(explained.parts.first?.expression === expression.root)
            #expect(explained.parts.first?.values.count == 1)
        }
    }
}
