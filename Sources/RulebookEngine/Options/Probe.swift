import CEL
import RulebookModel

/// Decides an event again and again with some of its fields changed, and counts how often.
final class Probe {
    /// The most decisions that one question may take.
    static let evaluationMax = 20_000

    let decider: Decider
    let program: EventProgram
    let event: Event
    private(set) var evaluations = 0
    private let original: [CELValue]

    /// Begins with the event's own facts.
    init(_ decider: Decider, program: EventProgram, event: Event) {
        self.decider = decider
        self.program = program
        self.event = event
        program.fill(decider.frame, from: event, facts: decider.compiled.facts)
        original = decider.snapshot()
    }

    /// Whether another decision may be made.
    var mayGoOn: Bool { evaluations < Self.evaluationMax }

    /// The value of a slot in the event as it was proposed.
    func original(_ slot: Int) -> CELValue { original[slot] }

    /// Decides the event with some slots changed.
    func decide(_ changes: [(slot: Int, value: CELValue)]) -> Decision {
        evaluations += 1
        prepare(changes)
        return decider.decideFilled(event, program: program)
    }

    /// Puts the facts into the frame, with some changed.
    func prepare(_ changes: [(slot: Int, value: CELValue)]) {
        for (slot, value) in original.enumerated() { decider.frame[slot] = value }
        for (slot, value) in changes { decider.frame[slot] = value }
        program.refreshChoices(decider.frame)
    }
}
