import RulebookModel
import SourceText

/// Tells which events a pattern means.
struct PatternTeller {
    let teller: HandbookTeller

    /// The pattern as people call it: by its name where it has one, else by its types and what must hold of them.
    func name(_ pattern: EventPattern) -> String {
        let written = pattern.range.text
        if teller.rulebook.vocabulary.patterns.contains(where: { $0.name == written }) { return teller.word(written) }
        var names: [String] = []
        for alternative in pattern.alternatives {
            let name = self.name(alternative)
            if !names.contains(name) { names.append(name) }
        }
        return names.joined(separator: " \(teller.words.or) ")
    }

    /// The types, each once, as people call them.
    func types(_ pattern: EventPattern) -> String {
        let written = pattern.range.text
        if teller.rulebook.vocabulary.patterns.contains(where: { $0.name == written }),
            teller.rulebook.handbook.words[written] != nil
                || pattern.alternatives.contains(where: { !$0.conditions.isEmpty })
        {
            return teller.word(written)
        }
        return pattern.types.map(teller.event).joined(separator: ", ")
    }

    private func name(_ alternative: EventPattern.Alternative) -> String {
        if let verdict = alternative.verdict {
            let status = verdict.verdicts.map(word).joined(separator: " \(teller.words.or) ")
            return "\(teller.standard(verdict.standard)): \(status)"
        }
        let conditions = ConditionTeller(teller: teller, types: [alternative.type], figures: FigureNotes())
        let told = ToldCondition.all(of: alternative.conditions.map(conditions.tell))
        guard !told.isAlways, !told.isCode else { return teller.event(alternative.type) }
        return "\(teller.event(alternative.type)) (\(told.line(teller.words).plain))"
    }

    private func word(_ verdict: Verdict) -> String {
        let words = teller.words
        return switch verdict {
        case .met: words.kept
        case .missed: words.missed
        case .discretion: words.discretion
        case .excused: words.excused
        case .undetermined: words.undetermined
        }
    }
}
