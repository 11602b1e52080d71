import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("Pauses and extensions move the end of a limit in time")
struct PauseReaderTests {
    private struct Missing: Error {}

    private func rule(_ text: String) throws -> TimelineRule {
        let rulebook = try CareDesk.rulebook(
            "calendars: {office: {mon-fri: \"08:00-18:00\"}}\nstandards:\n  a:\n    timeline: {\(text)}")
        guard case .timeline(let rule)? = rulebook.standards.first?.body else { throw Missing() }
        return rule
    }

    @Test func reads() throws {
        let paused = try rule(
            "after: ring, expect: utterance, within: 2h, clock: office, "
                + "paused_while: [{from: ring, to: utterance}, {from: agent.turn, to: [ring, utterance]}]")
        #expect(paused.pauses.map(\.from.text) == ["ring", "agent.turn"])
        #expect(paused.pauses.map(\.to.types) == [["utterance"], ["ring", "utterance"]])
        let extended = try rule(
            "after: ring, expect: utterance, within: 30 business days, "
                + "extended_by: {event: agent.turn, to: 45 business days}")
        #expect(
            extended.limitText == "within 30 business days, 45 business days after `agent.turn` in time")
        let reset = try rule("after: ring, expect: utterance, within: 3 days, reset_by: agent.turn")
        #expect(reset.limitText == "within 3 days, anew from `agent.turn`")
        let several = try rule(
            "after: coupon.issue, expect: ring, within: [30 days, trigger.time, {latest: [1h, close of office]}]")
        #expect(
            several.limitText
                == "within 30 days and by trigger.time and by the latest of 1h and the close of office")
    }

    @Test(arguments: [
        Refusal(
            "«paused_while»: {from: ring, to: ring}",
            .init(.conflictingKeys, message: "`paused_while` says nothing without a limit in time")),
        Refusal(
            "within: «7 days», paused_while: {from: ring, to: ring}",
            .init(
                .conflictingKeys, message: "a clock that stands still counts hours and minutes, not 7 days",
                help: "a date comes when it comes: write a length of time, as in `within: 48h`, perhaps with `clock:`, "
                    + "or let the event give more days with `extended_by`")),
        Refusal("by: «trigger.time», paused_while: {from: ring, to: ring}", .init(.conflictingKeys)),
        Refusal("within: [«1h, 2h»], paused_while: {from: ring, to: ring}", .init(.conflictingKeys)),
        Refusal("within: 1h, aim: «1 day», paused_while: {from: ring, to: ring}", .init(.conflictingKeys)),
        Refusal("within: 1h, paused_while: «{from: ring}»", .init(.missingKey, message: "a pause needs the key `to`")),
        Refusal(
            "within: 1h, paused_while: «{from: ring, «too»: ring}»",
            .init(.missingKey), .init(.unknownKey, help: "did you mean `to`?")),
        Refusal("within: 1h, paused_while: {from: «rng», to: ring}", .init(.unknownEvent)),
        Refusal("within: 1h, paused_while: «[]»", .init(.wrongKind)),
        Refusal("within: 1h, extended_by: «{to: 2h}»", .init(.missingKey)),
        Refusal("within: 1h, extended_by: {event: «rng», to: «2d»}", .init(.unknownEvent), .init(.badValue)),
        Refusal(
            "within: 1h, paused_while: {from: ring, to: ring}, extended_by: {event: ring, to: «2 days»}",
            .init(.conflictingKeys, message: "a clock that stands still counts hours and minutes, not 2 days")),
        Refusal(
            "«reset_by»: ring",
            .init(.conflictingKeys, message: "`reset_by` says nothing without a limit in time")),
        Refusal(
            "by: «trigger.time», reset_by: ring",
            .init(
                .conflictingKeys,
                message:
                    "a limit that begins anew counts from the event that resets it, and this one reads the trigger")),
        Refusal("within: 1h, reset_by: «rng»", .init(.unknownEvent)),
        Refusal("within: {latest: «1h»}", .init(.wrongKind, message: "`latest` must be several limits, not one")),
        Refusal("within: «{}»", .init(.wrongKind)),
        Refusal("within: {«lates»: [1h, 2h]}", .init(.unknownKey, help: "did you mean `latest`?")),
        Refusal(
            "within: «trigger.time»",
            .init(.conditionType, help: "write `by: trigger.time`")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal(
            "standards:\n  a:\n    timeline: {after: coupon.issue, expect: ring, \(refusal.marked)}",
            refusal.expected)
    }
}
