import CEL
import RulebookEngine
import RulebookModel

/// Says who took which rows out of a metric.
struct ExclusionWords {
    let zone: CELTimeZone

    /// The entry that a report lists, of the standard in a row of it.
    func entry(_ record: ExclusionRecord, of standard: Standard, row: Int) -> MetricExclusionEntry {
        var rows = record.rows.joined(separator: " · ")
        if let from = record.from, let to = record.to {
            let span = "from \(ReportInstant(from, in: zone).text) to \(ReportInstant(to, in: zone).text)"
            rows += rows.isEmpty ? span : ", \(span)"
        }
        return MetricExclusionEntry(
            standard: row, event: record.event, type: record.type,
            time: record.time.map { ReportInstant($0, in: zone) }, who: record.who, reason: record.reason, rows: rows,
            removedCount: record.removedCount, refusal: record.refusal ?? "")
    }
}
