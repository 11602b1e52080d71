import CEL

/// A part of an expression, ready to run by itself: a side of a comparison, a term of a conjunction.
struct ExpressionSide: Sendable {
    private let program: CELProgram?
    private let constant: CELValue
    /// The slots that it reads.
    let slots: Set<Int>

    init(program: CELProgram, slots: Set<Int>) {
        self.program = program
        self.constant = .null
        self.slots = slots
    }

    init(constant: CELValue) {
        self.program = nil
        self.constant = constant
        self.slots = []
    }

    /// Its value.
    func evaluate(_ frame: CELFrame) -> CELValue { program?.evaluate(frame) ?? constant }

    /// Its truth, where it is a condition.
    func condition(_ frame: CELFrame) -> CELTruth { program?.evaluateCondition(frame) ?? .true }
}
