import CAllocationCount
import CEL
import Measuring

/// A case with its program made and its frame filled: what a host keeps between evaluations. The only file here that
/// touches the CEL module, but for the values and types of variables.
struct PreparedCase {
    private static let roundCount = 200
    private static let evaluationsPerRound = 1_000

    private let program: CELProgram
    private let frame: CELFrame

    init(_ source: BenchmarkCase) throws {
        var declarations = CELDeclarations()
        for variable in source.variables { declarations.variable(variable.name, variable.type) }
        let environment = CELEnvironment(declarations)
        let checking = environment.compile(source.expression)
        guard let expression = checking.expression else {
            throw BenchmarkFailure(message: "\(source.name): \(checking.issues.map(\.message))")
        }
        var slots = CELSlotTable()
        program = environment.program(for: expression, slots: &slots)
        frame = CELFrame(slots)
        for (position, slot) in slots.slots.enumerated() {
            guard let variable = source.variables.first(where: { slot.path.description == $0.name }) else {
                throw BenchmarkFailure(message: "\(source.name): no fact for `\(slot.path)`")
            }
            frame[position] = try variable.fact.value()
        }
        let result = environment.text(of: program.evaluate(frame))
        guard result == source.result else {
            throw BenchmarkFailure(message: "\(source.name) gives \(result), not \(source.result)")
        }
    }

    /// Evaluates so many times.
    @inline(never)
    @discardableResult
    func evaluate(times count: Int) -> Int {
        var knownCount = 0
        for _ in 0..<count where program.evaluate(frame).isKnown { knownCount += 1 }
        return knownCount
    }

    /// The median time of an evaluation.
    func nanoseconds() -> Double {
        let round = Stopwatch.nanoseconds(rounds: Self.roundCount) { _ in evaluate(times: Self.evaluationsPerRound) }
        return round / Double(Self.evaluationsPerRound)
    }

    /// Whether the count goes up where a value is made on the heap, so that a count of nothing means nothing.
    private static let countsAllocations: Bool = {
        guard allocation_count_is_available() else { return false }
        let before = allocation_count()
        let values = (0..<10).map { CELValue.text("text number \($0)") }
        return values.count == 10 && allocation_count() >= before + 10
    }()

    /// How often an evaluation asks for memory; nil where that cannot be counted.
    func allocations() -> Double? {
        guard Self.countsAllocations else { return nil }
        evaluate(times: 1)
        let before = allocation_count()
        evaluate(times: Self.evaluationsPerRound)
        return Double(allocation_count() - before) / Double(Self.evaluationsPerRound)
    }
}

/// Why nothing could be measured.
struct BenchmarkFailure: Error {
    let message: String
}
