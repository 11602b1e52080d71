import Audit
import Foundation
import JSONSyntax
import RulebookEngine
import TestSupport
import Testing

/// Real logs whose counts were computed apart from the engine, by a few loops over the rows.
@Suite("Timelines over real logs come out as counted by hand")
struct SharedTimelinesTests {
    private static func report(_ example: String, _ path: String) throws -> ComplianceReport {
        let (compiled, mapping) = try AuditFixture.example(example)
        let url = try #require(sharedResource(path))
        let unpacked = try runShell("gzip -dc '\(url.path)'")
        #expect(unpacked.status == 0)
        let options = AuditOptions(listing: .notable, generator: ReportGenerator(version: "test"))
        var auditor = try Auditor(rulebook: compiled, mapping: mapping, options: options)
        try auditor.consume(LogInput(name: path, source: .memory(Array(unpacked.output.utf8))))
        return try auditor.finish()
    }

    private static func counts(_ report: ComplianceReport) -> [String: String] {
        report.standards.reduce(into: [:]) { counts, standard in
            let found = standard.counts
            counts[standard.id] = "\(found[.met]) \(found[.missed]) \(found[.pending])"
        }
    }

    @Test("STAR: replies, identity, confirmation, goodbye", .enabled(if: sharedResource("data/star") != nil))
    func star() throws {
        let report = try Self.report("star", "data/star/dialogues.jsonl.gz")
        #expect(report.reading.events == 74_864)
        #expect(report.reading.problemTotal == 0)
        #expect(
            Self.counts(report) == [
                "booking.confirmed": "708 213 0", "goodbye.anything_else": "1415 1638 0",
                "identity.first": "549 157 0", "replies.each": "33896 3640 0", "replies.first": "2908 1422 0",
            ])
    }

    @Test("ServiceNow: resolution, reaction, reassignment", .enabled(if: sharedResource("data/servicenow") != nil))
    func serviceNow() throws {
        let report = try Self.report("servicenow", "data/servicenow/incident_event_log.csv.gz")
        #expect(
            Self.counts(report) == [
                "closed.after_resolved": "14591 3 0", "closed.stays_closed": "14551 6 5",
                "passed_on.twice_at_most": "12776 1772 1", "reacted.in_time": "8355 6194 0",
                "resolved.in_time": "8802 5747 0", "stays.resolved": "14396 152 1", "verdict.agrees": "12484 2108 0",
            ])
    }
}
