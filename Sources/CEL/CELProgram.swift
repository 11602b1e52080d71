/// An expression that is ready to run; immutable, so that any number of threads may run it, each with its own frame.
public struct CELProgram: Sendable {
    /// One reference to all parts, so that handing a program on costs no more than that.
    private final class Parts: Sendable {
        let plan: Plan
        let limits: CELLimits
        let slotCount: Int

        init(_ plan: Plan, slotCount: Int, limits: CELLimits) {
            self.plan = plan
            self.slotCount = slotCount
            self.limits = limits
        }
    }

    private let parts: Parts

    init(_ plan: Plan, slotCount: Int, limits: CELLimits) {
        parts = Parts(plan, slotCount: slotCount, limits: limits)
    }

    /// How many slots a frame must have at least.
    public var slotCount: Int { parts.slotCount }

    /// The value, where the expression depends on nothing.
    public var constant: CELValue? { parts.plan.constant }

    /// Evaluates the expression under the facts of a frame.
    ///
    /// - Precondition: the frame has as many slots as the table with which the program was made.
    /// - Returns: the value; an error or unknown where there is none.
    public func evaluate(_ frame: CELFrame) -> CELValue {
        precondition(frame.slotCount >= parts.slotCount, "the frame has fewer slots than the program reads")
        frame.begin(parts.limits)
        return parts.plan.value(frame)
    }

    /// Evaluates a condition; one that is neither true nor false is an error.
    ///
    /// - Precondition: the frame has as many slots as the table with which the program was made.
    public func evaluateCondition(_ frame: CELFrame) -> CELTruth {
        precondition(frame.slotCount >= parts.slotCount, "the frame has fewer slots than the program reads")
        frame.begin(parts.limits)
        return parts.plan.test(frame)
    }
}
