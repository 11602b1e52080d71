import CEL
import RulebookModel

/// What a trace says of slots whatever lies in them: found out when first asked for.
final class TracedSlots {
    /// One slot; a class, since it is asked often.
    final class Slot {
        /// The path, such as `customer.tier`.
        let name: String
        /// Whether its value must not be shown.
        let isPrivate: Bool
        /// Whether words that were heard stand for it, which are quoted.
        let isQuoted: Bool
        /// The scorecard that it asks; nil where it asks none.
        let card: Card?

        init(name: String, isPrivate: Bool, isQuoted: Bool, card: Card?) {
            self.name = name
            self.isPrivate = isPrivate
            self.isQuoted = isQuoted
            self.card = card
        }
    }

    /// What a slot asks of a scorecard.
    struct Card {
        let name: String
        let function: ScorecardFunction
        let scorecard: ScorecardProgram
    }

    private let compiled: CompiledRulebook
    private var known: [Int: Slot] = [:]

    init(_ compiled: CompiledRulebook) { self.compiled = compiled }

    /// What is said of a slot.
    subscript(number: Int) -> Slot {
        if let slot = known[number] { return slot }
        let path = compiled.slotPaths[number]
        let question = compiled.phrases?.question(path)
        var card: Card?
        if path.names.count == 2, let function = ScorecardFunction(rawValue: path.names[0]),
            let scorecard = compiled.scorecards[path.names[1]]
        {
            card = Card(name: path.names[1], function: function, scorecard: scorecard)
        }
        let slot = Slot(
            name: path.description, isPrivate: compiled.privacy.hides(path),
            isQuoted: question.map { $0.function != .timesSaid } ?? false, card: card)
        known[number] = slot
        return slot
    }
}
