internal import Audit
import RulebookEngine

/// Tells standards that had something to say from those that never applied to anything.
struct AppliedStandards {
    /// The positions of standards that were judged, excused or asked at least once.
    let applied: [Int]
    /// The positions of the others.
    let never: [Int]

    init(_ indices: [Int], of report: ComplianceReport) {
        let figures = Set(report.metrics.map(\.standard))
        func hasApplied(_ index: Int) -> Bool {
            let counts = report.standards[index].counts
            return counts.total > counts[.notApplicable] || figures.contains(index)
        }
        applied = indices.filter(hasApplied)
        never = indices.filter { !hasApplied($0) }
    }
}
