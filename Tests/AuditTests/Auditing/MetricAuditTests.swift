import Audit
import RulebookEngine
import Testing

@Suite("An audit tells what metrics came to, and counts them among the standards")
struct MetricAuditTests {
    private static func rulebook(_ metric: String) throws -> CompiledVersions {
        try AuditFixture.rulebook(
            """
            rulebook: metrics
            version: 1
            timeZone: Europe/Ljubljana
            roles: [agent]
            entities: {agent: {role: role}, customer: {phone: {type: string, private: true}}}
            events:
              campaign.started:
              call: {about: [customer], fields: {wait: duration, circle: string}}
            standards:
              level: {on: call, severity: critical, metric: {\(metric)}}
            """)
    }

    private static func call(_ id: Int, _ time: String, _ wait: Int?, circle: String = "a") -> String {
        let wait = wait.map { ",\"wait\":\"\($0)s\"" } ?? ""
        return "{\"id\":\"\(id)\",\"type\":\"call\",\"time\":\"\(time)\",\"customer\":{\"id\":\"c\",\"phone\":\"041\"},"
            + "\"data\":{\"circle\":\"\(circle)\"\(wait)}}"
    }

    private static let log = [
        call(1, "2026-11-30T23:59:59+01:00", 5), call(2, "2026-11-01T00:00:00+01:00", 30),
        call(3, "2026-11-02T10:00:00+01:00", 20, circle: "b"), call(4, "2026-12-01T00:00:00+01:00", 30),
        call(5, "2026-12-02T00:00:00+01:00", nil, circle: "b"),
    ].joined(separator: "\n")

    private static let share = "share: event.wait <= \"20s\", per: circle, period: {calendar: month}, at_least: 75%"

    private static func texts(_ report: ComplianceReport) -> [String] {
        report.metrics.map { result in
            [
                result.key, result.period, result.figure?.text ?? "none", result.bound, "\(result.population)",
                result.status?.rawValue ?? "figure", result.message,
            ].joined(separator: " | ")
        }
    }

    @Test func listsThemByPeriodAndKey() throws {
        let report = try AuditFixture.audit(
            Self.log, by: Self.rulebook(Self.share), asOf: "2027-01-01T00:00:00+01:00")
        #expect(
            Self.texts(report) == [
                "a | 2026-11 | 50% | at least 75% | 2 | missed | ", "b | 2026-11 | 100% | at least 75% | 1 | met | ",
                "a | 2026-12 | 0% | at least 75% | 1 | missed | ",
                "b | 2026-12 | none | at least 75% | 1 | undetermined | 1 event is unclear: event.wait is not known",
            ])
        #expect(report.metrics[0].start?.text == "2026-11-01T00:00:00+01:00")
        #expect(report.metrics[0].end?.text == "2026-12-01T00:00:00+01:00")
        let counts = StatusCounts([.met: 1, .missed: 2, .undetermined: 1])
        #expect(report.counts("level") == counts)
        #expect(report.overall.counts == counts)
        #expect(report.overall.criticalMissed == 2)
        #expect(report.missingFacts.map(\.text) == ["event.wait"])
        #expect(
            report.standards[0].topReasons.map(\.text) == [
                "0% for a, 2026-12", "1 event is unclear: event.wait is not known", "50% for a, 2026-11",
            ])
        #expect(report.metrics[0].figure == .init(text: "50%", numerator: "50", denominator: "1", unit: "percent"))
    }

    @Test func whatIsNotOverIsPending() throws {
        let report = try AuditFixture.audit(Self.log, by: Self.rulebook(Self.share))
        #expect(report.metrics.map { $0.status?.rawValue } == ["missed", "met", "pending", "pending"])
        #expect(report.metrics[2].message == "the period is not over")
    }

    @Test func theOrderOfRowsDoesNotMatter() throws {
        let rulebook = try Self.rulebook(Self.share)
        let expected = try Self.texts(AuditFixture.audit(Self.log, by: rulebook))
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<10 {
            let rows = Self.log.split(separator: "\n").shuffled(using: &generator).joined(separator: "\n")
            #expect(try Self.texts(AuditFixture.audit(rows, by: rulebook)) == expected)
        }
    }

    @Test(
        arguments: [
            ("{calendar: day}", "2026-11-01"), ("{calendar: week}", "the week of 2026-10-26"),
            ("{calendar: week, begins: sunday}", "the week of 2026-11-01"), ("{calendar: quarter}", "2026-Q4"),
            ("{calendar: year}", "2026"), ("lifetime", "the whole log"),
            ("{blocks: 30 days, from: 2026-10-25}", "2026-10-25 to 2026-11-23"),
            ("{blocks: 168h, from: 2026-10-25}", "from 2026-10-25T00:00:00+02:00 to 2026-10-31T23:00:00+01:00"),
            ("{blocks: 1 month, from: campaign.started}", "a period that is not known"),
        ] as [(String, String)])
    func namesThePeriod(_ period: String, expected: String) throws {
        let metric = "count: true, per: everyone, period: \(period)"
        let time = period.contains("168h") ? "2026-10-31T22:59:59+01:00" : "2026-11-01T00:00:00+01:00"
        let report = try AuditFixture.audit(Self.call(1, time, 1), by: Self.rulebook(metric))
        #expect(report.metrics.map(\.period) == [expected])
    }

    @Test func anEstimateSaysSo() throws {
        let report = try AuditFixture.audit(
            Self.log,
            by: Self.rulebook(
                "percentile: event.wait, at: 50, within: 10%, per: circle, period: lifetime, at_most: 25s"))
        #expect(
            Self.texts(report) == [
                "a | the whole log | ≈ 28.865 s | at most 25 s | 3 | missed | an estimate within 10%",
                "b | the whole log | ≈ 20 s | at most 25 s | 2 | undetermined | an estimate within 10%; 1 event is "
                    + "unclear: event.wait is not known",
            ])
        #expect(report.metrics.map { $0.figure?.within } == ["10%", "10%"])
    }

    @Test func aFigureWithoutAVerdictIsInNoTotal() throws {
        let report = try AuditFixture.audit(
            Self.log, by: Self.rulebook("mean: event.wait, per: everyone, period: lifetime"))
        #expect(
            Self.texts(report) == [
                "everyone | the whole log | 21.25 s |  | 5 | figure | 1 event is unclear: event.wait is not known"
            ])
        #expect(report.overall.counts.total == 0)
    }

    @Test func aPrivateKeyIsMasked() throws {
        let report = try AuditFixture.audit(
            Self.log, by: Self.rulebook("count: true, per: customer.phone, period: lifetime"))
        #expect(report.metrics.map(\.key) == ["•••"])
    }
}
