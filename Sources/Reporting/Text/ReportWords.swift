internal import Audit
import RulebookEngine
import RulebookModel

/// Sentences that several formats say alike.
enum ReportWords {
    /// The stretch of time that the report speaks about.
    static func period(_ scope: ReportScope) -> String {
        var text = "no events"
        if let first = scope.firstEventTime, let last = scope.lastEventTime {
            text = "\(first.shortText) to \(last.shortText)"
        }
        if let asOf = scope.asOf { text += ", as of \(asOf.shortText)" }
        return scope.timeZone.isEmpty ? text : text + " (\(scope.timeZone))"
    }

    /// What was read, and what was taken to have happened before, in one sentence.
    static func reading(_ report: ComplianceReport) -> String {
        let read = reading(report.reading)
        switch report.scope.beginning {
        case .irrelevant: return read
        case .assumed:
            return "\(read); taken as complete: nothing is reckoned with that happened before the first event"
        case .stated(let instant):
            return
                "\(read); complete from \(instant.shortText) on: what reaches back further is undetermined, unless what"
                + " is known decides"
        }
    }

    private static func reading(_ reading: ReadingSummary) -> String {
        let rows = NumberText.counted(reading.rows, "row")
        var parts = ["\(rows) read", NumberText.counted(reading.events, "event")]
        parts.append("\(NumberText.counted(reading.unreadableRows, "row")) unreadable")
        if reading.outsideEffectivePeriod > 0 {
            let count = NumberText.counted(reading.outsideEffectivePeriod, "event")
            parts.append("\(count) at a time when no rulebook was in force")
        }
        return parts.joined(separator: ", ")
    }

    /// Of which standards the totals are; nil where there are no others.
    static func totals(_ report: ComplianceReport) -> String? {
        let others = report.standards.count { $0.force != .must }
        guard others > 0 else { return nil }
        return "These totals are of binding standards; advice and recognition "
            + "(\(NumberText.counted(others, "standard"))) are counted apart."
    }

    /// When a rulebook version holds.
    static func effective(_ rulebook: RulebookReference) -> String {
        switch (rulebook.effectiveFrom, rulebook.effectiveUntil) {
        case (let from?, let until?): "in force from \(from) until \(until)"
        case (let from?, nil): "in force from \(from)"
        case (nil, let until?): "in force until \(until)"
        case (nil, nil): "always in force"
        }
    }

    /// That findings were counted but not kept.
    static func omitted(_ count: Int) -> String {
        "\(NumberText.counted(count, "finding")) counted above, but not listed in any format: the audit kept only the"
            + " notable ones"
    }

    /// Groups in the order in which somebody who looks for faults wants them: critical misses first, then low scores.
    static func worstFirst(_ groups: [ScoreGroup]) -> [ScoreGroup] {
        groups.sorted { left, right in
            if left.criticalMissed != right.criticalMissed { return left.criticalMissed > right.criticalMissed }
            switch (left.score.share, right.score.share) {
            case (let first?, let second?) where first.isLess(than: second): return true
            case (let first?, let second?) where second.isLess(than: first): return false
            case (_?, nil): return true
            case (nil, _?): return false
            default: break
            }
            if left.counts[.missed] != right.counts[.missed] { return left.counts[.missed] > right.counts[.missed] }
            // By scalars, as no locale of a machine may decide the order.
            return left.name.unicodeScalars.lexicographicallyPrecedes(right.name.unicodeScalars)
        }
    }
}
