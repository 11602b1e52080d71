import Audit
import JSONSyntax
import RulebookEngine

extension JSONWriter {
    /// Writes one finding on a line; members that the log does not know are left out.
    mutating func finding(_ finding: Finding, of report: ComplianceReport) {
        let log = report.log
        let event = log.event(of: finding)
        beginObject(.inline)
        text("event", event.id, in: log)
        member("standard", report.standards[log.standardIndex(of: finding)].id)
        member("status", finding.status.rawValue)
        text("place", finding.place, in: log)
        name("evidence")
        beginObject(.inline)
        evidence(log.evidence(of: finding), in: log)
        endObject()
        text("type", event.type, in: log)
        member("time", event.time.text)
        if report.rulebooks.count > 1 { member("rulebook", Int(event.version)) }
        optional("effect", finding.effect, in: log)
        optional("clause", finding.clause, in: log)
        optional("message", finding.message, in: log)
        optional("agent", event.agent, in: log)
        optional("team", event.team, in: log)
        optional("interaction", event.interaction, in: log)
        optional("channel", event.channel, in: log)
        optional("reason", event.reason, in: log)
        optional("approved_by", event.approvedBy, in: log)
        endObject()
    }

    /// Writes values as members; a name that comes again gets its number, as a JSON object has each name once.
    private mutating func evidence(_ values: ArraySlice<EvidenceValue>, in log: FindingLog) {
        for (index, value) in zip(values.indices, values) {
            let earlier = values[..<index].count { $0.name == value.name }
            if earlier == 0 {
                name(log.texts[value.name])
            } else {
                name(log.texts[value.name] + " (\(earlier + 1))")
            }
            log.texts.withUTF8(of: value.value) { string(utf8: $0) }
        }
    }

    private mutating func text(_ name: String, _ id: TextTable.ID, in log: FindingLog) {
        self.name(name)
        log.texts.withUTF8(of: id) { string(utf8: $0) }
    }

    private mutating func optional(_ name: String, _ id: TextTable.ID, in log: FindingLog) {
        if !id.isEmpty { text(name, id, in: log) }
    }
}
