import CEL

/// What of the timelines of an event's key lies in a slot while the event is decided.
enum TimelineReading: Sendable {
    /// When the latest clock that runs was begun; null where none does.
    case running(AbsenceProgram)
    /// How many intervals were begun; null while one runs.
    case intervalCount(IntervalProgram)
    /// How long the intervals that are over took together.
    case intervalsUsed(IntervalProgram)
    /// How far a procedure has come.
    case procedure(ProcedureProgram)

    /// The slots that must be filled before it is read.
    var keySlots: [Int] {
        switch self {
        case .running(let absence): absence.clock.keySlots
        case .intervalCount(let interval), .intervalsUsed(let interval): interval.keySlots
        case .procedure(let procedure): procedure.keySlots
        }
    }

    /// The value at the event whose facts lie in a frame; unknown where nobody remembers.
    func read(_ frame: CELFrame, _ state: TimelineState?) -> CELValue {
        switch self {
        case .running(let absence): absence.read(frame, state)
        case .intervalCount(let interval): interval.readCount(frame, state)
        case .intervalsUsed(let interval): interval.readUsed(frame, state)
        case .procedure(let procedure): procedure.read(frame, state)
        }
    }
}
