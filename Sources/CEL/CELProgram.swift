/// An expression that is ready to run; immutable, so that any number of threads may run it, each with its own frame.
public final class CELProgram: Sendable {
    private let plan: Plan
    private let localCount: Int
    private let limits: CELLimits
    private let range: Range<Int>
    /// The facts that the program reads, at the positions of a frame; those of other programs of the same table too.
    public let slots: CELSlotTable

    init(_ plan: Plan, slots: CELSlotTable, localCount: Int, limits: CELLimits, range: Range<Int>) {
        self.plan = plan
        self.localCount = localCount
        self.slots = slots
        self.limits = limits
        self.range = range
    }

    /// How many slots a frame must have at least.
    public var slotCount: Int { slots.count }

    /// The value, where the expression depends on nothing.
    public var constant: CELValue? { plan.constant }

    /// Evaluates the expression under the facts of a frame.
    ///
    /// What it takes is counted, at the prices of the language's reference implementation: 1 for each name, field and
    /// call, 10 for a list, 30 for a map, 40 for a record, a tenth of the bytes that a call goes through, and 1 for
    /// each element that is compared or made. Only what is evaluated counts; ``CELFrame/cost`` tells the sum.
    ///
    /// - Precondition: the frame has as many slots as the table with which the program was made.
    /// - Returns: the value; an error or unknown where there is none. An error of the code `costLimitExceeded` or
    ///   `limitExceeded` that says that a limit is reached is never absorbed.
    public func evaluate(_ frame: CELFrame) -> CELValue {
        precondition(frame.slotCount >= slotCount, "the frame has fewer slots than the program reads")
        frame.begin(limits, localCount: localCount, cost: plan.cost)
        let value = plan.isTest ? CELValue(plan.test(frame)) : plan.value(frame)
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

    /// Evaluates the expression with values for its variables; convenient, where a frame that is kept is fast.
    ///
    /// - Parameters:
    ///   - variables: values by the names of variables; the fields of records are found in them. A variable without a
    ///     value is unknown.
    ///   - unknowns: what is not to be known although it has a value, or lies inside one.
    /// - Returns: the value; an error or unknown where there is none.
    public func evaluate(
        _ variables: [String: CELValue], unknowns: [CELAttributePattern] = []
    ) -> CELValue {
        evaluate(frame(variables, unknowns: unknowns))
    }

    /// A frame in which variables have values.
    public func frame(
        _ variables: [String: CELValue], unknowns: [CELAttributePattern] = []
    ) -> CELFrame {
        let frame = CELFrame(slots)
        frame.fill(slots, variables, unknowns: unknowns)
        return frame
    }
}
