import CEL
import Testing

@testable import RulebookEngine
@testable import RulebookModel

@Suite("Conditions of plain comparisons are planned when they first run")
struct ExpressionPlanTests {
    private static let standards = """
        one: {on: act, when: 'customer.tier == "gold" and event.count > 3', forbid: event.sure}
        two: {on: other, when: 'customer.tier == "gold" and event.count > 7', require: event.count < 9}
        six: {on: other, when: 'customer.tier == "gold" and event.count > 7', require: event.count < 9}
        sum: {on: act, require: event.count + 1 > 3}
        """

    @Test("equal conditions about equal events share what they say, those of other events do not")
    func shared() throws {
        let fixture = try RulebookFixture(DecisionWorld.rulebook(Self.standards))
        let standards = fixture.compiled.rulebook.standards
        let forms = standards.reduce(into: [:]) { $0[$1.id] = $1.when?.expressions.first?.form }
        #expect(forms["two"] != nil && forms["two"] === forms["six"])
        #expect(forms["one"] !== forms["two"])
        // The second has the terms of the first with another number, and its tree is made when it is asked for.
        let checked = try #require(forms["two"]).checked
        #expect(checked.text == "customer.tier == \"gold\" and event.count > 7")
        #expect(checked.type == .bool)
        #expect(checked.attributes.map(\.path) == ["customer.tier", "event.count"])
        #expect(forms["two"]?.paths == ["customer.tier", "event.count"])
    }

    @Test("once, however many threads ask")
    func manyThreads() async throws {
        let fixture = try RulebookFixture(DecisionWorld.rulebook(Self.standards))
        let program = try #require(fixture.compiled.program(for: "act")?.standards.first?.expressions.first)
        let compiled = fixture.compiled
        let truths = await withTaskGroup(of: (CELTruth, ObjectIdentifier).self) { group in
            for _ in 0..<64 {
                group.addTask {
                    let frame = CELFrame(compiled.slots)
                    for (slot, path) in compiled.slotPaths.enumerated() {
                        if path == "customer.tier" { frame[slot] = .text("gold") }
                        if path == "event.count" { frame[slot] = .int(4) }
                    }
                    return (program.program.evaluateCondition(frame), ObjectIdentifier(program.program))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(truths.count == 64)
        #expect(truths.allSatisfy { $0.0 == .true })
        #expect(Set(truths.map(\.1)).count == 1)
    }
}
