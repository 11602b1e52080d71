import RulebookModel
import SourceText
import Testing

@testable import Workbench

@Suite("A rulebook is changed in every place that a test should protect")
struct MutantTests {
    private static let header = """
        rulebook: bench
        currency: EUR
        roles: [agent, boss]
        entities: {agent: {role: role}, customer: {tier: {enum: [standard, gold]}, staff: bool}}
        actions: {gift.give: {about: customer, fields: {count: int, value: money}}}
        events: {asked: , answered: {fields: {took: duration}}}

        """

    private static func mutants(_ text: String) throws -> [Mutant] {
        var diagnostics = DiagnosticCollector()
        let files = RulebookFiles(root: SourceFile(name: "bench.yaml", text: header + text))
        let loaded = RulebookLoader.load(files, diagnostics: &diagnostics)
        return Mutant.all(of: try #require(loaded, "\(PlainRenderer().render(diagnostics.sorted))"))
    }

    @Test(
        arguments: [
            (
                "standards: {a: {on: gift.give, when: customer.staff, require: event.value <= \"20 EUR\"}}",
                [
                    "condition `customer.staff` → `true`", "condition `event.value <= \"20 EUR\"` → `true`",
                    "bound `<=` → `<`",
                    "limit `\"20 EUR\"` → `\"19 EUR\"`", "limit `\"20 EUR\"` → `\"21 EUR\"`",
                ]
            ),
            (
                "standards: {a: {on: gift.give, unless: customer.staff and event.count > 3, forbid: event.count == 2}}",
                [
                    "condition `customer.staff and event.count > 3` → `false`", "condition `customer.staff` → `true`",
                    "condition `event.count > 3` → `true`", "bound `>` → `>=`", "limit `3` → `2`", "limit `3` → `4`",
                    "condition `event.count == 2` → `false`", "limit `2` → `1`", "limit `2` → `3`",
                ]
            ),
            (
                "standards: {a: {on: gift.give, require: {one: customer.staff, two: {any: [event.count < 5, event.value == \"1 EUR\"]}}}}",
                [
                    "condition `customer.staff` → `true`", "condition `event.count < 5` → `false`", "bound `<` → `<=`",
                    "limit `5` → `4`", "limit `5` → `6`", "condition `event.value == \"1 EUR\"` → `false`",
                    "limit `\"1 EUR\"` → `\"0 EUR\"`", "limit `\"1 EUR\"` → `\"2 EUR\"`",
                ]
            ),
            (
                "standards: {a: {on: gift.give, for: {customer.tier: gold}, allowance: {sum: event.count, window: each, steps: [{up_to: 1}, {under: 4, needs: reason}]}}}",
                [
                    "condition `gold` → `[\"standard\", \"gold\"]`", "bound `up_to` → `under`", "limit `1` → `0`",
                    "limit `1` → `2`",
                    "bound `under` → `up_to`", "limit `4` → `3`", "limit `4` → `5`",
                ]
            ),
            (
                "standards: {a: {timeline: {after: asked, expect: answered, within: 3 gift.give, per: customer}}}",
                [
                    "bound `within` → `under`", "limit `3 gift.give` → `2 gift.give`",
                    "limit `3 gift.give` → `4 gift.give`",
                ]
            ),
            (
                "standards: {a: {timeline: {from: asked, to: answered, at_most: {each: 60s, count: 3}, per: customer}}}",
                [
                    "bound `at_most` → `under`", "limit `60s` → `59s`", "limit `60s` → `61s`", "limit `3` → `2`",
                    "limit `3` → `4`",
                ]
            ),
            (
                "standards: {a: {on: answered, metric: {mean: event.took, per: everyone, period: {calendar: day}, under: 3min}}}",
                ["bound `under` → `at_most`", "limit `3min` → `2min`", "limit `3min` → `4min`"]
            ),
            (
                "settings: {most: {standard: 1, gold: 2}, title: {value: 9 EUR, title: The 1 and only}}",
                [
                    "limit `1` → `0`", "limit `1` → `2`", "limit `2` → `1`", "limit `2` → `3`",
                    "limit `9 EUR` → `10 EUR`",
                    "limit `9 EUR` → `8 EUR`",
                ]
            ),
            ("standards: {a: {on: rulebook.standard, require: event.clauses < 9}}", []),
        ] as [(String, [String])])
    func changes(_ text: String, _ expected: [String]) throws {
        #expect(try Self.mutants(text).map { "\($0.kind.rawValue) \($0.text)" } == expected)
    }
}
