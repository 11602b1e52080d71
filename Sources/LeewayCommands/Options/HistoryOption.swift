import ArgumentParser
import Leeway

/// What happened before the event that is decided.
struct HistoryOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A log of what happened before, for standards that ask; may be repeated. Without one, what they ask is not "
                + "known.", valueName: "log"),
        completion: .file())
    var history: [String] = []

    @Option(
        help: ArgumentHelp(
            "A ledger that holds what happened before; nothing is recorded.", valueName: "ledger"),
        completion: .file())
    var ledger: String?

    @Option(
        help: ArgumentHelp(
            "From when on --history is complete, such as 2026-11-01T00:00:00+01:00: what reaches back further is not "
                + "known.", valueName: "time"))
    var completeFrom: InstantArgument?

    /// Whether anything is said about what happened before.
    var isGiven: Bool { !history.isEmpty || ledger != nil }

    func validate() throws {
        if !history.isEmpty, ledger != nil {
            throw ValidationError("--history and --ledger both say what happened before; give one of them")
        }
        if completeFrom != nil, history.isEmpty {
            throw ValidationError("--complete-from says from when on a log is complete; give the log with --history")
        }
    }

    /// The point, knowing what happened before an event, and the event with its approvals as a ledger knows them.
    func applied(
        to point: DecisionPoint, deciding event: Event, trusting trust: ApprovalTrust, mapping: MappingProgram? = nil,
        asOf: CELTimestamp? = nil
    ) throws(LeewayError) -> (point: DecisionPoint, event: Event) {
        if let ledger { return try point.remembering(ledgerAt: ledger, deciding: event, trusting: trust) }
        return (try applied(to: point, before: event, mapping: mapping, asOf: asOf), event)
    }

    /// The point, knowing what happened before an event.
    func applied(
        to point: DecisionPoint, before event: Event?, mapping: MappingProgram? = nil, asOf: CELTimestamp? = nil
    ) throws(LeewayError) -> DecisionPoint {
        if let ledger { return try point.remembering(ledgerAt: ledger, before: event) }
        guard !history.isEmpty else { return point }
        return try point.remembering(
            history, mapping: mapping, asOf: asOf, completeFrom: completeFrom?.instant, before: event)
    }
}
