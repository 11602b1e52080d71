import RulebookEngine
import SourceText
import Testing

@Suite("A trace names the clause that decided, with its values")
struct ExplainerTests {
    private static func rulebook(_ standard: String) -> String {
        """
        rulebook: tracing
        currency: EUR
        roles: [agent, senior]
        settings: {cap: 20 EUR, limits: {gold: 5}}
        entities:
          agent: {role: role}
          person: {id: {type: string, private: true}, age: int}
          customer: {tier: {enum: [standard, gold]}, staff: bool, email: {type: string, private: true}, points: int}
          order: {payer: person, items: list(person)}
        actions:
          act: {fields: {count: int, value: money, sure: bool, card: {type: int, private: true}, to: customer}}
        standards:
          only:
            \(standard.split(separator: "\n").joined(separator: "\n    "))
        """
    }

    private func explain(_ standard: String, _ members: String) throws -> Explanation {
        let fixture = try RulebookFixture(Self.rulebook(standard))
        let decision = try fixture.decide("{\"type\":\"act\"\(members)}")
        return try #require(Explainer(fixture.compiled).explain(decision).first)
    }

    static let traces: [(standard: String, members: String, message: String, facts: [String])] = [
        (
            "on: act\nrequire: event.value <= settings.cap and event.count < 3", #","data":{"value":30,"count":1}"#,
            "`event.value <= settings.cap` does not hold", ["event.value 30.00 EUR", "settings.cap 20.00 EUR"]
        ),
        (
            "on: act\nrequire: event.value <= settings.cap and event.count < 3", #","data":{"value":30,"count":7}"#,
            "`event.value <= settings.cap`, `event.count < 3` do not hold",
            ["event.value 30.00 EUR", "settings.cap 20.00 EUR", "event.count 7"]
        ),
        // What is missing beside a clause that decides has decided nothing.
        (
            "on: act\nrequire: event.value <= settings.cap and event.count < 3", #","data":{"count":7}"#,
            "`event.count < 3` does not hold", ["event.count 7"]
        ),
        (
            "on: act\nrequire: event.value <= settings.cap and event.count < 3", #","data":{"count":1,"value":1}"#,
            "every clause holds", ["event.value 1.00 EUR", "settings.cap 20.00 EUR", "event.count 1"]
        ),
        (
            "on: act\nrequire: event.value <= settings.cap and event.count < 3", #","data":{"count":1}"#,
            "not known: event.value", ["event.value not known", "settings.cap 20.00 EUR"]
        ),
        (
            "on: act\nrequire:\n  few: event.count < 3 and event.count > 0\n  cheap: event.value < settings.cap",
            #","data":{"count":4,"value":1}"#, "`few` does not hold", ["event.count 4"]
        ),
        (
            "on: act\nrequire: {any: [event.count < 3, event.sure]}", #","data":{"count":4,"sure":false}"#,
            "`event.count < 3`, `event.sure` do not hold", ["event.count 4", "event.sure false"]
        ),
        (
            "on: act\nrequire: {any: [event.count < 3, event.sure]}", #","data":{"count":4,"sure":true}"#,
            "`event.sure` holds", ["event.sure true"]
        ),
        (
            "on: act\nrequire: {not: event.sure and event.count > 3}", #","data":{"count":4,"sure":true}"#,
            "`event.sure`, `event.count > 3` hold, and must not", ["event.sure true", "event.count 4"]
        ),
        (
            "on: act\nforbid: event.sure and event.count > 3", #","data":{"count":4,"sure":true}"#,
            "`event.sure`, `event.count > 3` hold, and must not", ["event.sure true", "event.count 4"]
        ),
        (
            "on: act\nforbid: event.sure and event.count > 3", #","data":{"count":4,"sure":false}"#,
            "`event.sure` does not hold", ["event.sure false"]
        ),
        (
            "on: act\nrequire: [event.sure, 10 / event.count > 1]", #","data":{"count":0,"sure":true}"#,
            "`10 / event.count > 1` cannot be computed: division by zero", ["event.count 0"]
        ),
        (
            "on: act\nwhen: event.sure\nrequire: event.count > 3", #","data":{"count":1}"#, "not known: event.sure",
            ["event.sure not known"]
        ),
        (
            "on: act\nunless: customer.staff and event.count < 9\nrequire: event.count > 3",
            #","data":{"count":1},"customer":{"staff":true}"#,
            "excused: customer.staff, event.count < 9", ["customer.staff true", "event.count 1"]
        ),
        (
            "on: act\nfor: {customer.tier: gold}\nrequire: event.count > 3", #","data":{"count":1}"#,
            "not known: customer", ["customer.tier not known"]
        ),
        (
            "on: {event: act, where: event.sure}\nrequire: event.count > 3", #","data":{"count":1}"#,
            "not known: event.sure", ["event.sure not known"]
        ),
        (
            "on: act\nrequire: event.count <= 3\notherwise: justify", #","data":{"count":4},"reason":"late""#,
            "`event.count <= 3` does not hold; within discretion", ["event.count 4"]
        ),
        (
            "on: act\nallowance: {sum: event.count * 2, window: each, steps: [{up_to: 1}, {under: customer.points, "
                + "needs: reason}, {needs: approval, from: senior}]}",
            #","data":{"count":2},"customer":{"points":9}"#,
            "`event.count * 2` is 4: up to 1 is within the policy, under 9 needs a reason, anything more needs the "
                + "approval of a senior",
            ["event.count 2"]
        ),
        (
            "on: act\nmanual: {tone: Was it kind?}", "", "not known: attested answer to tone", []
        ),
        // What is private is never shown, in no way.
        (
            "on: act\nrequire: event.card == 4111", #","data":{"card":999}"#, "`event.card == 4111` does not hold",
            ["event.card •••"]
        ),
        (
            "on: act\nrequire: event.to.email == customer.email",
            #","data":{"to":{"email":"a@b"}},"customer":{"email":"c@d"}"#,
            "`event.to.email == customer.email` does not hold", ["customer.email •••", "event.to.email •••"]
        ),
        (
            "on: act\nrequire: order.payer.id == \"p-1\"", #","order":{"payer":"p-2"}"#,
            "`order.payer.id == \"p-1\"` does not hold", ["order.payer.id •••"]
        ),
        (
            "on: act\nrequire: order.items.exists(i, i.age > 3)", #","order":{"items":[{"id":"p-2","age":2}]}"#,
            "`order.items.exists(i, i.age > 3)` does not hold", ["order.items •••"]
        ),
        (
            "on: act\nallowance: {sum: event.card + 1, window: each, steps: [{up_to: event.card * 0 + 3}]}",
            #","data":{"card":999}"#, "`event.card + 1` is •••: up to ••• is within the policy", ["event.card •••"]
        ),
        (
            "on: act\nrequire: settings.limits[customer.email] > 3", #","customer":{"email":"a@b"}"#,
            "`settings.limits[customer.email] > 3` cannot be computed: a private fact does not fit",
            ["customer.email •••"]
        ),
    ]

    @Test(arguments: traces)
    func explains(standard: String, members: String, message: String, facts: [String]) throws {
        let explanation = try explain(standard, members)
        #expect(explanation.message == message)
        #expect(explanation.facts.map { "\($0.name) \($0.value)" } == facts)
    }

    @Test
    func placesTheTerm() throws {
        let explanation = try explain(
            "on: act\nrequire: 'event.sure and event.count > 3'", #","data":{"count":1,"sure":true}"#)
        #expect(explanation.clauses.map(\.place.text) == ["event.count > 3"])
        #expect(explanation.clauses.map(\.truth) == [.doesNotHold])
        #expect(explanation.clauses[0].label == nil)
    }

    @Test
    func aLabelledClauseStaysWhole() throws {
        let explanation = try explain(
            "on: act\nrequire: {checked: event.sure and event.count > 3}", #","data":{"count":1,"sure":true}"#)
        #expect(explanation.clauses.map(\.label) == ["checked"])
        #expect(explanation.clauses[0].text == "event.sure and event.count > 3")
        #expect(explanation.clauses[0].facts.map(\.name) == ["event.count", "event.sure"])
    }

    @Test
    func aDecisionOfAnotherRulebookIsNotExplained() throws {
        let one = try RulebookFixture(Self.rulebook("on: act\nrequire: event.sure"))
        let other = try RulebookFixture(Self.rulebook("on: act\nrequire: event.count > 1 and event.sure"))
        let decision = try one.decide(#"{"type":"act","data":{"sure":true}}"#)
        #expect(Explainer(other.compiled).explain(decision).isEmpty)
    }
}
