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
            ("{after: ring, expect: utterance, within: 2 utterance}", "interaction", "within 2 utterance"),
            (
                "{after: ring, expect: utterance, within: [30s, 2 utterance], aim: 10s}", "interaction",
                "within 30s and within 2 utterance"
            ),
            (
                "{from: ring, to: utterance, at_most: {each: 60s, total: 180s, count: 3}}", "interaction",
                "at most 1min each, 3min together, 3 of them"
            ),
            (
                "{from: ring, to: utterance, under: {each: settings.soon}, at_least: {each: 1s}}", "interaction",
                "under settings.soon each, at least 1s each"
            ),
            ("{steps: [ring, utterance, [coupon.issue, refund.pay]]}", "interaction", nil),
            ("{steps: [ring, utterance], order: strict, within: 1h}", "interaction", "within 1h"),
            ("{every: 30min, expect: utterance, while: {from: ring, to: refund.pay}}", "interaction", "every 30min"),
        ] as [(String, String, String?)])
    func reads(_ text: String, _ key: String, _ limit: String?) throws {
        let rule = try rule(text)
        #expect(rule.key.text == key)
        #expect(rule.limitText == limit)
    }

    @Test(arguments: [
        Refusal(
            "«{expect: ring}»",
            .init(
                .missingKey, message: "a timeline needs the key `after`",
                help: "write `after: A, expect: B, within: 30s`, `before: A, expect: B`, `after: A, forbid: B`, "
                    + "`from: A, to: B, at_most: {each: 60s}`, `steps: [A, B, C]` or "
                    + "`every: 30min, expect: B, while: {from: A, to: C}`")),
        Refusal(
            "{after: ring, before: «ring», expect: ring}",
            .init(.conflictingKeys, message: "a timeline begins in one way; this has `after` and `before`")),
        Refusal("«{after: ring}»", .init(.missingKey, message: "a timeline needs the key `expect`")),
        Refusal(
            "{after: ring, expect: ring, forbid: «ring»}",
            .init(.conflictingKeys, message: "a timeline expects or forbids, not both")),
        Refusal(
            "{before: ring, «forbid»: ring}",
            .init(
                .conflictingKeys, message: "`forbid` says nothing beside `before`",
                help: "to forbid an event after another, write `after: …, forbid: …`")),
        Refusal("{after: «rng», expect: ring}", .init(.unknownEvent, help: "did you mean `ring`?")),
        Refusal(
            "{after: ring, expect: ring, within: «7d»}",
            .init(
                .badValue, message: "`7d` is no length of time",
                help: "write `7 days`, which end at midnight, or `168h`")),
        Refusal(
            "{after: ring, expect: ring, within: 1h, «under»: 2h}",
            .init(.conflictingKeys, message: "a timeline has `within` or `under`, not both")),
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
            "{steps: «ring»}", .init(.wrongKind, message: "`steps` must be a list of two steps or more, not a text")),
        Refusal(
            "{steps: «[ring]»}",
            .init(.wrongKind, message: "`steps` must be a list of two steps or more, not a list of one")),
        Refusal("{steps: [ring, «rng»]}", .init(.unknownEvent, help: "did you mean `ring`?")),
        Refusal("{steps: [ring, ring], order: «strikt»}", .init(.badValue, help: "did you mean `strict`?")),
        Refusal(
            "«{from: ring, at_most: {each: 60s}}»",
            .init(.missingKey, message: "a timeline of intervals needs the key `to`")),
        Refusal(
            "«{from: ring, to: utterance}»",
            .init(.missingKey, message: "a timeline of intervals needs the key `at_most`")),
        Refusal(
            "{from: ring, to: utterance, at_most: «{}»}",
            .init(.wrongKind, message: "`at_most` must be at least one limit, not an empty map")),
        Refusal(
            "{from: ring, to: utterance, at_most: {«eech»: 60s}}", .init(.unknownKey, help: "did you mean `each`?")),
        Refusal(
            "{from: ring, to: utterance, at_most: {each: «7 days»}}",
            .init(.badValue, message: "`7 days` is no length of an interval")),
        Refusal(
            "{from: coupon.issue, to: utterance, at_most: {count: «trigger.wait»}}",
            .init(.conditionType, message: "this limit is a whole number; this is a length of time")),
        Refusal(
            "{from: ring, to: utterance, at_most: {each: 60s}, again: «each»}",
            .init(.badValue, message: "one interval of a key runs at a time")),
        Refusal(
            "{from: ring, to: utterance, at_most: {each: 60s}, «within»: 10s}",
            .init(
                .conflictingKeys, message: "`within` says nothing beside `from`",
                help: "write `at_most: {each: 60s}`")),
        Refusal(
            "«{every: 30min, expect: utterance}»",
            .init(.missingKey, message: "a recurring duty needs the key `while`")),
        Refusal(
            "{every: 30min, expect: utterance, while: «{to: ring}»}",
            .init(.missingKey, message: "`while` needs the key `from`")),
        Refusal(
            "{after: ring, expect: ring, within: [1 utterance, «2 ring»]}",
            .init(.conflictingKeys, message: "events are counted towards one limit only")),
        Refusal(
            "{before: ring, expect: ring, within: «2 utterance»}",
            .init(.notYet, message: "not yet: freshness that counts events cannot be run by this version")),
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
