import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel
import Testing
import Workbench

@Suite("A test passes when decision and findings are as it says, and fails otherwise")
struct TestRunnerTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    @Test(
        "decisions",
        arguments: [
            ("when: {gift.give: {count: 1}, at: 2026-03-02 10:00, customer: c}\nexpect: undetermined", []),
            (
                "when: {gift.give: {count: 1}, at: 2026-03-02 10:00, customer: {id: c, tier: standard}}\nexpect: deny",
                ["deny | allow"]
            ),
            ("when: {gift.give: {count: 1}, at: 2026-03-02, customer: {id: c, tier: standard}}", ["deny | allow"]),
            (
                "when: {gift.give: {count: 9}, at: 2026-03-02, customer: {id: c, tier: standard}}\n"
                    + "expect: {outcome: escalate, by: gifts.count, from: boss, standards: {gifts.gold: not_applicable}}",
                []
            ),
            (
                "when: {gift.give: {count: 9, value: 51}, at: 2026-03-02, customer: {id: c, tier: gold}}\n"
                    + "expect: {outcome: deny, by: [gifts.count, gifts.gold], standards: {gifts.count: met}}",
                ["deny by gifts.count, gifts.gold | deny by gifts.gold", "gifts.count: met | missed"]
            ),
            (
                "when: {gift.give: {count: 9}, at: 2026-03-02, customer: {id: c, tier: standard}}\n"
                    + "expect: {outcome: escalate, from: agent}", ["the approval of a agent | the approval of a boss"]
            ),
            (
                "when: {gift.give: {count: 1}, at: 2026-03-02, customer: {id: c, tier: gold}}\n"
                    + "expect: {outcome: undetermined, missing: [event.value]}", []
            ),
            (
                "when: {gift.give: {count: 1}, at: 2026-03-02, customer: {id: c, tier: gold}}\n"
                    + "expect: {outcome: undetermined, missing: [event.count]}",
                ["missing: event.count | missing: event.value"]
            ),
        ] as [(String, [String])])
    func decisions(_ members: String, _ failures: [String]) throws {
        #expect(try bench.failures(members) == failures)
    }

    @Test("what happened before counts, and only that")
    func history() throws {
        let given =
            "given: {gift.give: {count: 1}, at: 2026-03-02 10:00, customer: {id: c, tier: standard}, times: 2, every: 1h}\n"
        func when(_ time: String, _ outcome: String) -> String {
            given + "when: {gift.give: {count: 1}, at: \(time), customer: {id: c, tier: standard}}\nexpect: \(outcome)"
        }
        #expect(try bench.failures(when("2026-03-02 23:59", "justify")) == [])
        #expect(try bench.failures(when("2026-03-03 00:00", "allow")) == [])
    }

    @Test(
        "duties",
        arguments: [
            ("{answers.soon: 2026-03-02 11:00, answers.day: 2026-03-04, answers.ever: never}", 0),
            ("{answers.soon: 2026-03-02 11:01, answers.day: 2026-03-04, answers.ever: never}", 1),
            ("{answers.soon: 2026-03-02 11:00, answers.day: 2026-03-05, answers.ever: never}", 1),
            ("{answers.soon: 2026-03-02 11:00, answers.day: 2026-03-04}", 1),
            ("{answers.soon: never, answers.day: 2026-03-04, answers.ever: 2026-03-04}", 2),
            ("{gifts.count: never, answers.soon: 2026-03-02 11:00, answers.day: 2026-03-04, answers.ever: never}", 1),
        ] as [(String, Int)])
    func due(_ due: String, _ failureCount: Int) throws {
        let found = try bench.failures(
            "when: {asked: , at: 2026-03-02 10:00, customer: c}\nexpect: {outcome: allow, due: \(due)}")
        #expect(found.count == failureCount, "\(found)")
    }

    private static let log =
        "given: [{asked: , at: 2026-03-02 10:00, customer: c}, {answered: , at: 2026-03-02 12:00, customer: c}]\n"

    @Test(
        "findings",
        arguments: [
            (
                log
                    + "findings: {answers.soon: missed, answers.day: met, answers.ever: {met: 1}, answers.kind: met, gifts.count: not_applicable}",
                []
            ),
            (
                log + "findings: {answers.day: met}",
                ["nothing missed or undetermined that is not listed | answers.soon: missed 1"]
            ),
            (log + "findings: {answers.soon: met}", ["answers.soon: met | missed 1"]),
            (log + "findings: {answers.soon: {met: 0, missed: 2}}", ["answers.soon: met 0, missed 2 | missed 1"]),
            (log + "findings: {answers.soon: missed, answers.kind: {}}", ["answers.kind: nothing | met 1"]),
            (
                log + "findings: {answers.soon: missed, answers.kind: not_applicable, gifts.count: met}",
                ["answers.kind: not_applicable | met 1", "gifts.count: met | not_applicable"]
            ),
        ] as [(String, [String])])
    func findings(_ members: String, _ failures: [String]) throws {
        #expect(try bench.failures(members) == failures)
    }

    @Test("`now` settles the clocks that ran out; the others stay pending")
    func now() throws {
        let given = "given: {asked: , at: 2026-03-02 10:00, customer: c}\n"
        for (now, soon, day) in [
            ("2026-03-02 11:00", "pending", "pending"), ("2026-03-02 11:00:01", "missed", "pending"),
            ("2026-03-05 00:00", "missed", "missed"),
        ] {
            let found = try bench.failures(
                given + "now: \(now)\nfindings: {answers.soon: \(soon), answers.day: \(day), answers.ever: pending}")
            #expect(found == [], "\(now)")
        }
        #expect(try bench.failures(given + "findings: {answers.soon: pending}") == [])
    }

    @Test("a table is a case for each row")
    func table() throws {
        let run = try bench.run(
            """
            tests: t
            defaults: {customer: {id: c, tier: gold}}
            cases:
              - case: gifts
                when: {gift.give: {count: 1}, at: 2026-03-02 10:00}
                table:
                  - [event.value, customer.tier, reason, expect, by]
                  - [50, gold, ~, allow, ~]
                  - [51, gold, ~, deny, gifts.gold]
                  - [51, standard, ~, allow, ~]
              - case: answers
                given: {asked: , at: 2026-03-02 10:00}
                when: answered
                findings: {answers.kind: met}
                table:
                  - [case, at, answers.soon]
                  - [in time, 2026-03-02 11:00, met]
                  - [late, 2026-03-02 11:00:01, missed]
            """)
        #expect(run.results.map(\.isPassed) == [true, true, true, true, true])
        #expect(
            run.results.map(\.test.title) == [
                "gifts: value 50, tier gold, reason ~", "gifts: value 51, tier gold, reason ~",
                "gifts: value 51, tier standard, reason ~", "answers: in time", "answers: late",
            ])
    }

    @Test("defaults hold unless an event says otherwise")
    func defaults() throws {
        let file = try bench.read(
            """
            tests: t
            start: 2026-03-02 10:00
            defaults:
              customer: {id: c, tier: gold, name: 7}
              channel: phone
              event: {count: 2}
            cases:
              - case: as it is
                when: gift.give
              - case: member by member
                when: {gift.give: {value: 5}, customer: {tier: standard}, channel: mail}
              - case: somebody else
                when: {gift.give: {count: ~}, customer: d}
            """)
        let events = file.cases.compactMap(\.question?.event)
        #expect(events.map(\.channel) == ["phone", "mail", "phone"])
        #expect(events.map { $0.root["customer"]?["id"]?.string } == ["c", "c", nil])
        #expect(events.map { $0.root["customer"]?["tier"]?.string } == ["gold", "standard", nil])
        #expect(events[0].root["customer"]?["name"]?.string == "7")
        #expect(events[2].root["customer"]?.string == "d")
        #expect(events.map { $0.root["data"]?["count"]?.numberText } == ["2", "2", nil])
    }

    @Test("times of the clock are read in the rulebook's zone, through its changes")
    func times() throws {
        let file = try bench.read(
            """
            tests: t
            start: 2026-03-28 10:00
            cases:
              - case: c
                given:
                  - {asked: , times: 3, every: 1 day}
                  - {asked: , at: 2026-03-28 09:00, times: 2, every: 24h}
                  - {asked: , at: +90min}
                  - {asked: , at: 2026-03-31}
                when: {gift.give: {count: 1, until: 2026-04-01 12:30}, at: 2026-04-01T00:00:00Z}
            """)
        let test = try #require(file.cases.first)
        #expect(
            test.given.compactMap { $0.event.time?.description } == [
                "2026-03-28T08:00:00Z", "2026-03-28T09:00:00Z", "2026-03-28T10:30:00Z", "2026-03-29T08:00:00Z",
                "2026-03-29T08:00:00Z", "2026-03-30T08:00:00Z", "2026-03-30T22:00:00Z",
            ])
        #expect(test.question?.event.root["data"]?["until"]?.string == "2026-04-01T10:30:00Z")
        #expect(
            test.given.map(\.name) == [
                "line 7", "line 6", "line 8", "line 6 (2)", "line 7 (2)", "line 6 (3)", "line 9",
            ])
    }

    @Test("what the tests saw of each standard is counted")
    func coverage() throws {
        let run = try bench.run(
            """
            tests: t
            cases:
              - case: a
                when: {gift.give: {count: 9, value: 1}, at: 2026-03-02 10:00, customer: {id: c, tier: gold}}
                expect: escalate
              - case: b
                given: {answered: , at: 2026-03-02 10:00, customer: c}
                findings: {answers.kind: met}
            """)
        #expect(run.neverJudged.map(\.id) == ["answers.day", "answers.ever", "answers.soon"])
        let asked = try bench.run(
            """
            tests: t
            cases:
              - case: a
                when: {asked: , at: 2026-03-02 10:00, customer: c}
                expect: {outcome: allow, due: {answers.soon: 2026-03-02 11:00, answers.day: 2026-03-04, answers.ever: never}}
            """)
        #expect(asked.neverJudged.map(\.id) == ["answers.kind", "gifts.count", "gifts.gold"])
        #expect(run.neverKept.map(\.id) == ["gifts.count"])
        #expect(run.neverMissed.map(\.id) == ["answers.kind", "gifts.gold"])
    }

    @Test("a failure shows the decision, or the findings with their events")
    func evidence() throws {
        let run = try bench.run(
            """
            tests: t
            cases:
              - case: a
                when: {gift.give: {count: 9, value: 1}, at: 2026-03-02 10:00, customer: {id: c, tier: gold}}
              - case: b
                given:
                  - {asked: , at: 2026-03-02 10:00, customer: c}
                  - {answered: , at: 2026-03-02 12:00, customer: c, id: late}
                findings: {answers.soon: met}
            """)
        let failures = run.results.flatMap(\.failures)
        #expect(failures.count == 2)
        #expect(failures.first?.decision?.outcome == .escalate)
        let evidence = try #require(failures.last?.evidence.first)
        #expect(evidence.status == .missed)
        #expect(evidence.event == "asked at 2026-03-02 10:00 (line 7)")
        #expect(evidence.message == "no `answered` within 1h, by 2026-03-02 11:00:00")
    }
}
