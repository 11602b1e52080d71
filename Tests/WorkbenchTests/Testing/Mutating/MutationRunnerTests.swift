import Audit
import RulebookEngine
import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Tests are held to what they notice")
struct MutationRunnerTests {
    private static let text = """
        rulebook: bench
        currency: EUR
        entities: {customer: {staff: {type: bool, default: false}}}
        actions: {gift.give: {about: customer, fields: {count: int}}}
        standards:
          gifts: {on: gift.give, unless: customer.staff, require: event.count <= 3}
        """

    private func run(_ cases: String) throws -> MutationRun {
        let bench = try Bench(Self.text)
        let file = try bench.read("tests: t\ndefaults: {customer: {id: c}}\ncases:\n\(cases)")
        return bench.mutate(file)
    }

    @Test("cases at the limit and just past it notice everything")
    func noticesAll() throws {
        let run = try run(
            """
              - {case: at the limit, when: {gift.give: {count: 3}}, expect: allow}
              - {case: past it, when: {gift.give: {count: 4}}, expect: deny}
              - {case: colleagues, when: {gift.give: {count: 9}, customer: {staff: true}}, expect: allow}
            """)
        #expect(run.survivors.map(\.text) == [])
        #expect(run.killedCount == 5 && run.permille == 1000 && run.invalidCount == 0)
    }

    @Test("what no case comes near survives, each with its place")
    func tellsSurvivors() throws {
        let run = try run("  - {case: well past it, when: {gift.give: {count: 9}}, expect: deny}\n")
        #expect(
            run.survivors.map { "\($0.range.start.line) \($0.kind) \($0.text)" } == [
                "6 condition `customer.staff` → `false`", "6 bound `<=` → `<`", "6 limit `3` → `2`",
                "6 limit `3` → `4`",
            ])
        #expect(run.permille == 200)
    }

    @Test("a change that makes no rulebook counts nowhere")
    func countsOnlyRulebooks() throws {
        let bench = try Bench(
            """
            rulebook: bench
            settings: {day: 2026-11-30}
            entities: {customer: {since: date}}
            actions: {gift.give: {about: customer}}
            standards: {gifts: {on: gift.give, require: customer.since < settings.day}}
            """)
        let file = try bench.read(
            """
            tests: t
            cases:
              - case: c
                when: {gift.give: }
                table:
                  - [customer.since, expect]
                  - [2026-11-29,     allow]
                  - [2026-11-30,     deny]
            """)
        let run = bench.mutate(file)
        #expect(run.invalidCount == 1, "there is no 31 November")
        #expect(run.survivors.isEmpty && run.killedCount == 3)
    }
}
