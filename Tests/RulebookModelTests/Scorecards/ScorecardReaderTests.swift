import RulebookModel
import TestSupport
import Testing

@Suite("Scorecards are read whole, and everything that is wrong with them is told at once")
struct ScorecardReaderTests {
    @Test func readsEverything() throws {
        let rulebook = try CareDesk.rulebook(
            """
            scorecards:
              talk:
                title: {en: Talk, sl: Pogovor}
                on: coupon.issue
                items:
                  one: {title: First, weight: 12.5, pass: {many: event.count > 1, dear: event.value > "5 EUR"}}
                  two: {points: event.count, of: 5, when: customer.tier == "gold", critical: true}
                  three: {bonus: 5, pass: event.count > 3}
            standards: {s: {on: coupon.issue, require: score("talk") >= "80%"}}
            """)
        let card = try #require(rulebook.scorecards.first)
        #expect(card.name == "talk" && card.items.map(\.label) == ["one", "two", "three"])
        #expect(card.items.map(\.isCritical) == [false, true, false])
        if case .weight(let weight) = card.items[1].worth { #expect(weight == ExactDecimal(1)) }
        if case .bonus(let bonus) = card.items[2].worth { #expect(bonus == ExactDecimal(5)) }
    }

    @Test(arguments: [
        Refusal(
            "«it»: {items: {a: {pass: true}}}",
            .init(.missingKey, help: "name the events that it judges, as in `on: call.reviewed`")),
        Refusal(
            "«it»: {on: ring}",
            .init(
                .missingKey, help: "list what is judged, as in `items: {greeting: {weight: 20, pass: event.greeted}}`")),
        Refusal("it: {on: «rng», items: {a: {pass: true}}}", .init(.unknownEvent, help: "did you mean `ring`?")),
        Refusal("it: {on: ring, items: «{}»}", .init(.wrongKind)),
        Refusal(
            "it: {on: ring, items: {«a»: {weight: 2}}}",
            .init(.missingKey, help: "write `pass: CONDITION`, or `points: event.mark` and `of: 5`")),
        Refusal("it: {on: ring, items: {a: {«wait»: 2, pass: true}}}", .init(.unknownKey)),
        Refusal("it: {on: ring, items: {a: {pass: event.«cnt»}}}", .init(.conditionType)),
        Refusal("it: {on: ring, items: {a: {weight: «0», pass: true}}}", .init(.wrongKind)),
        Refusal("it: {on: ring, items: {a: {weight: «many», pass: true}}}", .init(.wrongKind)),
        Refusal("it: {on: ring, items: {a: {weight: 1, bonus: «1», pass: true}}}", .init(.conflictingKeys)),
        Refusal("it: {on: ring, items: {a: {critical: true, bonus: «1», pass: true}}}", .init(.conflictingKeys)),
        Refusal("it: {on: ring, items: {a: {pass: true, of: «5»}}}", .init(.conflictingKeys)),
        Refusal("it: {on: coupon.issue, items: {a: {pass: true, points: «event.count»}}}", .init(.conflictingKeys)),
        Refusal(
            "it: {on: coupon.issue, items: {«a»: {points: event.count}}}",
            .init(.missingKey, help: "say how many points there are, as in `of: 5`")),
        Refusal(
            "it: {on: coupon.issue, items: {a: {points: «event.value», of: 5}}}",
            .init(.conditionType, message: "points are a number; this is an amount of money")),
        Refusal(
            "it: {on: ring, items: {a: {pass: score(«\"it\"») > \"5%\"}}}", .init(.badValue)),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("scorecards:\n  \(refusal.marked)\n", refusal.expected)
    }

    @Test(arguments: [
        Refusal(
            "on: ring, require: score(«\"cal\"») > \"5%\"",
            .init(.badValue, message: "no scorecard is named `cal`", help: "did you mean `call`?")),
        Refusal(
            "on: coupon.issue, require: score(«\"call\"») > \"5%\"",
            .init(.conditionType, message: "the scorecard `call` judges ring, and not `coupon.issue`")),
        Refusal("on: ring, require: «score(\"call\")»", .init(.conditionType)),
    ])
    func refusesConditions(_ refusal: Refusal) {
        CareDesk.expectRefusal(
            "scorecards: {call: {on: ring, items: {a: {pass: true}}}}\nstandards:\n  s: {\(refusal.marked)}\n",
            refusal.expected)
    }
}
