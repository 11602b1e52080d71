import Testing
import Workbench

@Suite("A test can expect what a metric comes to, and is shown the figure")
struct MetricExpectationTests {
    private let bench: Bench

    init() throws {
        bench = try Bench(
            """
            rulebook: bench
            timeZone: Europe/Ljubljana
            roles: [agent]
            entities: {agent: {role: role}}
            events: {call: {fields: {circle: string, wait: duration}}}
            standards:
              soon: {on: call, metric: {share: event.wait <= "20s", per: circle, period: {calendar: month}, at_least: 80%}}
            """)
    }

    private let log = """
            given:
              - {call: {circle: North, wait: 20s}, at: 2026-06-10 12:00, times: 4}
              - {call: {circle: North, wait: 21s}, at: 2026-06-10 13:00}
              - {call: {circle: West, wait: 21s}, at: 2026-06-10 13:00}

        """.split(separator: "\n").map { $0.dropFirst(4) }.joined(separator: "\n")

    @Test func countsKeysAndPeriods() throws {
        #expect(try bench.failures("\(log)\nnow: 2026-07-01 00:00\nfindings: {soon: {met: 1, missed: 1}}") == [])
        #expect(try bench.failures("\(log)\nnow: 2026-06-30 23:59\nfindings: {soon: pending}") == [])
    }

    @Test func showsTheFigures() throws {
        let run = try bench.run(
            """
            tests: t
            cases:
              - case: c
                given: {call: {circle: West, wait: 21s}, at: 2026-06-10 13:00}
                now: 2026-07-01 00:00
                findings: {soon: met}
            """)
        let failure = try #require(run.results.first?.failures.first)
        #expect(failure.actual == "missed 1")
        #expect(failure.evidence.map(\.event) == ["West, 2026-06"])
        #expect(failure.evidence.map(\.message) == ["0%, at least 80%"])
    }
}
