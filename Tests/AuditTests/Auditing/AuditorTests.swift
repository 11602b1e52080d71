import Audit
import JSONSyntax
import RulebookEngine
import RulebookModel
import Testing

@Suite("An audit says what became of every standard at every event")
struct AuditorTests {
    static func rulebook() throws -> CompiledVersions {
        try AuditFixture.rulebook(
            """
            rulebook: care
            version: 1.2.0
            effective: {from: 2026-01-01, until: 2027-01-01}
            timeZone: Europe/Ljubljana
            currency: EUR
            unlisted: justify
            roles: [agent, supervisor]
            entities:
              agent: {role: role, team: string}
              customer: {tier: string, staff: bool, email: {type: string, private: true}}
            actions:
              coupon.issue: {fields: {count: int}}
              odd.thing: {fields: {x: int}}
            events:
              reply.sent: {fields: {words: int, text: {type: string, private: true}}}
            standards:
              coupons.ladder:
                severity: critical
                on: coupon.issue
                when: customer.tier != "gold"
                unless: customer.staff
                allowance:
                  sum: event.count
                  window: each
                  steps:
                    - {up_to: 1}
                    - {up_to: 3, needs: reason}
                    - {up_to: 10, needs: approval, from: supervisor}
              replies.short: {on: reply.sent, force: should, severity: minor, require: event.words <= 100}
              replies.long: {on: reply.sent, force: may, severity: minor, require: event.words > 50}
              replies.secret: {on: reply.sent, severity: minor, require: {no secret: 'event.text != "x"', no mail: 'customer.email != "m"'}}
              replies.read:
                on: reply.sent
                severity: major
                when: event.words > 10
                manual: {facts: Are the facts right?, tone: Is it friendly?}
            """)
    }

    private static func coupon(
        _ id: String, _ count: Int, _ more: String = "", customer: String = #""tier":"new","staff":false"#
    ) -> String {
        """
        {"id":"\(id)","type":"coupon.issue","time":"2026-03-01T10:00:00+01:00","channel":"phone",\
        "agent":{"id":"a-1","role":"agent","team":"t-1"},"customer":{"id":"c","email":"m@x","tier":null,\(customer)},\
        "data":{"count":\(count)}\(more)}
        """.replacing(#""tier":null,"tier""#, with: #""tier""#)
    }

    static func reply(_ id: String, words: Int, time: String = "2026-03-02T10:00:00+01:00", agent: String = "a-1")
        -> String
    {
        """
        {"id":"\(id)","type":"reply.sent","time":"\(time)","agent":{"id":"\(agent)"},"customer":{"email":"c@d"},\
        "data":{"words":\(words),"text":"hello"}}
        """
    }

    static func attested(
        _ event: String, _ label: String, _ answer: Bool, by: String = "q-1", standard: String = "replies.read"
    ) -> String {
        """
        {"type":"attested","time":"2026-03-03T10:00:00Z",\
        "data":{"standard":"\(standard)","event":"\(event)","label":"\(label)","answer":\(answer),"by":"\(by)"}}
        """
    }

    @Test(
        "each status of an action",
        arguments: [
            (coupon("e", 1), "met"), (coupon("e", 2), "missed"),
            (coupon("e", 2, #","reason":"late""#), "discretion"), (coupon("e", 5, #","reason":"late""#), "missed"),
            (coupon("e", 5, #","approval":{"by":"s-1","role":"supervisor"}"#), "discretion"),
            (coupon("e", 5, #","approval":{"by":"a-1","role":"supervisor"}"#), "missed"),
            (coupon("e", 11, #","approval":{"by":"s-1","role":"supervisor"}"#), "missed"),
            (coupon("e", 5, customer: #""tier":"new","staff":true"#), "excused"),
            (coupon("e", 5, customer: #""staff":false"#), "undetermined"),
            (coupon("e", 5, customer: #""tier":"gold","staff":false"#), nil),
        ] as [(String, String?)])
    func statuses(_ event: String, status: String?) throws {
        let report = try AuditFixture.audit(event, by: Self.rulebook())
        #expect(report.reading.problems == [])
        #expect(report.findingTexts == (status.map { ["e coupons.ladder \($0)"] } ?? []))
        let expected = status.flatMap(FindingStatus.init(rawValue:)) ?? .notApplicable
        #expect(report.counts("coupons.ladder") == StatusCounts([expected: 1] as KeyValuePairs))
        #expect(report.overall.counts == StatusCounts([expected: 1] as KeyValuePairs))
        #expect(report.overall.criticalMissed == (expected == .missed ? 1 : 0))
    }

    @Test("a finding names the clause, its place, the values and what would have been needed")
    func evidence() throws {
        let report = try AuditFixture.audit(
            Self.coupon("e-1", 5, #","reason":"late","interaction":"i-1""#), by: Self.rulebook())
        let log = report.log
        let finding = try #require(log.findings.first)
        #expect(log.texts[finding.place] == "rulebook.yaml:23:12")
        #expect(log.texts[finding.clause] == "event.count")
        #expect(log.texts[finding.effect] == "escalate to supervisor")
        #expect(log.evidence(of: finding).map { "\(log.texts[$0.name])=\(log.texts[$0.value])" } == ["event.count=5"])
        let event = log.event(of: finding)
        #expect(
            [event.id, event.type, event.agent, event.team, event.channel, event.interaction, event.reason]
                .map { log.texts[$0] } == ["e-1", "coupon.issue", "a-1", "t-1", "phone", "i-1", "late"])
        #expect(event.time.text == "2026-03-01T10:00:00+01:00")
        #expect(
            report.standards.first { $0.id == "coupons.ladder" }?.topReasons == [
                CountedText(text: "past the policy, without the approval of a supervisor", count: 1)
            ])
    }

    @Test("a private fact is masked in what a finding rests on")
    func privateFacts() throws {
        let event = Self.reply("r", words: 5).replacing("hello", with: "x")
        let report = try AuditFixture.audit(event, by: Self.rulebook())
        let index = try #require(report.standards.firstIndex { $0.id == "replies.secret" })
        let finding = try #require(report.log.findings.first { report.log.standardIndex(of: $0) == index })
        #expect(finding.status == .missed)
        #expect(report.log.texts[finding.clause] == "no secret")
        #expect(
            report.log.evidence(of: finding).map { "\(report.log.texts[$0.name])=\(report.log.texts[$0.value])" }
                == ["event.text=•••"])
    }

    @Test("advice and recognition are counted apart and never scored")
    func forces() throws {
        let log = [Self.reply("r-1", words: 5), Self.reply("r-2", words: 200)].joined(separator: "\n")
        let report = try AuditFixture.audit(log, by: Self.rulebook())
        #expect(report.counts("replies.short") == StatusCounts([.met: 1, .missed: 1]))
        #expect(report.counts("replies.long") == StatusCounts([.met: 1, .notApplicable: 1]))
        #expect(report.overall.counts == StatusCounts([.met: 2, .undetermined: 1, .notApplicable: 1]))
        #expect(
            report.findingTexts == [
                "r-1 replies.secret met", "r-1 replies.short met", "r-2 replies.long met",
                "r-2 replies.read undetermined",
                "r-2 replies.secret met", "r-2 replies.short missed",
            ])
        #expect(report.timeline.points.map(\.counts) == [report.overall.counts])
    }

    @Test(
        "what is listed and what is only counted",
        arguments: [
            (.all, ["met", "missed", "not_applicable"], 0), (.decided, ["met", "missed"], 0), (.notable, ["missed"], 1),
        ] as [(AuditOptions.Listing, [String], Int)])
    func listing(_ listing: AuditOptions.Listing, statuses: [String], omitted: Int) throws {
        let log = [
            Self.coupon("e-1", 1), Self.coupon("e-2", 2),
            Self.coupon("e-3", 2, customer: #""tier":"gold","staff":false"#),
        ].joined(separator: "\n")
        let report = try AuditFixture.audit(log, by: Self.rulebook(), listing: listing)
        #expect(report.log.findings.map(\.status.rawValue) == statuses)
        #expect(report.findingsOmitted == omitted)
        #expect(report.overall.counts == StatusCounts([.met: 1, .missed: 1, .notApplicable: 1]))
        #expect(report.scores.filter { $0.kind == .agent }.map(\.counts) == [report.overall.counts])
        #expect(
            report.scores.filter { $0.kind == .severity && $0.name == "critical" }.map(\.counts) == [
                report.overall.counts
            ])
    }

    @Test("an action that no standard lists is reported, unless it may simply go ahead")
    func unlisted() throws {
        let bare = #"{"id":"1","type":"odd.thing","time":"2026-03-01T10:00:00Z"}"#
        let reasoned = #"{"id":"2","type":"odd.thing","time":"2026-03-01T10:00:00Z","reason":"asked"}"#
        let report = try AuditFixture.audit(bare + "\n" + reasoned, by: Self.rulebook())
        #expect(report.reading.unlistedActions == [CountedText(text: "odd.thing", count: 1)])
        #expect(report.findingTexts == [])
    }

    @Test("outside the rulebook's period there are no findings, only a count")
    func notInForce() throws {
        let before = Self.coupon("e-1", 9).replacing("2026-03-01", with: "2025-12-31")
        let after = Self.coupon("e-2", 9).replacing("2026-03-01", with: "2027-01-01")
        let report = try AuditFixture.audit(before + "\n" + after, by: Self.rulebook())
        #expect(report.reading.outsideEffectivePeriod == 2)
        #expect(report.reading.events == 2)
        #expect(report.findingTexts == [])
        #expect(report.overall.counts.total == 0)
    }

    @Test("the report says what it rests on")
    func basis() throws {
        let log = Self.coupon("e-1", 1) + "\n" + Self.reply("r-1", words: 5, time: "2026-03-02T23:30:00Z") + "\n"
        let report = try AuditFixture.audit(log, by: Self.rulebook(), asOf: "2026-04-01T00:00:00Z")
        let input = try #require(report.inputs.first)
        #expect(
            [input.name, "\(input.byteCount)", "\(input.rowCount)", "\(input.eventCount)"] == [
                "log.jsonl", "\(log.utf8.count)", "2", "2",
            ])
        #expect(input.digest.hasPrefix("sha256:") && input.digest.utf8.count == 71)
        #expect(report.rulebooks.map(\.version) == ["1.2.0"])
        #expect(report.rulebooks.first?.effectiveFrom == "2026-01-01")
        #expect(report.scope.firstEventTime?.text == "2026-03-01T10:00:00+01:00")
        #expect(report.scope.lastEventTime?.text == "2026-03-03T00:30:00+01:00")
        #expect(report.scope.asOf?.text == "2026-04-01T02:00:00+02:00")
        #expect(report.timeline.points.map(\.date.text) == ["2026-03-01", "2026-03-03"])
        #expect(report.reading.eventsByType.map(\.text) == ["coupon.issue", "reply.sent"])
    }

    @Test("several inputs are one log")
    func inputs() throws {
        var auditor = try Auditor(
            rulebook: Self.rulebook(), mapping: nil, options: AuditOptions(generator: ReportGenerator(version: "test")))
        for (name, id) in [("b", "e-1"), ("a", "e-2"), ("c", "e-1")] {
            try auditor.consume(LogInput(name: name, source: .memory(Array(Self.coupon(id, 1).utf8))))
        }
        let report = try auditor.finish()
        #expect(report.inputs.map(\.name) == ["b", "a", "c"])
        #expect(report.inputs.map(\.eventCount) == [1, 1, 0])
        #expect(report.reading.problems.map(\.place) == ["c:1"])
    }
}
