internal import Audit
import RulebookEngine

/// The findings that a page for people shows, grouped by standard, the most urgent first, up to a limit.
struct FindingSelection: Sendable {
    /// How many findings a page shows of each standard; all are counted, and JSON and CSV list all.
    struct Limits: Sendable {
        /// Of those that are missed, undetermined, within discretion, pending or excused, together.
        let notableMax: Int
        /// Of those that were met, as a sample.
        let metMax: Int
    }

    /// The findings to show of one standard.
    struct Group: Sendable {
        var shown: [Finding] = []
        /// Notable findings that are listed in the report but not shown.
        var notableHidden = 0
    }

    /// A group for each standard, by its position.
    private(set) var groups: [Group]

    init(_ report: ComplianceReport, limits: Limits) {
        var byStatus = report.standards.map { _ in
            [[Finding]](repeating: [], count: FindingStatus.allCases.count)
        }
        groups = report.standards.map { _ in Group() }
        for finding in report.log.findings {
            let standard = report.log.standardIndex(of: finding)
            guard byStatus.indices.contains(standard) else { continue }
            let status = finding.status.index
            switch finding.status {
            case .missed, .undetermined, .discretion, .pending, .excused:
                // Urgent ones are kept first below, so each status may fill the whole limit here.
                groups[standard].notableHidden += 1
                guard byStatus[standard][status].count < limits.notableMax else { continue }
            case .met:
                guard byStatus[standard][status].count < limits.metMax else { continue }
            case .notApplicable:
                continue
            }
            byStatus[standard][status].append(finding)
        }
        for standard in groups.indices {
            for status in FindingStatus.byUrgency where status != .met {
                let room = limits.notableMax - groups[standard].shown.count
                groups[standard].shown += byStatus[standard][status.index].prefix(room)
            }
            groups[standard].notableHidden -= groups[standard].shown.count
            groups[standard].shown += byStatus[standard][FindingStatus.met.index]
        }
    }
}
