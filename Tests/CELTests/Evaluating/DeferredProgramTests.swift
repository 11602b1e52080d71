import Testing

@testable import CEL

@Suite("A program that is planned when it first runs does what one planned at once does")
struct DeferredProgramTests {
    private static let environment = CELEnvironment(
        RandomExpression.declarations, options: CELOptions(libraries: Set(CELLibrary.allCases)))

    @Test("the same slots in the same order, and the same value")
    func agrees() throws {
        var count = 0
        for round in 0..<5_000 {
            var random = RandomExpression(seed: UInt64(2_000_000 + round))
            let source = random.expression(depth: 3)
            let variables = random.variables()
            guard let expression = Self.environment.compile(source).expression else { continue }
            var (slots, later) = (CELSlotTable(), CELSlotTable())
            let planned = Self.environment.program(for: expression, slots: &slots)
            let deferred = Self.environment.deferredProgram(for: expression, slots: &later)
            #expect(slots.slots == later.slots, "\(source)")
            let (value, other) = (planned.evaluate(variables), deferred.evaluate(variables))
            if case .error = value, case .error = other {} else { #expect(value == other, "\(source)") }
            count += 1
        }
        #expect(count > 4_000)
    }

    @Test("once, however many threads ask")
    func manyThreads() async throws {
        let expression = try #require(Self.environment.compile("1 + 2 == 3").expression)
        var slots = CELSlotTable()
        let program = Self.environment.deferredProgram(for: expression, slots: &slots)
        let table = slots
        let truths = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 { group.addTask { program.evaluateCondition(CELFrame(table)) == .true } }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(truths == Array(repeating: true, count: 64))
    }
}
