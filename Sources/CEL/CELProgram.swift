/// An expression that is ready to run; immutable, so that any number of threads may run it, each with its own frame.
public final class CELProgram: Sendable {
    private let plan: Plan
    private let limits: CELLimits
    private let range: Range<Int>
    private let localCount: Int
    /// How many slots a frame must have at least.
    public let slotCount: Int

    init(_ plan: Plan, slotCount: Int, localCount: Int, limits: CELLimits, range: Range<Int>) {
        self.plan = plan
        self.localCount = localCount
        self.slotCount = slotCount
        self.limits = limits
        self.range = range
    }

    /// The value, where the expression depends on nothing.
    public var constant: CELValue? { plan.constant }

    /// Evaluates the expression under the facts of a frame.
    ///
    /// - Precondition: the frame has as many slots as the table with which the program was made.
    /// - Returns: the value; an error or unknown where there is none.
    public func evaluate(_ frame: CELFrame) -> CELValue {
        precondition(frame.slotCount >= slotCount, "the frame has fewer slots than the program reads")
        frame.begin(limits, localCount: localCount, cost: plan.cost)
        let value = plan.value(frame)
        if let exhaustion = frame.exhaustion { return .error(exhaustion.located(at: range)) }
        return value
    }

    /// Evaluates a condition; one that is neither true nor false is an error.
    ///
    /// - Precondition: the frame has as many slots as the table with which the program was made.
    public func evaluateCondition(_ frame: CELFrame) -> CELTruth {
        precondition(frame.slotCount >= slotCount, "the frame has fewer slots than the program reads")
        frame.begin(limits, localCount: localCount, cost: plan.cost)
        let truth = plan.test(frame)
        if let exhaustion = frame.exhaustion { return .error(exhaustion.located(at: range)) }
        return truth.located(at: range)
    }
}
