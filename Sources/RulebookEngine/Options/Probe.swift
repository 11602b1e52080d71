import CEL
import RulebookModel

/// Decides an event again and again with some of its fields changed, and counts how often.
final class Probe {
    /// The most decisions that one question may take.
    static let evaluationMax = 20_000
    /// The most loop steps that one question may take, over all its decisions: a long list in an event must not make it
    /// last.
    static let loopStepMax = 2_000_000

    let decider: Decider
    let program: EventProgram
    let event: Event
    private(set) var evaluations = 0
    private let loopStepsBefore: Int
    private let original: [CELValue]
    private let originalPeeks: [Peek]
    /// Choices that are still open, where options are explored.
    var open: Set<CELAttributePath> = []

    /// Begins with the event's own facts.
    init(_ decider: Decider, program: EventProgram, event: Event) {
        self.decider = decider
        self.program = program
        self.event = event
        loopStepsBefore = decider.frame.loopStepCount
        program.fill(decider.frame, from: event, facts: decider.compiled.facts, memory: decider.memory)
        original = program.snapshot(decider.frame)
        originalPeeks = program.peeks(decider.frame)
    }

    /// Whether another decision may be made.
    var mayGoOn: Bool {
        evaluations < Self.evaluationMax && decider.frame.loopStepCount - loopStepsBefore < Self.loopStepMax
    }

    /// The value of a slot in the event as it was proposed; unknown where no standard of its type reads it.
    func original(_ slot: Int) -> CELValue {
        program.place(ofSlot: slot).map { original[$0] }
            ?? .unknown(CELUnknown(decider.compiled.slotPaths[slot]))
    }

    /// Decides the event with some slots changed.
    func decide(_ changes: [(slot: Int, value: CELValue)]) -> Decision {
        evaluations += 1
        prepare(changes)
        var peeks = originalPeeks
        for (slot, value) in changes {
            if let place = program.place(ofSlot: slot), place < peeks.count { peeks[place] = Peek(value) }
        }
        return decider.decideFilled(event, program: program, varied: peeks, open: open)
    }

    /// Puts the facts into the frame, with some changed.
    ///
    /// Only fields of the event are ever changed, and no choice of a setting reads those.
    func prepare(_ changes: [(slot: Int, value: CELValue)]) {
        program.restore(original, to: decider.frame)
        for (slot, value) in changes { decider.frame[slot] = value }
    }

    /// The open choices that a standard waits for which reads a field too: what the field may be depends on them.
    func dependencies(of decision: Decision, on slot: Int) -> [String] {
        var names: Set<String> = []
        for assumption in decision.assumed {
            guard let standard = program.standard(atRulebookIndex: assumption.standard),
                standard.expressions.contains(where: { $0.slots.contains(slot) })
            else { continue }
            names.formUnion(assumption.open.paths.map(\.description))
        }
        return names.sorted()
    }
}
