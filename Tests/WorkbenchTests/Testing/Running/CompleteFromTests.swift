import RulebookEngine
import Testing
import Workbench

@Suite("A test can say from when on its events are all that happened")
struct CompleteFromTests {
    private let bench: Bench

    init() throws {
        bench = try Bench(
            """
            rulebook: bench
            timeZone: Europe/Ljubljana
            unlisted: allow
            roles: [agent]
            entities: {agent: {role: role}}
            actions: {use: {fields: {count: {type: int, min: 0}}}}
            events: {asked: , answered: }
            standards:
              weekly: {on: use, allowance: {sum: event.count, per: everyone, window: {rolling: 7 days}, steps: {up_to: 3}}}
              first: {timeline: {before: use, expect: asked, within: 2 days, per: everyone}}
            """)
    }

    @Test(
        "what reaches back further is undetermined, unless what is known decides",
        arguments: [
            // All that ever happened is known; then less and less of it.
            ("", 1, "{outcome: deny, by: first}"),
            ("complete_from: 2026-05-31", 1, "{outcome: deny, by: first}"),
            ("complete_from: 2026-06-04", 1, "{outcome: deny, by: first}"),
            ("complete_from: 2026-06-05", 1, "{outcome: undetermined, by: [first, weekly]}"),
            ("complete_from: 2026-06-05", 3, "{outcome: deny, by: weekly}"),
        ])
    func decides(_ beginning: String, _ count: Int, _ expected: String) throws {
        #expect(
            try bench.failures(
                """
                \(beginning)
                given: {use: {count: 1}, at: 2026-06-05 08:00}
                when: {use: {count: \(count)}, at: 2026-06-06 12:00}
                expect: \(expected)
                """) == [])
    }

    @Test("the decision names what is missing, and from when on it would not be")
    func names() throws {
        let run = try bench.run(
            """
            tests: t
            cases:
              - case: c
                complete_from: 2026-06-04
                given: {asked: , at: 2026-06-05 09:00}
                when: {use: {count: 1}, at: 2026-06-06 12:00}
                expect: allow
            """)
        let failure = try #require(run.results.first?.failures.first)
        #expect(
            failure.decision?.missing == [
                "used before under weekly "
                    + "(it reaches back to before 2026-06-04 00:00:00, from which on the log is complete)"
            ])
    }

    @Test("the audit of the events knows it as well")
    func audits() throws {
        let log = "given: [{asked: , at: 2026-06-06 09:00}, {use: {count: 1}, at: 2026-06-06 12:00}]"
        #expect(try bench.failures("\(log)\nfindings: {weekly: met, first: met}") == [])
        #expect(
            try bench.failures("complete_from: 2026-06-05\n\(log)\nfindings: {weekly: undetermined, first: met}") == [])
    }
}
