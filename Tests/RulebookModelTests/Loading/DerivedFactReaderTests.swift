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
              h: {mean: coupon.issue, of: event.count, per: customer, window: {blocks: 30 days, from: coupon.issue}}
              i: {share: coupon.issue, of: event.wait <= "20s", per: customer, window: {blocks: 168h, from: 2026-03-01}}
              j: {percentile: coupon.issue, of: event.wait, at: 99.9, per: customer}
              k: {share: coupon.issue, of: {soon: event.wait <= "20s", several: event.count > 1}, per: customer}
            standards:
              s:
                on: coupon.issue
                require: facts.a and facts.b < 3 and facts.c <= "20 EUR" and facts.d < "10min" and facts.e < now and facts.f == "gold" and facts.g == 1 and facts.h > "1.5" and facts.i >= "95%" and facts.j < "10min" and facts.k > "5%"
            """)
        #expect(rulebook.facts.map(\.name) == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"])
        #expect(
            rulebook.facts.map(\.measure.function) == [
                .happened, .count, .sum, .min, .max, .last, .distinct, .mean, .share, .percentile, .share,
            ])
        #expect(
            rulebook.facts.map(\.measure.window.text) == [
                "so far", "this week", "so far", "within 36h", "within 3 months", "so far", "so far",
                "within a block of 30 days from coupon.issue on", "within a block of 168h from 2026-03-01 on", "so far",
                "so far",
            ])
        #expect(
            rulebook.facts.map(\.measure.key.text) == [
                "interaction", "customer and channel", "customer", "everyone", "customer", "customer", "customer",
                "customer", "customer", "customer", "customer",
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
            .init(.conflictingKeys, message: "the fact `a` has one measure; this has `count` and `share`")),
        Refusal(
            "«a»: {share: coupon.issue, per: customer}",
            .init(
                .missingKey, message: "the fact `a` needs the key `of`",
                help: "say what holds of the part that is meant, as in `of: event.wait <= \"20s\"`")),
        Refusal(
            "a: {share: coupon.issue, of: «event.wait», per: customer}",
            .init(.conditionType, message: "a condition must be true or false; this one is a length of time")),
        Refusal(
            "a: {mean: coupon.issue, of: «event.time», per: customer}",
            .init(
                .conditionType,
                message: "only a number, an amount, a percentage or a length of time has a mean; this is an instant")),
        Refusal(
            "a: {mean: coupon.issue, of: «{time_from: ring, to: coupon.issue}», per: customer}",
            .init(.notYet, message: "not yet: the time between two events as a value cannot be run by this version")),
        Refusal(
            "«a»: {percentile: coupon.issue, of: event.wait, per: customer}",
            .init(
                .missingKey, message: "the fact `a` needs the key `at`",
                help: "write of how many percent it is the greatest value, as in `at: 95`")),
        Refusal(
            "a: {percentile: coupon.issue, of: event.wait, at: «0», per: customer}",
            .init(.badValue, message: "`0` is no percentile; one lies above 0 and is at most 100")),
        Refusal(
            "a: {percentile: coupon.issue, of: event.wait, at: «100.1», per: customer}", .init(.badValue)),
        Refusal(
            "a: {max: coupon.issue, of: event.wait, at: «95», per: customer}",
            .init(.conflictingKeys, message: "`at` goes with `percentile`")),
        Refusal(
            "a: {count: ring, at: «95», per: everyone}",
            .init(.conflictingKeys, message: "`at` goes with `percentile`")),
        Refusal(
            "a: {count: ring, per: everyone, window: {blocks: 30 days, calendar: «day»}}",
            .init(.conflictingKeys, message: "a window is `blocks` or `calendar`, not both")),
        Refusal(
            "a: {count: ring, per: everyone, window: «{blocks: 30 days}»}",
            .init(
                .missingKey, message: "a window of blocks needs the key `from`",
                help: "say when the first begins: the name of an event, or a date, as in "
                    + "`{blocks: 30 days, from: 2026-03-01}`")),
        Refusal(
            "a: {count: ring, per: everyone, window: {blocks: 30 days, from: «rng»}}",
            .init(.unknownEvent, help: "did you mean `ring`?")),
        Refusal(
            "a: {count: ring, per: everyone, window: {blocks: 30 days, from: «2026-13-01»}}",
            .init(.badValue, message: "`2026-13-01` is no date")),
        Refusal(
            "a: {count: ring, per: everyone, window: {blocks: «30d», from: 2026-01-01}}", .init(.badValue)),
        Refusal(
            "a: {count: ring, per: everyone, window: {rolling: 30 days, from: «2026-01-01»}}",
            .init(
                .conflictingKeys,
                message: "`from` goes with `blocks`, as in `{blocks: 30 days, from: 2026-03-01}`")),
        Refusal(
            "a: {count: coupon.issue, per: «count», window: {blocks: 30 days, from: ring}}",
            .init(.unknownFact, help: "not every event measured has it: `ring` does not")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("facts:\n  \(refusal.marked)", refusal.expected)
    }
}
