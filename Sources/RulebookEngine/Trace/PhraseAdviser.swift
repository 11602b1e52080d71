import CEL
import RulebookModel

/// Finds what is better said, for standards that are not met.
struct PhraseAdviser {
    let compiled: CompiledRulebook
    let frame: CELFrame
    let values: TraceValues

    /// What a standard advises to say; what its own `instead` says comes first, else what the phrase sets that made it
    /// fail bring along: one that must not be said its better words, one that must its own sentence.
    func advice(
        _ standard: Standard, of program: StandardProgram, status: FindingStatus
    ) -> [SpokenAdvice] {
        switch standard.instead {
        case .words(let text)?: return [SpokenAdvice(words: text, locale: nil)]
        case .phrases(let name)?:
            guard let phrases = compiled.phrases, let words = set(name)?.model else { return [] }
            return [SpokenAdvice(words: filled(words, phrases), locale: phrases.locale(frame))]
        case .action?: return []
        case nil: break
        }
        guard status == .missed || status == .discretion, let phrases = compiled.phrases else { return [] }
        var asked: [(slot: Int, question: PhraseProgram.Question)] = []
        for slot in Set(program.expressions.flatMap(\.slots)).sorted() {
            guard let question = phrases.question(compiled.slotPaths[slot]) else { continue }
            asked.append((slot, question))
        }
        return asked.compactMap { slot, question in
            guard let set = set(question.name), let isSaid = isSaid(frame[slot]), isSaid == set.avoid else {
                return nil
            }
            let words = isSaid ? set.better(self.set) : set.model
            return words.map {
                SpokenAdvice(words: filled($0, phrases), locale: phrases.heardLocale(question, frame))
            }
        }
    }

    private func isSaid(_ value: CELValue) -> Bool? {
        switch value {
        case .bool(let value): value
        case .int(let count): count > 0
        default: nil
        }
    }

    private func set(_ name: String) -> PhraseSet? { compiled.rulebook.phrases.first { $0.name == name } }

    private func filled(_ text: LocalizedText, _ phrases: PhraseProgram) -> LocalizedText {
        text.mappingTexts { phrases.filled($0) { values.shown(slot: $0) } }
    }
}
