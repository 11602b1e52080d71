import Audit
import RulebookEngine
import Testing

@Suite("An audit tells how figures go together, and what people took out of them")
struct RelatedMetricAuditTests {
    private static let rulebook = """
        rulebook: metrics
        version: 1
        timeZone: Europe/Ljubljana
        roles: [agent]
        entities: {agent: {role: role}}
        events:
          call: {about: [agent], fields: {wait: duration, sold: int}}
          call.excluded:
        standards:
          quick:
            title: Quick calls
            on: call
            metric:
              share: event.wait <= "20s"
              per: agent
              period: {calendar: month}
              excluded_by: {event: call.excluded, per: interaction}
          sold: {title: Sales, on: call, metric: {sum: event.sold, per: agent, period: {calendar: month}}}
          together: {metric: {correlation: {of: quick, with: sold}, sample: 3, over: 0}}
        """

    private static func call(_ id: Int, _ agent: String, wait: Int, sold: Int) -> String {
        "{\"id\":\"\(id)\",\"type\":\"call\",\"time\":\"2026-11-02T10:00:0\(id % 10)+01:00\",\"interaction\":\"i-\(id)\","
            + "\"agent\":{\"id\":\"\(agent)\"},\"data\":{\"wait\":\"\(wait)s\",\"sold\":\(sold)}}"
    }

    private static func excluded(_ id: String, _ interaction: String, _ more: String) -> String {
        "{\"id\":\"\(id)\",\"type\":\"call.excluded\",\"time\":\"2026-11-20T08:00:00+01:00\",\"interaction\":"
            + "\"\(interaction)\"\(more)}"
    }

    private static func report(_ more: [String] = [], isReversed: Bool = false) throws -> ComplianceReport {
        // Shares of 0, a half and all; sales of 1, 5 and 3: ranks 1 2 3 and 1 3 2, which is 1 − 6 × 2 ÷ 24 = 0.5.
        let log = [
            call(1, "a-1", wait: 60, sold: 1), call(2, "a-1", wait: 60, sold: 0), call(3, "a-2", wait: 5, sold: 5),
            call(4, "a-2", wait: 60, sold: 0), call(5, "a-3", wait: 5, sold: 3), call(6, "a-3", wait: 5, sold: 0),
        ]
        let rows = isReversed ? (log + more).reversed() : log + more
        return try AuditFixture.audit(
            rows.joined(separator: "\n"), by: AuditFixture.rulebook(rulebook),
            asOf: "2026-12-15T00:00:00+01:00")
    }

    @Test func saysWhatAManagerReads() throws {
        let report = try Self.report()
        let together = try #require(report.metrics.first { $0.measure == "correlation" })
        #expect(together.key == "by agent")
        #expect(together.period == "2026-11")
        #expect(together.figure?.text == "0.5")
        #expect(together.status == .met)
        #expect(together.population == 3)
        #expect(
            together.message
                == "where `Quick calls` is higher, `Sales` tends to be higher as well: a clear connection; Spearman's rank correlation "
                + "over 3 groups; it shows no cause")
    }

    @Test func listsWhoTookOutWhatAndWhy() throws {
        let signed = ",\"agent\":{\"id\":\"m-1\"},\"reason\":\"the line was tested\""
        let report = try Self.report([
            Self.excluded("x-1", "i-4", signed), Self.excluded("x-2", "i-9", signed),
            Self.excluded("x-3", "i-1", ",\"agent\":{\"id\":\"m-1\"}"),
        ])
        let texts = report.exclusions.map { entry in
            [
                entry.event, entry.type, entry.time?.text ?? "", entry.who, entry.reason, entry.rows,
                "\(entry.removedCount)", entry.refusal,
            ].joined(separator: " | ")
        }
        let time = "call.excluded | 2026-11-20T08:00:00+01:00 | m-1"
        #expect(
            texts == [
                "x-1 | \(time) | the line was tested | i-4 | 1 | ", "x-2 | \(time) | the line was tested | i-9 | 0 | ",
                "x-3 | \(time) |  | i-1 | 0 | no reason was given",
            ])
        let quick = report.metrics.filter { $0.measure == "share" }
        #expect(
            quick.map { "\($0.key) \($0.figure?.text ?? "") of \($0.population) without \($0.excluded)" } == [
                "a-1 0% of 2 without 0", "a-2 100% of 1 without 1", "a-3 100% of 2 without 0",
            ])
        // Two agents share the best place now: ranks 1 2.5 2.5 and 1 3 2.
        #expect(report.metrics.first { $0.measure == "correlation" }?.figure?.text == "0.87")
    }

    @Test func theOrderOfRowsDoesNotMatter() throws {
        let signed = ",\"recorded_by\":\"m-1\",\"reason\":\"the line was tested\""
        let rows = [Self.excluded("x-1", "i-4", signed)]
        let first = try Self.report(rows)
        let second = try Self.report(rows, isReversed: true)
        #expect(first.exclusions.map(\.removedCount) == [1])
        #expect(first.metrics == second.metrics)
        #expect(first.exclusions == second.exclusions)
    }
}
