import CEL
import RulebookModel

/// How long a clock may run.
enum ClockLimit: Sendable {
    /// For ever.
    case none
    /// So long after its trigger.
    case deadline(DeadlineProgram)
    /// As long as its interval may, by itself and together with those before.
    case interval(IntervalProgram)

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        switch self {
        case .none: []
        case .deadline(let deadline): deadline.expressions
        case .interval(let interval): interval.expressions
        }
    }

    /// The slots in which it looks beside those of its expressions.
    var slots: [Int] {
        if case .interval(let interval) = self { interval.slots } else { [] }
    }

    /// The end of the time that begins with the event whose facts lie in a frame; nil where there is none.
    func end(_ frame: CELFrame) -> DeadlineProgram.Reading? {
        switch self {
        case .none: nil
        case .deadline(let deadline): deadline.end(frame)
        case .interval(let interval): interval.end(frame)
        }
    }
}
