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

    /// The point, knowing what happened before an event.
    func applied(
        to point: DecisionPoint, before event: Event?, mapping: MappingProgram? = nil, asOf: CELTimestamp? = nil
    ) throws(LeewayError) -> DecisionPoint {
        guard !history.isEmpty else { return point }
        return try point.remembering(history, mapping: mapping, asOf: asOf, before: event)
    }
}
