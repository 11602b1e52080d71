import RulebookEngine
import Testing

/// A small rulebook whose standards a test writes; conditions read whole numbers and truth values.
enum DecisionWorld {
    static func rulebook(_ standards: String, header: String = "") -> String {
        """
        rulebook: decisions
        timeZone: UTC
        currency: EUR
        roles: [agent, senior, supervisor, manager]
        \(header)
        entities:
          agent: {role: role, team: string}
          customer: {tier: {enum: [standard, gold]}, staff: {type: bool, default: false}, points: int}
        actions:
          act: {fields: {count: int, sure: bool, amount: money, level: {type: int, default: 4}, to: agent}}
          other: {fields: {count: int}}
        events:
          seen: {fields: {count: int}}
          either: {is: [act, other]}
          large: {is: either, where: event.count > 10}
        standards:
          \(standards.split(separator: "\n").joined(separator: "\n  "))
        """
    }

    /// The outcome with its approver, then what is missing.
    static func outcome(_ decision: Decision) -> String {
        let approver = decision.approver.map { " to \($0)" } ?? ""
        let missing = decision.missing.isEmpty ? "" : ": \(decision.missing.joined(separator: ", "))"
        return decision.outcome.rawValue + approver + missing
    }
}

@Suite("The most restrictive standard decides")
struct DecisionTests {
    /// Bodies that come out as their names say for any event.
    private static let kept = "kept: {on: act, require: 'true'}"
    private static let denying = "denying: {on: act, require: 'false'}"
    private static let justifying = "justifying: {on: act, require: 'false', otherwise: justify}"
    private static let escalating = "escalating: {on: act, require: 'false', otherwise: {escalate: senior}}"
    private static let escalatingHigh = "high: {on: act, require: 'false', otherwise: {escalate: manager}}"
    private static let unclear = "unclear: {on: act, require: event.sure}"
    private static let advising = "advising: {on: act, force: should, require: 'false'}"
    private static let noting = "noting: {on: act, require: 'false', otherwise: note}"
    private static let recognising = "recognising: {on: act, force: may, require: 'false'}"

    static let mixes: [(standards: [String], expected: String)] = [
        ([kept], "allow"), ([kept, justifying], "justify"), ([justifying, escalating], "escalate to senior"),
        ([escalating, escalatingHigh, kept], "escalate to manager"),
        ([escalating, unclear], "undetermined: event.sure"), ([unclear, denying, escalating], "deny"),
        ([kept, advising, noting, recognising], "allow"), ([kept, unclear, advising], "undetermined: event.sure"),
        ([kept, "unclear: {on: act, force: should, require: event.sure}"], "allow"),
        ([kept, "unclear: {on: act, otherwise: note, require: event.sure}"], "allow"),
    ]

    @Test(arguments: mixes)
    func wins(standards: [String], expected: String) throws {
        for order in [standards, standards.reversed()] {
            let fixture = try RulebookFixture(DecisionWorld.rulebook(order.joined(separator: "\n")))
            #expect(DecisionWorld.outcome(try fixture.decide(#"{"type":"act","data":{}}"#)) == expected)
        }
    }

    static let statuses: [(standard: String, data: String, outcome: String, status: String?)] = [
        ("on: act, require: event.sure", #"{"sure":true}"#, "allow", "met"),
        ("on: act, require: event.sure", #"{"sure":false}"#, "deny", "missed"),
        ("on: act, require: event.sure", #"{"sure":null}"#, "undetermined: event.sure", "undetermined"),
        ("on: act, forbid: event.sure", #"{"sure":true}"#, "deny", "missed"),
        ("on: act, forbid: event.sure", #"{"sure":false}"#, "allow", "met"),
        ("on: act, forbid: event.sure", "{}", "undetermined: event.sure", "undetermined"),
        // What errs closes, wherever it stands.
        ("on: act, require: 1 / event.count == 1", #"{"count":0}"#, "deny", "missed"),
        ("on: act, forbid: 1 / event.count == 1", #"{"count":0}"#, "deny", "missed"),
        ("on: act, require: {not: 1 / event.count == 1}", #"{"count":0}"#, "deny", "missed"),
        ("on: act, when: 1 / event.count == 1, require: 'false'", #"{"count":0}"#, "deny", "missed"),
        ("on: act, unless: 1 / event.count == 1, require: 'false'", #"{"count":0}"#, "deny", "missed"),
        ("on: {event: act, where: 1 / event.count == 1}, require: 'false'", #"{"count":0}"#, "deny", "missed"),
        ("on: act, require: event.count * event.count > 0", #"{"count":5000000000}"#, "deny", "missed"),
        ("on: act, require: 'event.amount < \"5 USD\"'", #"{"amount":"1 EUR"}"#, "deny", "missed"),
        // An error beside something that decides anyway changes nothing.
        ("on: act, require: 1 / event.count == 1 or event.sure", #"{"count":0,"sure":true}"#, "allow", "met"),
        // What is unknown makes undetermined only where the body is not met.
        ("on: act, when: event.sure, require: event.count > 0", #"{"count":1}"#, "allow", "met"),
        (
            "on: act, when: event.sure, require: event.count > 0", #"{"count":0}"#, "undetermined: event.sure",
            "undetermined"
        ),
        (
            "on: act, unless: event.sure, require: event.count > 0", #"{"count":0}"#, "undetermined: event.sure",
            "undetermined"
        ),
        ("on: act, unless: event.sure, require: event.count > 0", #"{"count":1}"#, "allow", "met"),
        (
            "on: act, when: event.sure, require: event.count > 0", "{}",
            "undetermined: event.count, event.sure", "undetermined"
        ),
        (
            "on: act, for: {customer.tier: gold}, require: event.count > 0", #"{"count":0}"#, "undetermined: customer",
            "undetermined"
        ),
        ("on: {event: act, where: event.sure}, require: 'false'", "{}", "undetermined: event.sure", "undetermined"),
        // Out of scope, excused, only advice.
        ("on: act, when: event.sure, require: 'false'", #"{"sure":false}"#, "allow", nil),
        ("on: act, unless: event.sure, require: 'false'", #"{"sure":true}"#, "allow", "excused"),
        ("on: act, unless: event.sure, require: 'true'", #"{"sure":true}"#, "allow", "excused"),
        ("on: act, force: should, require: 'false'", "{}", "allow", "missed"),
        ("on: act, force: may, require: 'true'", "{}", "allow", "met"),
        ("on: act, force: may, require: 'false'", "{}", "allow", "not_applicable"),
        ("on: act, force: may, require: event.sure", "{}", "allow", "not_applicable"),
        ("on: act, otherwise: note, require: 'false'", "{}", "allow", "missed"),
        ("on: act, otherwise: justify, require: 'false'", "{}", "justify", "missed"),
        ("on: act, manual: Was it kind?", "{}", "deny", "undetermined"),
        // Named patterns.
        ("on: large, require: 'false'", #"{"count":11}"#, "deny", "missed"),
        ("on: large, require: 'false'", #"{"count":10}"#, "allow", nil),
        ("on: large, require: 'false'", "{}", "undetermined: event.count", "undetermined"),
        ("on: [other, large], require: 'false'", #"{"count":10}"#, "allow", nil),
        ("on: [{event: act, where: event.count > 5}, large], require: 'false'", #"{"count":6}"#, "deny", "missed"),
        // Defaults, null, absence.
        ("on: act, require: event.level == 4", "{}", "allow", "met"),
        ("on: act, require: event.level == 4", #"{"level":null}"#, "undetermined: event.level", "undetermined"),
        ("on: act, require: event.level == 4", #"{"level":5}"#, "deny", "missed"),
        ("on: act, require: has(event.count)", #"{"count":null}"#, "deny", "missed"),
        ("on: act, require: not has(event.count)", "{}", "allow", "met"),
        ("on: act, require: not customer.staff", "{}", "undetermined: customer", "undetermined"),
        ("on: act, require: event.to.team == 'x'", "{}", "undetermined: event.to", "undetermined"),
        (
            "on: act, require: event.to.team == 'x'", #"{"to":{"id":"a"}}"#, "undetermined: event.to.team",
            "undetermined"
        ),
        ("on: act, require: event.to.id == 'a-1'", #"{"to":"a-1"}"#, "allow", "met"),
    ]

    @Test(arguments: statuses)
    func comesTo(standard: String, data: String, outcome: String, status: String?) throws {
        let quoted = standard.replacing("'x'", with: "\"x\"").replacing("'a-1'", with: "\"a-1\"")
        let fixture = try RulebookFixture(DecisionWorld.rulebook("only: {\(quoted)}"))
        let decision = try fixture.decide("{\"type\":\"act\",\"data\":\(data)}")
        #expect(DecisionWorld.outcome(decision) == outcome)
        #expect(fixture.statuses(decision)["only"] == status)
    }

    @Test
    func anUnreadableDefaultStandsOnlyWhereItsThingIsThere() throws {
        let fixture = try RulebookFixture(
            DecisionWorld.rulebook("only: {on: act, require: not customer.staff}"))
        #expect(try fixture.decide(#"{"type":"act","customer":{"tier":"gold"}}"#).outcome == .allow)
        #expect(try fixture.decide(#"{"type":"act","customer":{"staff":null}}"#).outcome == .undetermined)
        #expect(try fixture.decide(#"{"type":"act","customer":"c-1"}"#).outcome == .allow)
        #expect(try fixture.decide(#"{"type":"act","customer":null}"#).outcome == .undetermined)
    }

    @Test
    func theSameDeciderKeepsNothingOfTheEventBefore() throws {
        let fixture = try RulebookFixture(
            DecisionWorld.rulebook(
                """
                one: {on: act, require: 'event.count > 0 and customer.tier == "gold"'}
                two: {on: other, require: event.count > 0}
                """))
        let decider = fixture.compiled.makeDecider()
        let full = try fixture.event(#"{"type":"act","data":{"count":1},"customer":{"tier":"gold"}}"#)
        let empty = try fixture.event(#"{"type":"act"}"#)
        let other = try fixture.event(#"{"type":"other","data":{"count":1}}"#)
        #expect(decider.decide(full).outcome == .allow)
        #expect(decider.decide(other).outcome == .allow)
        #expect(decider.decide(empty).missing == ["customer", "event.count"])
        #expect(decider.decide(full).outcome == .allow)
    }
}
