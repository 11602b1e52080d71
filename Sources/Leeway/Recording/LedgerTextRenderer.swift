/// Tells people about a ledger, without colours.
public struct LedgerTextRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// A ledger at a glance.
    public func render(_ overview: LedgerOverview) -> String {
        let summary = overview.summary
        guard summary.sequence > 0 else { return "Nothing was recorded yet.\n" }
        var text = "\(summary.sequence) recorded, \(summary.countingCount) went ahead\n"
        text += "  " + summary.outcomes.map { "\($0.outcome) \($0.count)" }.joined(separator: ", ") + "\n"
        if summary.approvalCount > 0 { text += "  \(summary.approvalCount) approvals\n" }
        let reserved = summary.reservations
        if reserved.count > 0 {
            text +=
                "  \(reserved.count) reserved: \(reserved.committedCount) committed, \(reserved.releasedCount) released, "
            text += "\(reserved.expiredCount) ran out, \(reserved.openCount) open\n"
        }
        for rulebook in summary.rulebooks {
            let name = VisibleText.oneLine("\(rulebook.id) \(rulebook.version)")
            text += "  \(rulebook.count) by \(name), \(VisibleText.oneLine(rulebook.digest))\n"
        }
        guard let last = overview.entries.last else { return text }
        text += "Last:\n"
        for entry in overview.entries {
            let kind = entry.kind == LedgerEntry.Kind.decision.rawValue ? "" : "\(entry.kind)  "
            let line = "\(entry.sequence)  \(entry.time)  \(kind)\(entry.outcome)  \(entry.type)  \(entry.key)"
            text += "  \(VisibleText.oneLine(line))\n"
        }
        return text + "Digest of \(last.sequence): \(VisibleText.oneLine(last.digest))\n"
    }

    /// What verifying a ledger found.
    public func render(_ found: LedgerVerification) -> String {
        var text = ""
        for problem in found.problems { text += "entry \(problem.sequence): \(problem.message)\n" }
        if found.problemCount > found.problems.count {
            text += "… and \(found.problemCount - found.problems.count) more\n"
        }
        text += "\(found.entryCount) entries read"
        if found.decidedCount > 0 { text += ", \(found.decidedCount) decided again" }
        if found.otherRulebookCount > 0 { text += ", \(found.otherRulebookCount) of another rulebook" }
        text += found.problemCount == 0 ? ": everything is as it was written\n" : ": \(found.problemCount) problems\n"
        return text
    }
}
