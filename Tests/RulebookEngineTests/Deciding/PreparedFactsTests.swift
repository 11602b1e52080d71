import JSONSyntax
import RulebookEngine
import Testing

@Suite("Facts that were laid out for one rulebook are not taken for another's")
struct PreparedFactsTests {
    private static let rulebook = """
        rulebook: prepared
        roles: [agent, supervisor]
        entities: {agent: {id: string, role: role}}
        actions: {act: {fields: {n: int, m: int}}}
        standards:
          small: {on: act, require: event.n < event.m, otherwise: {escalate: supervisor}}
          even: {on: act, require: event.n != 7}
        """

    private static func event(_ n: Int, _ m: Int) -> String {
        #"{"type":"act","agent":{"id":"a","role":"agent"},"data":{"n":\#(n),"m":\#(m)},"#
            + #""approval":[{"by":"s","role":"supervisor"},{"by":"t","role":"supervisor"}]}"#
    }

    @Test("an event that another reading of the rulebook prepared is decided and explained as its own")
    func foreign() throws {
        let (own, other) = (try RulebookFixture(Self.rulebook), try RulebookFixture(Self.rulebook))
        let decider = own.compiled.makeDecider()
        let explainer = Explainer(own.compiled)
        // What lies in the frame from an event before must not be told of the next.
        _ = decider.decide(try own.event(Self.event(1, 2)))
        for (n, m) in [(7, 5), (3, 9), (9, 3)] {
            let decisions = [try own.event(Self.event(n, m)), try other.event(Self.event(n, m))].map(decider.decide)
            #expect(decisions[0].outcome == decisions[1].outcome)
            #expect(own.statuses(decisions[0]) == own.statuses(decisions[1]))
            let told = decisions.map { explainer.explain($0).flatMap(\.facts).map { "\($0.name) \($0.value)" } }
            #expect(told[0] == told[1] && told[0].contains("event.n \(n)"))
        }
    }
}
