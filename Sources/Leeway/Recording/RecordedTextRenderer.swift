/// Tells people what was recorded.
public struct RecordedTextRenderer: Sendable {
    private let renderer: DecisionTextRenderer

    /// Makes a renderer.
    ///
    /// - Parameter renderer: renders the decision itself.
    public init(_ renderer: DecisionTextRenderer) { self.renderer = renderer }

    /// A decision with its place in the ledger, and what stands of its reservation.
    public func render(_ recorded: RecordedDecision) -> String {
        let entry = recorded.entry
        if let report = recorded.report {
            return renderer.render(report) + VisibleText.oneLine(Self.recorded(entry)) + "\n"
        }
        let end = recorded.end.map { "; since then it \(Self.words($0)), entry \($0.sequence)" } ?? ""
        let told = """
            \(recorded.outcome.rawValue.uppercased()): recorded before as \(entry.sequence), on \(entry.recordedAt)\(end); \
            --json shows the whole answer.
            """
        return VisibleText.oneLine(told) + "\n"
    }

    /// A reservation that was released.
    public func render(_ released: ReleasedReservation) -> String {
        let entry = released.entry
        let told =
            released.isRepeated
            ? "Released before as \(entry.sequence), on \(entry.recordedAt)." : "Released as \(entry.sequence)."
        return VisibleText.oneLine(told) + "\n"
    }

    /// An approval: its name on a line of its own, for scripts, and then what becomes of it.
    public func render(_ approval: RecordedApproval) -> String {
        let entry = approval.entry
        let told =
            approval.isRepeated
            ? "Approved before as \(entry.sequence), until \(entry.expires)."
            : "Approved as \(entry.sequence) until \(entry.expires), once: let the action say "
                + "\"approval\": {\"id\": \"\(approval.id)\"}."
        return VisibleText.oneLine(approval.id) + "\n" + VisibleText.oneLine(told) + "\n"
    }

    private static func recorded(_ entry: LedgerEntry) -> String {
        switch LedgerEntry.Kind(rawValue: entry.kind) {
        case .reservation? where entry.counts:
            "Reserved as \(entry.sequence) until \(entry.expires): leeway commit or leeway release settles `\(entry.key)`."
        case .reservation?: "Recorded as \(entry.sequence); nothing is reserved."
        case .commit? where entry.counts: "Committed as \(entry.sequence)."
        case .commit?: "Recorded as \(entry.sequence); the reservation `\(entry.key)` stays open."
        default: "Recorded as \(entry.sequence)."
        }
    }

    private static func words(_ end: LedgerEntry) -> String {
        switch LedgerEntry.Kind(rawValue: end.kind) {
        case .commit?: "was committed"
        case .release?: "was released"
        default: "ran out"
        }
    }
}
