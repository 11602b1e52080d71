import CEL
import RulebookModel

/// Writes the facts of a frame for people, with private ones masked.
struct TraceValues {
    let compiled: CompiledRulebook
    let frame: CELFrame
    let slots: TracedSlots

    init(compiled: CompiledRulebook, frame: CELFrame) {
        self.compiled = compiled
        self.frame = frame
        slots = TracedSlots(compiled)
    }

    private var roles: [String] { compiled.rulebook.vocabulary.roles }

    /// The facts at some slots and the values of some settings, in order of name.
    func readings(slots: [Int], settings: [String]) -> [Explanation.FactReading] {
        var readings: [Explanation.FactReading] = []
        readings.reserveCapacity(slots.count + settings.count)
        for number in slots {
            let slot = self.slots[number]
            // What was heard is quoted beside the clause.
            if slot.isQuoted { continue }
            readings.append(.init(name: slot.name, value: text(frame[number], isPrivate: slot.isPrivate)))
            if let card = slot.card { addItems(of: card, to: &readings) }
        }
        for name in settings {
            let whole = "settings." + name
            // A table is too much to show; what was read of it stands in the condition.
            guard !readings.contains(where: { $0.name == whole }),
                let setting = compiled.rulebook.settings.first(where: { $0.name == name }),
                case .constant(let value) = setting.content, case .value = setting.type
            else { continue }
            readings.append(.init(name: whole, value: value.factText(roles: roles)))
        }
        guard readings.count > 1 else { return readings }
        readings.sort { $0.name < $1.name }
        // Two questions about one scorecard name the same items.
        guard zip(readings, readings.dropFirst()).contains(where: { $0.name == $1.name }) else { return readings }
        return readings.indices.filter { $0 == 0 || readings[$0].name != readings[$0 - 1].name }.map { readings[$0] }
    }

    /// Adds what each item of a scorecard came to that a slot asks.
    private func addItems(of card: TracedSlots.Card, to readings: inout [Explanation.FactReading]) {
        for (item, mark) in zip(card.scorecard.items, card.scorecard.marks(frame)) {
            let isAsked: Bool
            switch (card.function, item.worth) {
            case (.bonus, .bonus), (.score, .weight): isAsked = true
            case (.score, _), (.passesCritical, _): isAsked = item.isCritical
            case (.bonus, _): isAsked = false
            }
            guard isAsked else { continue }
            let isHidden = item.expressions.flatMap(\.slots).contains(where: isHidden)
            readings.append(
                .init(
                    name: "\(card.name).\(item.label)",
                    value: isHidden ? Explainer.mask : Self.text(item, mark)))
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
        text(frame[slot], isPrivate: slots[slot].isPrivate)
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
        slots[slot].isPrivate || compiled.privacy.hides(frame[slot])
    }
}
