internal import Audit

/// Words for what people took out of metrics.
enum ExclusionText {
    /// What a list of them is called.
    static let title = "Taken out of metrics"
    /// What the list says.
    static let lead = "Who took rows out of a metric, when and why. What was taken out is in no figure."
    /// The names of the columns.
    static let columns = ["Metric", "Who", "When", "Why", "Rows", "Taken out"]

    /// The cells of an entry, in the order of the columns.
    static func cells(_ entry: MetricExclusionEntry, in report: ComplianceReport) -> [String] {
        let standard = report.standards[entry.standard]
        return [
            standard.title.isEmpty ? standard.id : standard.title, entry.who.isEmpty ? "nobody" : entry.who,
            entry.time?.shortText ?? "at no known time", entry.reason.isEmpty ? "no reason" : entry.reason, entry.rows,
            removed(entry),
        ]
    }

    /// How many rows were taken out, and why none were.
    static func removed(_ entry: MetricExclusionEntry) -> String {
        if !entry.refusal.isEmpty { return "nothing: \(entry.refusal)" }
        // The period of such rows was over, or there were none.
        return entry.removedCount == 0
            ? "nothing: no such row in an open period" : NumberText.grouped(entry.removedCount)
    }
}
