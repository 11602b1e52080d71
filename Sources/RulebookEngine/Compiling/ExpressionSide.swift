import CEL

/// A part of an expression, ready to run by itself: a side of a comparison, a term of a conjunction.
struct ExpressionSide: Sendable {
    private enum Content {
        case program(CELProgram)
        case constant(CELValue)
        case slot(Int)
        case allowance(AllowanceProgram)
    }

    private let content: Content
    /// The slots that it reads.
    let slots: Set<Int>

    init(program: CELProgram, slots: Set<Int>) {
        content = .program(program)
        self.slots = slots
    }

    init(constant: CELValue) {
        content = .constant(constant)
        slots = []
    }

    init(slot: Int) {
        content = .slot(slot)
        slots = [slot]
    }

    /// What an allowance measures, with what was used before.
    init(_ allowance: AllowanceProgram) {
        content = .allowance(allowance)
        slots = Set(allowance.measuredSlots)
    }

    /// Its value.
    func evaluate(_ frame: CELFrame) -> CELValue {
        switch content {
        case .program(let program): program.evaluate(frame)
        case .constant(let value): value
        case .slot(let slot): frame[slot]
        case .allowance(let allowance): allowance.measured(frame)
        }
    }

    /// Its truth, where it is a condition; nothing else has one.
    func condition(_ frame: CELFrame) -> CELTruth {
        guard case .program(let program) = content else { return .true }
        return program.evaluateCondition(frame)
    }
}
