import CEL
import RulebookModel

/// Writes the facts of a frame for people, with private ones masked.
struct TraceValues {
    let compiled: CompiledRulebook
    let frame: CELFrame

    private var roles: [String] { compiled.rulebook.vocabulary.roles }

    /// The facts at some slots and the values of some settings, in order of name.
    func readings(slots: [Int], settings: [String]) -> [Explanation.FactReading] {
        var readings: [String: String] = [:]
        for slot in slots {
            // What was heard is quoted beside the clause.
            if let question = compiled.phrases?.question(compiled.slotPaths[slot]), question.function != .timesSaid {
                continue
            }
            readings[compiled.slotPaths[slot].description] = text(slot: slot)
            addItems(ofSlot: slot, to: &readings)
        }
        for name in settings where readings["settings.\(name)"] == nil {
            // A table is too much to show; what was read of it stands in the condition.
            guard let setting = compiled.rulebook.settings.first(where: { $0.name == name }),
                case .constant(let value) = setting.content, case .value = setting.type
            else { continue }
            readings["settings.\(name)"] = value.factText(roles: roles)
        }
        return readings.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }
    }

    /// Adds what each item of the scorecard that a slot asks came to.
    private func addItems(ofSlot slot: Int, to readings: inout [String: String]) {
        let names = compiled.slotPaths[slot].names
        guard names.count == 2, let function = ScorecardFunction(rawValue: names[0]),
            let scorecard = compiled.scorecards[names[1]]
        else { return }
        for (item, mark) in zip(scorecard.items, scorecard.marks(frame)) {
            let isAsked: Bool
            switch (function, item.worth) {
            case (.bonus, .bonus), (.score, .weight): isAsked = true
            case (.score, _), (.passesCritical, _): isAsked = item.isCritical
            case (.bonus, _): isAsked = false
            }
            guard isAsked else { continue }
            let isHidden = item.expressions.flatMap(\.slots).contains(where: isHidden)
            readings["\(names[1]).\(item.label)"] = isHidden ? Explainer.mask : Self.text(item, mark)
        }
    }

    /// What an item came to: `15 of 20`.
    private static func text(_ item: ScorecardProgram.Item, _ mark: ScorecardProgram.Mark) -> String {
        switch mark {
        case .notApplicable: return "not applicable"
        case .open(.error(let error)): return "error: \(error.message)"
        case .open: return "not known"
        case .graded(let grade):
            let note = item.isCritical ? ", critical" : ""
            switch item.worth {
            case .weight(let most), .bonus(let most):
                let points = grade.multiplied(by: most)?.rounded(fractionDigits: 2)
                return "\(points?.text() ?? "?") of \(most.text())\(note)"
            case .nothing: return (grade < ExactFraction(ExactDecimal(1)) ? "failed" : "passed") + note
            }
        }
    }

    /// The words that conditions on some slots heard, in quotation marks, each once; none where the text is private.
    func quotes(slots: [Int]) -> [String] {
        guard let phrases = compiled.phrases, !isHidden(phrases.textSlot) else { return [] }
        var quotes: [String] = []
        for question in slots.compactMap({ phrases.question(compiled.slotPaths[$0]) }) {
            for words in phrases.words(question, frame) ?? [] {
                let quote = "“\(String(words).onOneLine)”"
                if !quotes.contains(quote) { quotes.append(quote) }
            }
        }
        return quotes
    }

    /// The value of a slot; nil where it is not known or must not be shown.
    func shown(slot: Int) -> String? {
        frame[slot].isKnown && !isHidden(slot) ? frame[slot].factText(roles: roles) : nil
    }

    /// The value of a slot.
    func text(slot: Int) -> String {
        text(frame[slot], isPrivate: compiled.privacy.hides(compiled.slotPaths[slot]))
    }

    /// The value of a fact.
    func text(_ value: CELValue, isPrivate: Bool) -> String {
        // Only what is remembered can be nothing: what an event does not say is unknown.
        if case .null = value { return "none" }
        guard value.isKnown else { return value.factText(roles: roles) }
        return isPrivate || compiled.privacy.hides(value) ? Explainer.mask : value.factText(roles: roles)
    }

    /// A value computed from some slots; masked where one of them is private.
    func text(_ value: CELValue, slots: [Int]) -> String {
        if case .error(let error) = value { return "error: \(reason(error, slots: slots))" }
        return value.isKnown && slots.contains(where: isHidden) ? Explainer.mask : value.factText(roles: roles)
    }

    /// Why something computed from some slots failed, without values of private ones.
    func reason(_ error: CELError, slots: [Int]) -> String {
        slots.contains(where: isHidden) ? "a private fact does not fit" : error.message
    }

    private func isHidden(_ slot: Int) -> Bool {
        compiled.privacy.hides(compiled.slotPaths[slot]) || compiled.privacy.hides(frame[slot])
    }
}
