import CEL
import RulebookModel

/// What listens to the words of events: one pass over a text for all phrase sets, kept in a slot.
final class PhraseProgram: Sendable {
    /// What one condition asks of what was heard.
    struct Question: Sendable {
        let function: PhraseFunction
        /// The set's place among those of the index.
        let set: Int
        /// Its name.
        let name: String
    }

    let index: PhraseIndex
    /// The slot that holds what was heard.
    let slot: Int
    /// The slot of the text.
    let textSlot: Int
    private let localeSlot: Int
    /// The slots of the facts that expressions name, in the order of the index.
    private let valueSlots: [Int]
    /// The slots of the facts in sentences to say, by path.
    private let modelSlots: [String: Int]
    private let sets: [String: Int]

    /// Makes a program, and the slots that it reads.
    init(_ rulebook: Rulebook, slots: inout CELSlotTable) {
        let phrases = rulebook.phrases
        index = rulebook.phraseIndex.index
        slot = slots.index(of: CELAttributePath(["what was heard"]), type: .dyn)
        textSlot = slots.index(of: CELAttributePath(["event", PhraseFunction.textField]), type: .string)
        localeSlot = slots.index(of: CELAttributePath(["event", PhraseFunction.localeField]), type: .dyn)
        valueSlots = index.slots.map { slots.index(of: CELAttributePath($0), type: .dyn) }
        modelSlots = Dictionary(
            uniqueKeysWithValues: phrases.reduce(into: Set<[String]>()) { $0.formUnion($1.modelSlots) }
                .sorted { $0.lexicographicallyPrecedes($1) }
                .map { ($0.joined(separator: "."), slots.index(of: CELAttributePath($0), type: .dyn)) })
        sets = Dictionary(uniqueKeysWithValues: phrases.enumerated().map { ($1.name, $0) })
    }

    /// The slots that must lie in the frame before a text is listened to.
    var readSlots: [Int] { [textSlot, localeSlot] + valueSlots + modelSlots.values }

    /// What a slot of this path asks; nil where it asks nothing of the kind.
    func question(_ path: CELAttributePath) -> Question? {
        guard path.names.count == 2, let function = PhraseFunction(rawValue: path.names[0]),
            let set = sets[path.names[1]]
        else { return nil }
        return Question(function: function, set: set, name: path.names[1])
    }

    /// Listens to the text in a frame; unknown where there is none.
    func listen(_ frame: CELFrame) -> CELValue {
        guard case .string(let text) = frame[textSlot] else { return frame[textSlot] }
        let values = valueSlots.map { slot -> String? in
            if case .string(let text) = frame[slot] { text.text } else { nil }
        }
        return .opaque(CELOpaque(index.listen(to: text.text, values: values)))
    }

    /// Answers a question about what was heard.
    func answer(_ question: Question, _ frame: CELFrame) -> CELValue {
        guard let hearing = hearing(frame) else { return frame[slot] }
        let locale = self.locale(frame)
        switch hearing.verdict(onSet: question.set, speaking: locale) {
        case .foreign:
            return .unknown(CELUnknown(CELAttributePath(["`\(question.name)` in `\(locale ?? "")`"])))
        case .unknownFacts(let paths):
            // What nobody can listen for may have been said.
            return .unknown(CELUnknown(CELAttributePath(paths[0])))
        case .heard(let words):
            switch question.function {
            case .says: return .bool(!words.isEmpty)
            case .timesSaid: return .int(Int64(words.count))
            case .saysOnly:
                return hearing.isOnly(set: question.set, speaking: locale).map(CELValue.bool)
                    ?? .unknown(CELUnknown(CELAttributePath(["`\(question.name)` in full"])))
            }
        }
    }

    /// The words of a text that say a set, as they were written; nil where nothing is known.
    func words(_ question: Question, _ frame: CELFrame) -> [Substring]? {
        guard let hearing = hearing(frame),
            case .heard(let words) = hearing.verdict(onSet: question.set, speaking: locale(frame))
        else { return nil }
        return words
    }

    /// The language in which a set was said; else the one that was spoken, nil where nobody knows.
    func heardLocale(_ question: Question, _ frame: CELFrame) -> String? {
        let locale = self.locale(frame)
        return hearing(frame)?.heardLocale(onSet: question.set, speaking: locale) ?? locale
    }

    /// Puts facts into the slots of a sentence; what is unknown, or must not be shown, stays open.
    func filled(_ text: String, _ value: (Int) -> String?) -> String {
        var filled = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            let name = rest[rest.index(after: start)..<end].filter { !$0.isWhitespace }
            filled += rest[..<start] + (modelSlots[name].flatMap(value) ?? Self.openSlot)
            rest = rest[rest.index(after: end)...]
            if rest.first == "~" { rest = rest.dropFirst() }
        }
        return filled + rest
    }

    /// What stands where a fact is not known.
    private static let openSlot = "…"

    /// The language that was spoken; nil where nobody knows.
    func locale(_ frame: CELFrame) -> String? {
        if case .string(let locale) = frame[localeSlot] { locale.text } else { nil }
    }

    private func hearing(_ frame: CELFrame) -> PhraseHearing? {
        if case .opaque(let box) = frame[slot] { box.content as? PhraseHearing } else { nil }
    }
}
