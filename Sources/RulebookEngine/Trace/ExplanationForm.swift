import CEL
import RulebookModel

/// What explanations have in common that differ in nothing but the values of the facts they name.
///
/// An audit explains many like findings: why a condition was broken is the same each time, but for the figures.
package struct ExplanationForm {
    /// What makes explanations alike.
    package struct Key: Equatable {
        /// The standard's place among the rulebook's.
        package let standard: Int
        let status: FindingStatus
        let effect: Effect
        /// Which of its conditions held.
        let truths: UInt64
    }

    /// The value of a fact.
    package enum Value {
        /// The same each time: that of a setting.
        case constant(String)
        /// The event's own, by its place among the facts that were laid out.
        case fact(place: Int, isPrivate: Bool)
    }

    /// The first of the explanations; the others differ in the values of facts.
    package let explanation: Explanation
    /// The facts that decided, in the order of ``Explanation/facts``.
    package let facts: [(name: String, value: Value)]
}

extension Explainer {
    /// What makes the explanation of a result like others; nil where it says more than values.
    ///
    /// So it is of what an event must or must not be, where that is asked of the event's own facts by comparisons.
    package func key(of result: StandardResult, in decision: Decision) -> ExplanationForm.Key? {
        switch (result.status, result.effect) {
        // How long a reason is stands in the message.
        case (_, .justify): return nil
        case (.met, _), (.missed, _), (.discretion, _): break
        default: return nil
        }
        guard let program = compiled.program(for: decision.event),
            let number = program.number(atRulebookIndex: result.standard),
            let prepared = decision.event.prepared(by: program)
        else { return nil }
        let plain = program.plain.standards[number]
        let truths = prepared.table.withPeeks { plain.truths(program.plain.tests, $0) }
        guard plain.isWhole, let truths else { return nil }
        return ExplanationForm.Key(
            standard: result.standard, status: result.status, effect: result.effect, truths: truths)
    }

    /// The form of an explanation that has a key; nil where it names a fact that the event does not hold itself.
    package func form(of explanation: Explanation, in decision: Decision) -> ExplanationForm? {
        guard let program = compiled.program(for: decision.event) else { return nil }
        var places: [String: Int] = [:]
        for (place, slot) in program.preparedSlots.enumerated() {
            places[compiled.slotPaths[slot].description] = place
        }
        var facts: [(name: String, value: ExplanationForm.Value)] = []
        for fact in explanation.facts {
            if let place = places[fact.name] {
                let path = compiled.slotPaths[program.preparedSlots[place]]
                facts.append((fact.name, .fact(place: place, isPrivate: compiled.privacy.hides(path))))
            } else if fact.name.hasPrefix("settings.") {
                facts.append((fact.name, .constant(fact.value)))
            } else {
                return nil
            }
        }
        return ExplanationForm(explanation: explanation, facts: facts)
    }

    /// The value of a fact of a form at another decision of the same standard.
    package func text(_ value: ExplanationForm.Value, in decision: Decision) -> String {
        switch value {
        case .constant(let text): return text
        case .fact(let place, let isPrivate):
            guard let program = compiled.program(for: decision.event),
                let fact = decision.event.prepared(by: program)?[place]
            else { return "" }
            return values.text(fact, isPrivate: isPrivate)
        }
    }
}

extension PlainProgram.Standard {
    /// Which tests of its body hold; nil where they are too many, or one cannot tell.
    fileprivate func truths(_ tests: [PlainTest], _ facts: UnsafeBufferPointer<Peek>) -> UInt64? {
        guard bodyCount <= 64 else { return nil }
        let first = Int(start + scopeCount)
        return tests.withUnsafeBufferPointer { tests in
            var truths: UInt64 = 0
            for number in 0..<Int(bodyCount) {
                switch tests.all(first + number, first + number + 1, facts) {
                case .yes: truths |= 1 << UInt64(number)
                case .no: break
                case .unclear: return nil
                }
            }
            return truths
        }
    }
}
