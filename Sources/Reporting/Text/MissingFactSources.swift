internal import Audit
import RulebookEngine

/// Which standards were left undetermined by which missing fact, so that a reader finds the findings.
struct MissingFactSources {
    /// The standards' positions by fact, each once, in the order of the report.
    let standards: [String: [Int]]

    init(_ report: ComplianceReport) {
        let facts = Set(report.missingFacts.map(\.text))
        var found: [String: Set<Int>] = [:]
        for finding in report.log.findings where finding.status == .undetermined {
            let standard = report.log.standardIndex(of: finding)
            for value in report.log.evidence(of: finding) {
                let name = report.log.texts[value.name]
                if facts.contains(name) { found[name, default: []].insert(standard) }
            }
        }
        for metric in report.metrics where metric.status == .undetermined {
            for name in metric.missing { found[name, default: []].insert(metric.standard) }
        }
        standards = found.mapValues { $0.sorted() }
    }
}
