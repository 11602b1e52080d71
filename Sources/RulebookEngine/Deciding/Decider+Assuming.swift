package import CEL
import JSONSyntax
import RulebookModel

extension Decider {
    /// Decides an event that nobody proposed, of which only some facts are known: for those who look for events with which
    /// a rulebook is not as it was meant.
    ///
    /// - Parameters:
    ///   - type: the type of the event.
    ///   - values: the facts that are known, by their paths: those of the event and its entities, `now`, and `facts.NAME`.
    /// - Returns: the decision, which remembers nothing; nil where nobody declared the type.
    package func decide(_ type: String, assuming values: [CELAttributePath: CELValue]) -> Decision? {
        guard let program = compiled.program(for: type) else { return nil }
        var envelope = Event.Envelope()
        envelope.type = type
        let event = Event(envelope, origin: .document(JSONDocument.emptyObject.root, data: nil))
        program.fill(frame, from: event, facts: compiled.facts, assuming: values)
        return decideFilled(event, program: program, varied: program.peeks(frame))
    }
}

extension EventProgram {
    /// Reads an event's facts into the frame, with some of them known beforehand.
    fileprivate func fill(
        _ frame: CELFrame, from event: Event, facts: FactReader, assuming values: [CELAttributePath: CELValue]
    ) {
        fill(frame, from: event, facts: facts)
        for filling in fillings {
            if let value = values[filling.path] {
                frame[filling.slot] = value
            } else if case .choice(let choice) = filling.source {
                // What is chosen depends on facts that were set just now.
                frame[filling.slot] = choice.value(in: frame)
            }
        }
    }
}
