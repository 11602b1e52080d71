@testable import Audit

extension ComplianceReport {
    /// Everything that the report says of the log, a line each, to hold two reports against each other.
    var contentTexts: [String] {
        var lines = standards.map { "\($0)" }
        lines += scores.map { "\($0)" }
        lines += timeline.points.map { "\($0)" }
        lines += missingFacts.map { "\($0)" }
        lines.append("\(reading)")
        lines.append("\(scope)")
        lines.append("omitted: \(findingsOmitted)")
        lines += log.findings.map { finding in
            let event = log.event(of: finding)
            let names = [
                event.id, event.type, event.agent, event.team, event.interaction, event.channel, event.reason,
                event.approvedBy, finding.effect, finding.place, finding.clause, finding.message,
            ]
            let evidence = log.evidence(of: finding).map { "\(log.texts[$0.name])=\(log.texts[$0.value])" }
            return "\(event.time.text) v\(event.version) \(standards[log.standardIndex(of: finding)].id) "
                + "\(finding.status) \(names.map { log.texts[$0] }) \(evidence)"
        }
        return lines
    }
}
