import CEL
import RulebookModel

/// Everything that is run on events of one type.
struct EventProgram: Sendable {
    /// The type.
    let definition: EventDefinition
    /// The slots to fill from the event, in the order of filling.
    let slots: [(slot: Int, path: CELAttributePath, source: SlotSource)]
    /// The standards whose pattern names the type, in order of id.
    let standards: [StandardProgram]
    /// Which of them can apply.
    let index: StandardIndex
    /// Whether a standard lists the action, so that it is not left to `unlisted`.
    let isListed: Bool

    /// Reads the event's facts into the frame.
    func fill(_ frame: CELFrame, from event: Event, facts: FactReader) {
        for (slot, path, source) in slots {
            switch source {
            case .envelope(let member): frame[slot] = member.value(of: event, path: path)
            case .now: frame[slot] = event.time.map(CELValue.timestamp) ?? .unknown(CELUnknown(path))
            case .fact(let walk): frame[slot] = walk.read(event, facts: facts)
            case .choice(let choice): frame[slot] = choice.value(in: frame)
            case .constant(let value): frame[slot] = value
            }
        }
    }

    /// Computes again what depends on other slots, after some of them were changed.
    func refreshChoices(_ frame: CELFrame) {
        for case (let slot, _, .choice(let choice)) in slots { frame[slot] = choice.value(in: frame) }
    }
}
