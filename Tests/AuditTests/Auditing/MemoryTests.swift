import Audit
import CEL
import JSONSyntax
import RulebookEngine
import Testing

@Suite("An audit remembers, in the order of the events' times")
struct MemoryTests {
    private static func rulebook() throws -> CompiledVersions {
        try AuditFixture.rulebook(
            """
            rulebook: memory
            version: 1
            timeZone: Europe/Ljubljana
            roles: [agent]
            entities: {agent: {role: role}, customer: {tier: string}}
            actions: {coupon.issue: {about: [customer], fields: {count: int}}}
            events: {identity.verified: {about: [customer]}}
            facts: {verified: {happened: identity.verified, per: customer, window: {rolling: 2h}}}
            standards:
              budget:
                on: coupon.issue
                allowance: {sum: event.count, per: customer, window: {calendar: day}, steps: [{up_to: 3}]}
              identity: {on: coupon.issue, require: facts.verified}
            """)
    }

    private static func coupon(_ id: Int, _ time: String, _ count: Int, customer: String = "c1") -> String {
        "{\"id\":\"\(id)\",\"type\":\"coupon.issue\",\"time\":\"2026-11-02T\(time):00+01:00\","
            + "\"customer\":\"\(customer)\",\"data\":{\"count\":\(count)}}"
    }

    private static let rows = [
        "{\"id\":\"v\",\"type\":\"identity.verified\",\"time\":\"2026-11-02T09:00:00+01:00\",\"customer\":\"c1\"}",
        coupon(1, "09:10", 2), coupon(2, "09:20", 1), coupon(3, "09:30", 1, customer: "c2"), coupon(4, "10:59", 1),
        coupon(5, "11:00", 1), coupon(6, "11:10", 4, customer: "c2"),
    ]

    private static let expected = [
        "1 budget met", "1 identity met", "2 budget met", "2 identity met", "3 budget met", "3 identity missed",
        "4 budget missed", "4 identity met", "5 budget missed", "5 identity missed", "6 budget missed",
        "6 identity missed",
    ]

    @Test func judgesByWhatHappenedBefore() throws {
        let report = try AuditFixture.audit(Self.rows.joined(separator: "\n"), by: Self.rulebook())
        #expect(report.findingTexts == Self.expected)
    }

    @Test func theOrderOfRowsDoesNotMatter() throws {
        let rulebook = try Self.rulebook()
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20 {
            let rows = Self.rows.shuffled(using: &generator)
            let report = try AuditFixture.audit(rows.joined(separator: "\n"), by: rulebook)
            #expect(report.findingTexts == Self.expected, "\(rows)")
        }
    }

    @Test func aStreamStopsWhereAnEventIsLate() throws {
        let options = AuditOptions(generator: ReportGenerator(version: "test"), ordering: .streamed)
        func report(_ rows: [String]) throws -> ComplianceReport {
            var auditor = try Auditor(rulebook: try Self.rulebook(), mapping: nil, options: options)
            try auditor.consume(
                LogInput(name: "log.jsonl", source: .memory(Array(rows.joined(separator: "\n").utf8))))
            return try auditor.finish()
        }
        #expect(try report(Self.rows).findingTexts == Self.expected)
        #expect(
            throws: AuditError.outOfOrder(
                input: "log.jsonl", line: 3, lateness: CELDuration(nanoseconds: 89 * 60 * 1_000_000_000))
        ) {
            // The third row is ten minutes late, and the last one 89.
            try report([Self.rows[0], Self.rows[2], Self.rows[1], Self.rows[4], Self.rows[3]])
        }
    }
}
