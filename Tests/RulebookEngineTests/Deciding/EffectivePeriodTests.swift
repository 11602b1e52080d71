import RulebookEngine
import Testing

@Suite("Periods begin with their first instant and end before their last")
struct EffectivePeriodTests {
    private static let period = "effective: {from: 2026-03-01, until: 2026-06-01}"

    @Test(arguments: [
        ("2026-02-28T23:59:59.999Z", false), ("2026-03-01T00:00:00Z", true), ("2026-03-01T00:30:00+01:00", false),
        ("2026-05-31T23:59:59.999Z", true), ("2026-06-01T00:00:00Z", false), ("2026-06-01T01:59:00+02:00", true),
    ])
    func ofAStandard(time: String, isInForce: Bool) throws {
        let fixture = try RulebookFixture(
            DecisionWorld.rulebook("only: {on: act, require: 'false', \(Self.period)}"))
        let decision = try fixture.decide("{\"type\":\"act\",\"time\":\"\(time)\"}")
        #expect(decision.outcome == (isInForce ? .deny : .allow))
    }

    @Test
    func ofAStandardWithoutATime() throws {
        let failing = try RulebookFixture(DecisionWorld.rulebook("only: {on: act, require: 'false', \(Self.period)}"))
        #expect(DecisionWorld.outcome(try failing.decide(#"{"type":"act"}"#)) == "undetermined: now")
        let kept = try RulebookFixture(DecisionWorld.rulebook("only: {on: act, require: 'true', \(Self.period)}"))
        #expect(try kept.decide(#"{"type":"act"}"#).outcome == .allow)
    }

    @Test(
        arguments: [
            (#","time":"2026-02-28T23:59:59Z""#, Decision.Remark.notInForce), (#","time":"2026-03-01T00:00:00Z""#, nil),
            (#","time":"2026-06-01T00:00:00Z""#, .notInForce), ("", nil),
        ] as [(String, Decision.Remark?)])
    func ofTheRulebook(member: String, remark: Decision.Remark?) throws {
        let fixture = try RulebookFixture(
            DecisionWorld.rulebook("only: {on: act, require: 'true'}", header: Self.period))
        let decision = try fixture.decide("{\"type\":\"act\"\(member)}")
        #expect(decision.remark == remark)
        #expect(decision.outcome == (remark == nil ? .allow : .undetermined))
    }

    @Test(arguments: [
        ("2026-04-01T00:00:00Z", 1, "allow"), ("2026-04-01T00:00:00Z", 2, "deny"), ("2026-07-01T00:00:00Z", 2, "allow"),
        ("2026-09-01T00:00:00Z", 0, "undetermined: settings.limit"),
    ])
    func choosesSettings(time: String, count: Int, expected: String) throws {
        let fixture = try RulebookFixture(
            DecisionWorld.rulebook(
                "only: {on: act, require: event.count <= settings.limit}",
                header: """
                    settings:
                      limit: {choose: [{until: 2026-06-01, value: 1}, {from: 2026-06-01, until: 2026-09-01, value: 2}]}
                    """))
        let decision = try fixture.decide("{\"type\":\"act\",\"time\":\"\(time)\",\"data\":{\"count\":\(count)}}")
        #expect(DecisionWorld.outcome(decision) == expected)
    }
}
