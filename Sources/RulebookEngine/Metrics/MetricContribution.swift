import CEL
import RulebookModel

/// What an event adds to a metric.
enum MetricContribution: Sendable, Equatable {
    /// It is excused.
    case excused
    /// It may belong to the population.
    case memberGap(CELUnknown)
    /// It belongs to the population, and nobody knows what it comes to.
    case valueGap(CELUnknown)
    /// It comes to this, above and below the line of a ratio; null where it adds nothing.
    case values(CELValue, CELValue)

    /// What an event of the population adds whose facts lie in a frame.
    init(_ subject: MetricProgram.Subject, verdict: FindingStatus?, _ frame: CELFrame) {
        switch subject {
        case .value(_, let operand), .estimate(_, _, let operand): self.init(operand.evaluate(frame), .null)
        case .count(let condition):
            switch condition.evaluate(frame) {
            case .true: self = .values(.bool(true), .null)
            case .false: self = .values(.null, .null)
            case .unknown(let unknown): self = .valueGap(unknown)
            case .error(let error): self = .valueGap(Self.unknown(error))
            }
        case .ratio(let first, let second): self.init(first.evaluate(frame), second.evaluate(frame))
        case .kept: self = .values(.bool(verdict == .met || verdict == .discretion), .null)
        }
    }

    private init(_ above: CELValue, _ below: CELValue) {
        for value in [above, below] {
            switch value {
            case .unknown(let unknown): self = .valueGap(unknown)
            case .error(let error): self = .valueGap(Self.unknown(error))
            default: continue
            }
            return
        }
        self = .values(above, below)
    }

    /// A value that an error stands for.
    static func unknown(_ error: CELError) -> CELUnknown {
        CELUnknown(CELAttributePath(["a value (\(error.message))"]))
    }
}
