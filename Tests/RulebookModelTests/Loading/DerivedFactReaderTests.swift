import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A fact is a measure over the events before")
struct DerivedFactReaderTests {
    @Test func readsEveryMeasure() throws {
        let rulebook = try CareDesk.rulebook(
            """
            facts:
              a: {happened: ring, per: interaction}
              b: {count: [coupon.issue, refund.pay], per: [customer, channel], window: {calendar: week, begins: sunday}}
              c: {sum: coupon.issue, of: event.value, where: event.count > 1, per: customer, until: ring}
              d: {min: coupon.issue, of: event.wait, per: everyone, window: {rolling: 36h}}
              e: {max: coupon.issue, of: event.time, per: customer, window: {rolling: 3 months}}
              f: {last: coupon.issue, of: customer.tier, per: customer, title: The latest tier}
              g: {distinct: {event: coupon.issue, where: event.count > 1}, of: event.channel, per: customer}
            standards:
              s:
                on: coupon.issue
                require: facts.a and facts.b < 3 and facts.c <= "20 EUR" and facts.d < "10min" and facts.e < now and facts.f == "gold" and facts.g == 1
            """)
        #expect(rulebook.facts.map(\.name) == ["a", "b", "c", "d", "e", "f", "g"])
        #expect(rulebook.facts.map(\.measure.function) == [.happened, .count, .sum, .min, .max, .last, .distinct])
        #expect(
            rulebook.facts.map(\.measure.window.text) == [
                "so far", "this week", "so far", "within 36h", "within 3 months", "so far", "so far",
            ])
        #expect(
            rulebook.facts.map(\.measure.key.text) == [
                "interaction", "customer and channel", "customer", "everyone", "customer", "customer", "customer",
            ])
        #expect(rulebook.facts[1].measure.key.parts.map(\.path) == [["customer", "id"], ["event", "channel"]])
    }

    @Test(arguments: [
        Refusal(
            "«a»: {count: ring}",
            .init(.missingKey, message: "the fact `a` needs the key `per`")),
        Refusal("«a»: {per: customer}", .init(.missingKey, message: "the fact `a` needs the key `happened`")),
        Refusal("a: {count: «rin», per: customer}", .init(.unknownEvent)),
        Refusal(
            "«a»: {sum: coupon.issue, per: customer}",
            .init(
                .missingKey, message: "the fact `a` needs the key `of`",
                help: "say which value is taken from each event, as in `of: event.value`")),
        Refusal(
            "a: {sum: coupon.issue, of: «customer.tier», per: customer}",
            .init(
                .conditionType,
                message: "only a number, an amount, a percentage or a length of time can be added up; this is a text, "
                    + "one of standard, gold")),
        Refusal(
            "a: {count: coupon.issue, of: «event.count», per: customer}",
            .init(.conflictingKeys, message: "`count` counts events and takes no value from them")),
        Refusal(
            "a: {count: ring, per: customer, window: «each»}",
            .init(.badValue, message: "a fact is measured over the events before, not over one")),
        Refusal(
            "a: {count: coupon.issue, where: «facts».a, per: customer}",
            .init(.conditionType, message: "`facts` cannot be read here")),
        Refusal(
            "a: {count: coupon.issue, per: [customer, «value.x»]}", .init(.unknownFact)),
        Refusal(
            "«a b»: {count: ring, per: customer}", .init(.malformedName)),
        Refusal(
            "a: {count: ring, per: customer, «windw»: {calendar: day}}",
            .init(.unknownKey, message: "the fact `a` has no key `windw`", help: "did you mean `window`?")),
        Refusal(
            "a: {count: ring, «share»: ring, per: customer}",
            .init(.notYet, message: "not yet: the measure `share` cannot be run by this version")),
        Refusal(
            "a: {count: ring, per: customer, window: {«blocks»: 30 days, calendar: day}}",
            .init(.notYet, message: "not yet: a window of successive blocks cannot be run by this version")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("facts:\n  \(refusal.marked)", refusal.expected)
    }
}
