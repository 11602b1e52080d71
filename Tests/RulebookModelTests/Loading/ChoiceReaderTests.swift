import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("At most one row of a choice ever holds")
struct ChoiceReaderTests {
    @Test(arguments: [
        "{until: 2026-04-01, value: 1} | {from: 2026-04-01, value: 2}",
        "{from: 2026-01-01, until: 2026-02-01, value: 1} | {from: 2026-02-01, until: 2026-03-01, value: 2}",
        "{for: {customer.tier: gold}, value: 1} | {for: {customer.tier: standard}, value: 2}",
        "{for: {customer.tier: gold}, until: 2026-01-01, value: 1} | {for: {customer.tier: gold}, from: 2026-01-01, value: 2}",
        "{for: {customer.tier: gold, customer.staff: true}, value: 1} | {for: {customer.tier: gold, customer.staff: false}, value: 2}",
        "{for: {customer.years: {under: 1}}, value: 1} | {for: {customer.years: {at_least: 1, under: 3}}, value: 2}",
        "{for: {customer.years: {up_to: 1}}, value: 1} | {for: {customer.years: {over: 1}}, value: 2}",
        "{for: {customer.years: {under: 3}}, value: 1} | {for: {customer.years: {over: 2}}, value: 2}",
        "{for: {customer.years: {under: 3}}, value: 1} | {for: {customer.years: [3, 7]}, value: 2}",
        "{for: {customer.since: {under: 2026-01-02}}, value: 1} | {for: {customer.since: {over: 2026-01-01}}, value: 2}",
        "{for: {customer.credit: {under: 5}}, value: 1} | {for: {customer.credit: {at_least: 5}}, value: 2}",
        "{for: {customer.credit: {up_to: 5 EUR}}, value: 1} | {for: {customer.credit: {up_to: 5 USD}}, value: 2}",
        "{for: {agent.role: {under: senior}}, value: 1} | {for: {agent.role: {at_least: senior}}, value: 2}",
        "{for: {order.placed_by.tier: gold}, value: 1} | {for: {order.placed_by.tier: standard}, value: 2}",
    ])
    func rowsSideBySide(_ rows: String) throws {
        let list = rows.split(separator: " | ").map { "\n    - \($0)" }.joined()
        let rulebook = try CareDesk.rulebook("settings:\n  it:\n    choose:\(list)")
        guard case .choice(let read)? = rulebook.settings.first?.content else {
            Issue.record("the setting is a choice")
            return
        }
        #expect(read.count == 2)
    }

    @Test(arguments: [
        "{value: 1} | {value: 2}", "{value: 1} | {for: {customer.tier: gold}, value: 2}",
        "{until: 2026-04-02, value: 1} | {from: 2026-04-01, value: 2}",
        "{for: {customer.tier: gold}, value: 1} | {for: {customer.staff: true}, value: 2}",
        "{for: {customer.tier: [gold, standard]}, value: 1} | {for: {customer.tier: gold}, value: 2}",
        "{for: {customer.years: {up_to: 1}}, value: 1} | {for: {customer.years: {at_least: 1}}, value: 2}",
        "{for: {customer.years: {under: 4}}, value: 1} | {for: {customer.years: {over: 2}}, value: 2}",
        "{for: {customer.years: {under: 4}}, value: 1} | {for: {customer.years: 3}, value: 2}",
        "{for: {customer.credit: {under: 6}}, value: 1} | {for: {customer.credit: {over: 5}}, value: 2}",
        "{for: {customer.tier: gold}, from: 2026-01-01, value: 1} | {for: {customer.tier: gold}, until: 2027-01-01, value: 2}",
    ])
    func rowsThatOverlap(_ rows: String) {
        let list = rows.split(separator: " | ")
        CareDesk.expectRefusal(
            "settings:\n  it:\n    choose:\n    - \(list[0])\n    - «\(list[1])»",
            [
                .init(
                    .overlappingRows, message: "two rows of this choice can hold at the same time",
                    help: "narrow one of them, so that at most one row ever holds")
            ])
    }

    @Test(arguments: [
        Refusal("choose: «[]»", .init(.wrongKind, message: "`choose` must be a list of rows, not an empty list")),
        Refusal("choose: «~»", .init(.wrongKind, message: "`choose` must be a list of rows, not nothing")),
        Refusal("choose: [«5»]", .init(.wrongKind, message: "a row of `choose` must be a map, not a whole number")),
        Refusal(
            "choose: [«{from: 2026-01-01}»]", .init(.missingKey, message: "a row of `choose` needs the key `value`")),
        Refusal("choose: [{value: 1, «untill»: 2026-01-01}]", .init(.unknownKey, help: "did you mean `until`?")),
        Refusal(
            "choose: [{until: 2026-01-01, value: 1}, {from: 2026-01-01, value: «1 EUR»}]",
            .init(.mixedTypes, message: "expected int like the values before, not money")),
        Refusal(
            "choose: [{for: {«customer.teir»: gold}, value: 1}]",
            .init(.unknownFact, message: "there is no fact `customer.teir`", help: "did you mean `customer.tier`?")),
        Refusal(
            "choose: [{for: {«event.count»: 1}, value: 1}]",
            .init(.unknownFact, help: "facts are written `entity.field` or `event.field`")),
        Refusal("choose: [{for: {«tier»: gold}, value: 1}]", .init(.unknownFact)),
        Refusal(
            "choose: [{for: «{}», value: 1}]",
            .init(.wrongKind, message: "`for` must be at least one fact, not an empty map")),
        Refusal(
            "choose: [{for: {customer.tier: «[]»}, value: 1}]",
            .init(.wrongKind, message: "`for` must be at least one value, not an empty list")),
        Refusal(
            "choose: [{for: {customer.tier: «silver»}, value: 1}]",
            .init(.badValue, message: "`silver` is no value here; expected standard, gold")),
        Refusal(
            "choose: [{for: {«agent.skills»: x}, value: 1}]",
            .init(
                .badValue, message: "`for` compares single values, and `agent.skills` is list(string)",
                help: "ask under `when:`, as in `\"…\" in agent.skills`")),
        Refusal(
            "choose: [{for: {customer.tier: «{at_least: gold}»}, value: 1}]",
            .init(
                .conflictingKeys, message: "values of the type one of standard, gold have no order",
                help: "name the values: one, or a list of them")),
        Refusal(
            "choose: [{for: {customer.years: «{}»}, value: 1}]",
            .init(.wrongKind, message: "a band must be a bound, as in {at_least: 1}, not empty")),
        Refusal(
            "choose: [{for: {customer.years: {«atleast»: 1}}, value: 1}]",
            .init(.unknownKey, message: "a band has no key `atleast`", help: "did you mean `at_least`?")),
        Refusal(
            "choose: [{for: {customer.years: {at_least: 1, over: «2»}}, value: 1}]",
            .init(.conflictingKeys, message: "a band has one lower and one upper bound")),
        Refusal(
            "choose: [{for: {customer.years: {over: 1, under: «2»}}, value: 1}]",
            .init(.badValue, message: "no value lies in this band", help: "the upper bound must lie above the lower")),
        Refusal("choose: [{for: {customer.credit: {over: 1 EUR, under: «2 USD»}}, value: 1}]", .init(.badValue)),
        Refusal("choose: [{for: {customer.years: {at_least: «x»}}, value: 1}]", .init(.badValue)),
        Refusal("choose: [{from: 2026-02-01, until: «2026-01-01», value: 1}]", .init(.emptyPeriod)),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("settings:\n  it:\n    \(refusal.marked)", refusal.expected)
    }

    @Test func rowsAreBounded() {
        let rows = (0...1_000).map { "{for: {customer.years: \($0)}, value: \($0)}" }.joined(separator: ", ")
        CareDesk.expectRefusal(
            "settings: {it: {choose: «[\(rows)]»}}",
            [
                .init(
                    .badValue, message: "a choice has at most 1000 rows",
                    help: "write a table, and read it as in `settings.NAME[customer.tier]`")
            ])
    }
}
