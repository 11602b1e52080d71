import Foundation
import Leeway
import TestSupport
import Testing

@Suite("Each event is judged by the version of the rulebook that is in force at its time")
struct VersionedRulebookTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.version("1", "{until: 2027-01-01}", limit: 2, days: 2), to: "x/2026/rulebook.yaml")
        try folder.write(
            Self.version("2", "{from: 2027-01-01}", limit: 3, days: 1, more: Self.newer), to: "x/2027/rulebook.yaml")
    }

    private static let newer = """
          greeting: {on: call.end, require: event.greeted}
        """

    /// Coupons in rolling 30 days up to a limit, and an answer to each question within some days.
    private static func version(
        _ name: String, _ effective: String, limit: Int, days: Int, more: String = ""
    ) -> String {
        let greeted = more.isEmpty ? "" : "{fields: {greeted: bool}}"
        return """
            rulebook: x
            version: \(name)
            effective: \(effective)
            timeZone: UTC
            unlisted: allow
            roles: [agent]
            entities: {customer: {tier: string}}
            actions:
              coupon.issue: {about: [customer], fields: {count: int}}
            events: {question.asked: , question.answered: , call.end: \(greeted)}
            standards:
              coupons:
                on: coupon.issue
                allowance:
                  sum: event.count
                  per: customer
                  window: {rolling: 30 days}
                  steps: [{up_to: \(limit)}]
              answers: {timeline: {after: question.asked, expect: question.answered, within: \(days) days}}
            \(more)
            """
    }

    private func path(_ name: String) -> String { folder.url.appending(path: name).path }

    private func point() throws -> DecisionPoint { try DecisionPoint(rulebookAt: path("x")) }

    private func coupon(_ id: String, _ time: String, _ count: Int = 1) -> String {
        #"{"id":"\#(id)","type":"coupon.issue","time":"\#(time)","customer":{"id":"c"},"data":{"count":\#(count)}}"#
    }

    private func event(_ id: String, _ type: String, _ time: String) -> String {
        #"{"id":"\#(id)","type":"\#(type)","time":"\#(time)","interaction":"i"}"#
    }

    private func report(_ lines: [String], asOf: String? = nil) throws -> ComplianceReport {
        try folder.write(lines.joined(separator: "\n"), to: "log.jsonl")
        return try point().audit(
            AuditRequest(
                paths: [path("log.jsonl")], asOf: asOf.flatMap { CELTimestamp(parsing: $0) }, listing: .all))
    }

    /// Every finding as `event standard status version`.
    private func findings(_ report: ComplianceReport) -> [String] {
        report.log.findings.map { finding in
            let event = report.log.event(of: finding)
            let standard = report.standards[report.log.standardIndex(of: finding)].id
            return "\(report.log.texts[event.id]) \(standard) \(finding.status.rawValue) "
                + report.rulebooks[Int(event.version)].version
        }
    }

    @Test("tests judge each event by its version, and name standards wherever they stand in it")
    func tests() throws {
        // A standard that comes first by name has another place in this version than the same standards before.
        try folder.write(
            Self.version(
                "2", "{from: 2027-01-01}", limit: 3, days: 1, more: "  a.first: {on: call.end, require: event.greeted}"),
            to: "x/2027/rulebook.yaml")
        let tests = SourceFile(
            name: "tests.yaml",
            text: """
                tests: x
                defaults: {customer: c, interaction: i}
                cases:
                  - case: coupons
                    when: {coupon.issue: {count: 3}}
                    table:
                      - [at, expect, by]
                      - [2026-12-31, deny, coupons]
                      - [2027-01-01, allow, ~]
                  - case: answers
                    when: question.asked
                    table:
                      - [at, expect]
                      - [2026-12-31, {outcome: allow, due: {answers: 2027-01-02}, standards: {a.first: not_applicable}}]
                      - [2027-01-01, {outcome: allow, due: {answers: 2027-01-02}}]
                  - case: findings
                    given: {coupon.issue: {count: 3}, at: 2026-12-01}
                    when: {call.end: {greeted: true}, at: 2027-01-02}
                    findings: {coupons: missed, a.first: met}
                """)
        let run = try point().test([tests])
        #expect(run.results.count == 5)
        let failures = run.results.flatMap(\.failures)
        #expect(failures.isEmpty, "\(failures.map { "\($0.range.place) \($0.expected) \($0.actual)" })")
        #expect(run.coverage.map(\.standard.id) == ["a.first", "answers", "coupons"])
    }

    @Test("the report names every version with its digest and period")
    func names() throws {
        let report = try report([coupon("e1", "2026-12-31T12:00:00Z")])
        #expect(report.rulebooks.map(\.version) == ["1", "2"])
        #expect(report.rulebooks.map(\.effectiveFrom) == [nil, "2027-01-01"])
        #expect(report.rulebooks.map(\.effectiveUntil) == ["2027-01-01", nil])
        #expect(Set(report.rulebooks.map(\.digest)).count == 2)
    }

    @Test("a budget spans the change, and is held against the limit of the event's time")
    func budget() throws {
        let report = try report([
            coupon("e1", "2026-12-30T12:00:00Z", 2), coupon("e2", "2026-12-31T23:59:59Z"),
            coupon("e3", "2027-01-01T00:00:00Z"), coupon("e4", "2027-02-01T00:00:00Z", 3),
        ])
        #expect(
            findings(report) == [
                "e1 coupons met 1", "e2 coupons missed 1", "e3 coupons missed 2", "e4 coupons met 2",
            ])
    }

    @Test("a clock runs by the version of its trigger")
    func clock() throws {
        let report = try report([
            event("q1", "question.asked", "2026-12-31T23:00:00Z"),
            event("a1", "question.answered", "2027-01-02T22:00:00Z"),
            event("q2", "question.asked", "2027-01-03T09:00:00Z"),
            event("a2", "question.answered", "2027-01-05T09:00:00Z"),
        ])
        #expect(findings(report) == ["q1 answers met 1", "q2 answers missed 2"])
    }

    @Test("a vocabulary is that of the event's time, and so are the standards")
    func vocabulary() throws {
        let report = try report([
            event("e1", "call.end", "2026-12-31T23:00:00Z"),
            #"{"id":"e2","type":"call.end","time":"2026-12-31T23:00:00Z","data":{"greeted":false}}"#,
            #"{"id":"e3","type":"call.end","time":"2027-01-01T23:00:00Z","data":{"greeted":false}}"#,
        ])
        #expect(findings(report) == ["e3 greeting missed 2"])
        #expect(report.reading.unknownMembers.map(\.text) == ["data.greeted"])
    }

    @Test("a proposal is decided by the version of its time, and by none without one")
    func check() throws {
        let point = try point()
        #expect(point.check(try point.event(json: coupon("e", "2026-12-31T12:00:00Z", 3))).outcome == .undetermined)
        let empty = try point.remembering([])
        let old = empty.check(try point.event(json: coupon("e", "2026-12-31T12:00:00Z", 3)))
        #expect(old.outcome == .deny)
        #expect(empty.report(on: old).rulebook.version == "1")
        #expect(empty.counterOffers(for: old).variants.first?.changes.first?.to == "2")
        let new = empty.check(try point.event(json: coupon("e", "2027-01-01T00:00:00Z", 3)))
        #expect(new.outcome == .allow)
        #expect(empty.report(on: new).rulebook.version == "2")
        let undated = empty.check(try point.event(json: #"{"type":"coupon.issue","data":{"count":9}}"#))
        #expect(undated.outcome == .undetermined)
        #expect(undated.remark == .undated)
        #expect(empty.counterOffers(for: undated).variants.isEmpty)
        #expect(empty.options(for: undated.event).outcome == .undetermined)
    }

    @Test("options go by the version of the situation's time", arguments: [("2026-12-31", "2"), ("2027-01-01", "3")])
    func options(_ day: String, _ limit: String) throws {
        let point = try point().remembering([])
        let situation = try point.event(
            json: #"{"type":"coupon.issue","time":"\#(day)T12:00:00Z","customer":{"id":"c"}}"#)
        #expect(point.options(for: situation).fields.first?.segments.first?.to == limit)
    }

    @Test("an event in a gap is undetermined, and counted as one that no version is about")
    func gap() throws {
        try folder.write(Self.version("2", "{from: 2027-02-01}", limit: 3, days: 1), to: "x/2027/rulebook.yaml")
        let (_, warnings) = try RulebookDirectory.load(path("x"))
        #expect(warnings.map(\.code) == [.versionGap])
        #expect(warnings.map(\.message) == ["no version is in force from 2027-01-01 until 2027-02-01"])
        #expect(warnings.first?.range.file.name == path("x/2027/rulebook.yaml"))
        #expect(warnings.first?.labels.first?.range.file.name == path("x/2026/rulebook.yaml"))
        let report = try report([
            coupon("e1", "2027-01-15T12:00:00Z", 2), coupon("e2", "2027-02-01T12:00:00Z", 2),
            event("q1", "question.asked", "2027-01-31T12:00:00Z"),
        ])
        #expect(findings(report) == ["e2 coupons missed 2"])
        #expect(report.reading.outsideEffectivePeriod == 2)
        let point = try point().remembering([])
        let decision = point.check(try point.event(json: coupon("e", "2027-01-15T12:00:00Z")))
        #expect(decision.outcome == .undetermined)
        #expect(decision.remark == .notInForce)
    }

    @Test("what an event begins at a time when nothing is in force is no matter of the rulebook")
    func outside() throws {
        try folder.write(Self.version("1", "{from: 2026-12-01}", limit: 2, days: 2), to: "y/rulebook.yaml")
        let point = try DecisionPoint(rulebookAt: path("y"))
        try folder.write(
            [
                event("q1", "question.asked", "2026-11-30T23:00:00Z"),
                event("q2", "question.asked", "2026-12-02T23:00:00Z"),
            ]
            .joined(separator: "\n"), to: "log.jsonl")
        let report = try point.audit(AuditRequest(paths: [path("log.jsonl")], listing: .all))
        #expect(findings(report) == ["q2 answers pending 1"])
    }

    @Test(
        "versions that are in force at once are an error at both places",
        arguments: [
            ("{until: 2027-01-01}", "{from: 2026-12-31}"), ("{from: 2026-01-01}", "{from: 2027-01-01}"),
            ("{from: 2026-01-01}", "{from: 2026-01-01}"), ("{until: 2027-01-01}", "{}"),
        ])
    func overlap(_ first: String, _ second: String) throws {
        try folder.write(Self.version("1", first, limit: 2, days: 2), to: "x/2026/rulebook.yaml")
        try folder.write(Self.version("2", second, limit: 2, days: 2), to: "x/2027/rulebook.yaml")
        let found = try RulebookDirectory().read(path("x"))
        #expect(found.versions == nil)
        let diagnostic = try #require(found.diagnostics.sorted.first)
        #expect(diagnostic.code == .overlappingVersions)
        #expect(
            Set([diagnostic.range.file.name] + diagnostic.labels.map(\.range.file.name))
                == [path("x/2026/rulebook.yaml"), path("x/2027/rulebook.yaml")])
    }

    @Test("a period inside another is found, whatever stands between them")
    func nested() throws {
        try folder.write(Self.version("1", "{until: 2028-01-01}", limit: 2, days: 2), to: "x/2026/rulebook.yaml")
        try folder.write(
            Self.version("2", "{from: 2027-01-01, until: 2027-02-01}", limit: 2, days: 2), to: "x/2027/rulebook.yaml")
        try folder.write(
            Self.version("3", "{from: 2027-03-01}", limit: 2, days: 2), to: "x/2028/rulebook.yaml")
        #expect(try RulebookDirectory().read(path("x")).diagnostics.errorCount == 2)
    }

    @Test("other rulebooks beside each other are no versions")
    func foreign() throws {
        try folder.write("rulebook: other\n", to: "x/other/rulebook.yaml")
        let found = try RulebookDirectory().read(path("x"))
        #expect(found.versions == nil)
        #expect(found.diagnostics.sorted.map(\.code) == [.foreignVersion])
    }

    @Test("a ledger holds for each entry the version that decided, and lets none exceed its own budget")
    func ledger() throws {
        let point = try point()
        let recorder = try Recorder(point, ledgerAt: path("used.ledger"))
        let entries = try [
            coupon("e1", "2026-12-30T12:00:00Z", 2), coupon("e2", "2026-12-31T12:00:00Z"),
            coupon("e3", "2027-01-01T12:00:00Z"), coupon("e4", "2027-01-01T13:00:00Z"),
        ].map { try recorder.record(try point.event(json: $0)).entry }
        #expect(entries.map(\.outcome) == ["allow", "deny", "allow", "deny"])
        #expect(entries.map(\.rulebookVersion) == ["1", "1", "2", "2"])
        #expect(entries.map(\.rulebookDigest) == [0, 0, 1, 1].map { point.compiled.versions.all[$0].digest })
        let found = try LedgerOverview.verify(ledgerAt: path("used.ledger"), deciding: point)
        #expect(found.decidedCount == 4)
        #expect(found.problemCount == 0)
        // A process that knows the newer version only goes on with it, and leaves what the older one decided.
        let newest = try DecisionPoint(rulebookAt: path("x/2027"))
        let later = try LedgerOverview.verify(ledgerAt: path("used.ledger"), deciding: newest)
        #expect(later.decidedCount == 2)
        #expect(later.otherRulebookCount == 2)
        #expect(later.problemCount == 0)
    }

    @Test("a standard whose severity changed has a row for each")
    func rows() throws {
        let text = Self.version("2", "{from: 2027-01-01}", limit: 3, days: 1)
        try folder.write(
            text.replacing("    on: coupon.issue", with: "    severity: critical\n    on: coupon.issue"),
            to: "x/2027/rulebook.yaml")
        let report = try report([
            coupon("e1", "2026-12-30T12:00:00Z", 3), coupon("e2", "2027-03-01T00:00:00Z", 4),
        ])
        #expect(
            report.standards.map { "\($0.id) \($0.severity.rawValue) \($0.counts[.missed])" }
                == ["answers major 0", "coupons major 1", "coupons critical 1"])
        #expect(report.overall.criticalMissed == 1)
    }
}
