import RulebookEngine
import Testing

@Suite("An action that no standard lists comes to what the rulebook says")
struct UnlistedActionTests {
    @Test(arguments: [
        ("", "", "deny"), ("unlisted: allow", "", "allow"), ("unlisted: justify", "", "justify"),
        ("unlisted: justify", #","reason":"x""#, "allow"), ("unlisted: deny", #","reason":"x""#, "deny"),
        ("unlisted: escalate", "", "escalate to manager"),
        ("unlisted: {escalate: senior}", #","agent":{"id":"a","role":"senior"},"reason":"x""#, "allow"),
        ("unlisted: {escalate: senior}", #","agent":{"id":"a","role":"agent"},"reason":"x""#, "escalate to senior"),
    ])
    func comesTo(header: String, members: String, expected: String) throws {
        let fixture = try RulebookFixture(DecisionWorld.rulebook("some: {on: other, require: 'true'}", header: header))
        let decision = try fixture.decide("{\"type\":\"act\"\(members)}")
        #expect(DecisionWorld.outcome(decision) == expected)
        #expect(decision.remark == .unlisted)
        #expect(decision.results.isEmpty)
    }

    @Test(arguments: [
        ("on: act, require: 'true'", true), ("on: act, forbid: 'false'", true),
        ("on: act, when: 'false', require: 'true'", true),
        ("on: act, for: {customer.tier: gold}, require: 'true'", true),
        ("on: {event: act, where: 'false'}, require: 'true'", true), ("on: either, require: 'true'", true),
        ("on: act, otherwise: note, require: 'true'", true), ("on: act, manual: Was it kind?", false),
        ("on: act, force: should, require: 'true'", true), ("on: act, force: may, require: 'true'", true),
        ("on: act, allowance: {sum: event.count, window: each, steps: [{up_to: 3}]}", true),
        // A timeline that decides about the action lists it; one that only opens a duty, or waits for it, does not.
        ("timeline: {before: act, expect: seen}", true), ("timeline: {after: seen, forbid: act}", true),
        ("timeline: {from: act, to: seen, at_most: {count: 2}}", true), ("timeline: {steps: [act, seen]}", true),
        ("timeline: {after: act, expect: seen}", false), ("timeline: {after: seen, expect: act}", false),
        ("timeline: {after: act, forbid: seen}", false),
        ("timeline: {from: seen, to: act, at_most: {each: 60s}}", false),
        ("timeline: {every: 60s, expect: act, while: {from: seen}}", false),
        ("on: act, metric: {count: 'true', per: everyone, period: lifetime}", false),
    ])
    func isListedBy(standard: String, isListed: Bool) throws {
        let fixture = try RulebookFixture(DecisionWorld.rulebook("some: {\(standard)}"))
        #expect(fixture.compiled.lists("act") == isListed)
        let decision = try fixture.decide(#"{"type":"act","data":{"count":1},"customer":{"tier":"standard"}}"#)
        #expect((decision.remark == .unlisted) == !isListed)
    }

    @Test
    func whatMerelyHappensIsNeverUnlisted() throws {
        let fixture = try RulebookFixture(DecisionWorld.rulebook("some: {on: other, require: 'true'}"))
        let decision = try fixture.decide(#"{"type":"seen"}"#)
        #expect(decision.outcome == .allow)
        #expect(decision.remark == nil)
    }

    @Test
    func whatHappensIsJudgedLikeAnAction() throws {
        let fixture = try RulebookFixture(DecisionWorld.rulebook("some: {on: seen, require: event.count > 0}"))
        let decision = try fixture.decide(#"{"type":"seen","data":{"count":0}}"#)
        #expect(decision.outcome == .deny)
        #expect(fixture.statuses(decision) == ["some": "missed"])
    }
}
