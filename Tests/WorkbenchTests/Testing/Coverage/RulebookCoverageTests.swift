import Audit
import TestSupport
import Testing
import Workbench

@Suite("What tests have tried is told, condition by condition and limit by limit")
struct RulebookCoverageTests {
    private static let text = """
        rulebook: bench
        currency: EUR
        entities:
          agent: {name: string}
          customer: {tier: {enum: [standard, gold], default: standard}, staff: {type: bool, default: false}}
        actions: {gift.give: {about: customer, fields: {count: int, value: {type: money, default: 1 EUR}}}}
        events: {asked: {about: customer}, answered: {about: customer}}
        standards:
          a.gifts:
            on: gift.give
            for: {customer.tier: standard}
            unless: customer.staff
            require: event.count <= 3 and event.value < "20 EUR"
          b.steps: {on: gift.give, allowance: {sum: event.count, window: each, steps: [{up_to: 5}, {needs: reason}]}}
          c.answers: {timeline: {after: asked, expect: answered, within: 1h, per: customer}}
          d.kind: {on: answered, manual: Did the agent say the name?}
        """

    private func coverage(_ cases: String) throws -> RulebookCoverage {
        let bench = try Bench(Self.text)
        let file = try bench.read("tests: t\ndefaults: {customer: {id: c}}\nstart: 2026-11-20 10:00\ncases:\n\(cases)")
        let run = TestRunner(bench.compiled, generator: ReportGenerator(version: "test"))
            .run([file], coversConditions: true)
        return try #require(run.ways)
    }

    private func text(_ items: [RulebookCoverage.Item]) -> [String] {
        items.map { "\($0.text) \($0.sawFirst ? "1" : "-")\($0.sawSecond ? "2" : "-")" }
    }

    @Test("one case tries one way of what it reaches")
    func one() throws {
        let coverage = try coverage("  - {case: one, when: {gift.give: {count: 3}}, expect: allow}\n")
        #expect(
            text(coverage.conditions) == [
                "customer.tier: standard 1-", "customer.staff -2", "event.count <= 3 1-", "event.value < \"20 EUR\" 1-",
            ])
        #expect(
            text(coverage.limits) == [
                "event.count <= 3 1-", "event.value < \"20 EUR\" -2", "5 --", "within 1h --",
            ])
        #expect(coverage.standards.map(\.isJudged) == [true, true, false])
        #expect(coverage.seenCount == 8 && coverage.wayCount == 19 && coverage.permille == 421)
    }

    @Test("what a standard is not about tries nothing in it but its scope")
    func scope() throws {
        let coverage = try coverage(
            """
              - {case: gold, when: {gift.give: {count: 9}, customer: {tier: gold}}, expect: justify}
              - {case: colleagues, when: {gift.give: {count: 5}, customer: {staff: true}}, expect: allow}
            """)
        #expect(
            text(coverage.conditions) == [
                "customer.tier: standard 12", "customer.staff 1-", "event.count <= 3 --", "event.value < \"20 EUR\" --",
            ])
        #expect(text(coverage.limits).last { $0.hasPrefix("5") } == "5 12")
    }

    @Test("cases at every limit and past it try everything")
    func all() throws {
        let coverage = try coverage(
            """
              - case: counts
                when: {gift.give: {count: 3}}
                table:
                  - [event.count, event.value, customer.staff, customer.tier, expect]
                  - [3,           19.99,       false,          standard,      allow]
                  - [4,           20,          false,          standard,      deny]
                  - [5,           20,          true,           standard,      allow]
                  - [6,           20,          true,           gold,          justify]
              - case: in time
                given: [asked]
                when: {answered: }
                table:
                  - [at,    c.answers]
                  - [+1h,   met]
                  - [+61min, missed]
            """)
        #expect((coverage.conditions + coverage.limits).filter { $0.seenCount < 2 }.map(\.text) == [])
        #expect(coverage.permille == 1000)
    }
}
