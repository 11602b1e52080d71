import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A timeline says what comes before or after what")
struct TimelineReaderTests {
    private func rule(_ text: String) throws -> TimelineRule {
        let rulebook = try CareDesk.rulebook(
            "settings: {soon: 30s}\nstandards:\n  a:\n    timeline: \(text)")
        guard case .timeline(let rule)? = rulebook.standards.first?.body else { throw Missing() }
        return rule
    }

    private struct Missing: Error {}

    @Test(
        arguments: [
            ("{after: ring, expect: utterance}", "interaction", nil),
            ("{after: ring, expect: utterance, within: 30s, per: interaction}", "interaction", "within 30s"),
            ("{after: coupon.issue, expect: refund.pay, under: 3min, per: customer}", "customer", "in under 3min"),
            (
                "{after: coupon.issue, expect: ring, within: 7 days, per: [customer, channel]}", "customer and channel",
                "within 7 days"
            ),
            ("{after: ring, expect: utterance, within: settings.soon}", "interaction", "within settings.soon"),
            ("{after: coupon.issue, expect: ring, within: trigger.wait}", "interaction", "within trigger.wait"),
            ("{after: coupon.issue, expect: ring, by: trigger.time}", "interaction", "by trigger.time"),
            ("{after: ring, forbid: utterance, within: 1 day, until: coupon.issue}", "interaction", "within 1 day"),
            ("{before: coupon.issue, expect: ring, within: 10min, since: refund.pay}", "interaction", "within 10min"),
        ] as [(String, String, String?)])
    func reads(_ text: String, _ key: String, _ limit: String?) throws {
        let rule = try rule(text)
        #expect(rule.key.text == key)
        switch rule.demand {
        case .response(_, let deadline), .absence(_, let deadline), .precedence(_, let deadline, _):
            #expect(deadline?.text == limit)
        }
    }

    @Test(arguments: [
        Refusal(
            "«{expect: ring}»",
            .init(
                .missingKey, message: "a timeline needs the key `after`",
                help: "write `after: A, expect: B, within: 30s`, `before: A, expect: B` or `after: A, forbid: B`")),
        Refusal(
            "{after: ring, before: «ring», expect: ring}",
            .init(.conflictingKeys, message: "a timeline begins with `after` or `before`, not both")),
        Refusal("«{after: ring}»", .init(.missingKey, message: "a timeline needs the key `expect`")),
        Refusal(
            "{after: ring, expect: ring, forbid: «ring»}",
            .init(.conflictingKeys, message: "a timeline expects or forbids, not both")),
        Refusal(
            "{before: ring, forbid: «ring»}",
            .init(.conflictingKeys, message: "`before` goes with `expect`")),
        Refusal("{after: «rng», expect: ring}", .init(.unknownEvent, help: "did you mean `ring`?")),
        Refusal(
            "{after: ring, expect: ring, within: «7d»}",
            .init(
                .badValue, message: "`7d` is no length of time",
                help: "write `7 days`, which end at midnight, or `168h`")),
        Refusal(
            "{after: ring, expect: ring, within: 1h, «under»: 2h}",
            .init(.conflictingKeys, message: "a timeline has one limit")),
        Refusal(
            "{after: coupon.issue, expect: ring, within: «trigger.count»}",
            .init(.conditionType, message: "a limit is a length of time; this is a whole number")),
        Refusal(
            "{after: coupon.issue, expect: ring, by: «trigger.count»}",
            .init(.conditionType, message: "`by` takes an instant or a date; this is a whole number")),
        Refusal(
            "{after: ring, expect: ring, within: «3 business days»}",
            .init(.badValue, message: "business days are those of a calendar, and the rulebook has none")),
        Refusal(
            "{before: ring, expect: ring, «until»: ring}",
            .init(.conflictingKeys, message: "`until` says nothing beside `before`")),
        Refusal(
            "{after: ring, expect: ring, «since»: ring}",
            .init(.conflictingKeys, message: "`since` says nothing beside `after`")),
        Refusal(
            "{after: ring, expect: ring, again: «ech»}", .init(.badValue, help: "did you mean `each`?")),
        Refusal(
            "{after: ring, expect: ring, per: «custmer»}",
            .init(.unknownFact, message: "nothing can be measured per `custmer`")),
        Refusal(
            "{«steps»: [ring, ring]}", .init(.notYet, message: "not yet: a procedure cannot be run by this version")),
        Refusal(
            "{after: ring, expect: ring, «aim»: 10s}",
            .init(.notYet, message: "not yet: an aim beside a limit cannot be run by this version")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("standards:\n  a:\n    timeline: \(refusal.marked)", refusal.expected)
    }

    @Test func namesItsEventsItself() {
        CareDesk.expectRefusal(
            "standards:\n  a:\n    on: «ring»\n    timeline: {after: ring, expect: ring}",
            [.init(.conflictingKeys, message: "a timeline names its events itself, so `on` says nothing")])
    }
}
