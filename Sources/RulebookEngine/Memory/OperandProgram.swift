import CEL
import RulebookModel

/// What is taken from each event that is measured, made ready to run.
enum OperandProgram: Sendable {
    /// A value.
    case value(ExpressionProgram)
    /// Whether the event is part of a share.
    case condition(ConditionProgram)

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        switch self {
        case .value(let expression): [expression]
        case .condition(let condition): condition.expressions
        }
    }

    /// What the event comes to whose facts lie in a frame.
    func evaluate(_ frame: CELFrame) -> CELValue {
        switch self {
        case .value(let expression): expression.program.evaluate(frame)
        case .condition(let condition): CELValue(condition.evaluate(frame))
        }
    }
}

extension CELValue {
    /// A truth as a value.
    init(_ truth: CELTruth) {
        switch truth {
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .unknown(let unknown): self = .unknown(unknown)
        case .error(let error): self = .error(error)
        }
    }
}
