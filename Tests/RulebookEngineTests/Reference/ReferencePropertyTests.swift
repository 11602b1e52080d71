import JSONSyntax
import RulebookEngine
import TestSupport
import Testing

private let eventsPerRulebook = 25
/// The rulebooks are tried in this many stretches, side by side.
private let stretchCount = 8

@Suite("The engine decides as the naive reference evaluator does")
struct ReferencePropertyTests {
    @Test(arguments: 0..<stretchCount)
    func decidesAlike(stretch: Int) throws {
        var coverage: [String: Int] = [:]
        let rulebookCount = PropertyCases.count / eventsPerRulebook / stretchCount
        let first = PropertyCases.skippedCount / eventsPerRulebook / stretchCount
        for number in first..<first + rulebookCount {
            let seed = UInt64(stretch) << 32 | UInt64(number)
            guard try agrees(seed: seed, coverage: &coverage) else { return }
        }
        // A generator that never reaches an outcome proves nothing about it.
        for outcome in ["allow", "justify", "escalate", "undetermined", "deny"] {
            #expect(coverage[outcome, default: 0] > 0, "no \(outcome) among \(coverage)")
        }
    }

    private func agrees(seed: UInt64, coverage: inout [String: Int]) throws -> Bool {
        var random = RandomSource(seed: seed)
        var generator = RandomRulebook(random: random)
        let reference = generator.make()
        let yaml = reference.yaml().root
        let fixture = try RulebookFixture(yaml)
        let decider = fixture.compiled.makeDecider()
        random = RandomSource(seed: ~seed)
        for number in 0..<eventsPerRulebook {
            let event = RandomEvent(rulebook: reference).make(&random)
            let expected = ReferenceEvaluator(rulebook: reference, event: event).decide()
            let actual = ReferenceDecision(decider.decide(try fixture.event(event.text)), fixture: fixture)
            // Facts that are read when they are asked for come to the same as those that were laid out before.
            let unprepared = EventReader(fixture.compiled.rulebook).read(try JSONDocument.parse(event.text).root).event
            let again = unprepared.map { ReferenceDecision(decider.decide($0), fixture: fixture) }
            coverage[expected.outcome, default: 0] += 1
            guard actual == expected, again == expected else {
                Issue.record(
                    "seed \(seed), event \(number)\nexpected \(expected)\nactual   \(actual)\n\(event.text)\n\(yaml)")
                return false
            }
        }
        return true
    }
}

extension ReferenceDecision {
    /// What the engine decided, in the reference's terms.
    init(_ decision: Decision, fixture: RulebookFixture) {
        self.init(
            outcome: decision.outcome.rawValue, approver: decision.approver, missing: Set(decision.missing),
            statuses: fixture.statuses(decision).filter { $0.value != FindingStatus.notApplicable.rawValue })
    }
}
