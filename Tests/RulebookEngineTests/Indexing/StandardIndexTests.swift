import RulebookEngine
import Testing

@Suite("Only standards that can apply are asked")
struct StandardIndexTests {
    @Test(arguments: [
        ("for: {customer.tier: gold}, ", true), ("for: {customer.points: [1, 2]}, ", true),
        ("when: 'customer.tier == \"gold\"', ", true), ("when: '\"gold\" == customer.tier', ", true),
        ("when: 'event.count > 0 and customer.tier == \"gold\"', ", true),
        ("when: ['event.count > 0', 'customer.points in [1, 2]'], ", true),
        ("when: {a clause: 'customer.points == settings.one'}, ", true),
        ("when: 'customer.tier == \"gold\" or event.count > 0', ", false),
        ("when: {any: ['customer.tier == \"gold\"']}, ", false), ("when: 'customer.tier != \"standard\"', ", false),
        ("when: {not: 'customer.tier == \"standard\"'}, ", false),
        ("when: 'customer.points in [1, event.level]', ", false),
        ("", false),
    ])
    func isPassedOver(scope: String, isIndexed: Bool) throws {
        let standard = "only: {on: act, \(scope)require: 'false'}"
        let fixture = try RulebookFixture(DecisionWorld.rulebook(standard, header: "settings: {one: 1}"))
        #expect(fixture.compiled.candidateCount(try fixture.event(Self.other)) == (isIndexed ? 0 : 1))
        // Where the fact is not known, everything is asked.
        #expect(fixture.compiled.candidateCount(try fixture.event(#"{"type":"act"}"#)) == 1)
        #expect(fixture.compiled.candidateCount(try fixture.event(Self.own)) == 1)
    }

    private static let own = #"{"type":"act","customer":{"tier":"gold","points":1},"data":{"count":1}}"#
    private static let other = #"{"type":"act","customer":{"tier":"standard","points":7},"data":{"count":1}}"#

    @Test
    func theFactThatTellsMostApartIsTaken() throws {
        let standards = (0..<50).map {
            "s\($0): {on: act, for: {customer.tier: gold, customer.points: \($0)}, require: 'false'}"
        }
        let fixture = try RulebookFixture(DecisionWorld.rulebook(standards.joined(separator: "\n")))
        let event = try fixture.event(#"{"type":"act","customer":{"tier":"gold","points":7}}"#)
        #expect(fixture.compiled.candidateCount(event) == 1)
        #expect(fixture.statuses(fixture.compiled.makeDecider().decide(event)) == ["s7": "missed"])
    }
}
