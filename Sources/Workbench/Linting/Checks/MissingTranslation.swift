import RulebookModel
import SourceText

/// A text that lacks one of the rulebook's languages.
///
/// The languages are those under `locales:`, or all that some text has.
enum MissingTranslation: LintCheck {
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let texts = texts(of: rulebook)
        let spoken = rulebook.locales.isEmpty ? Set(texts.flatMap(\.locales)) : Set(rulebook.locales)
        guard spoken.count > 1 || !rulebook.locales.isEmpty else { return [] }
        return texts.compactMap { text in
            // A single text without a language counts as spoken by all, unless the rulebook lists its languages.
            guard !text.locales.isEmpty else { return nil }
            let missing = spoken.subtracting(text.locales).sorted()
            guard !missing.isEmpty else { return nil }
            return Diagnostic(
                code: .missingTranslation, severity: .warning,
                message: "this text has no \(missing.map { "`\($0)`" }.joined(separator: ", "))", range: text.range,
                help: "add the language, or write one text for all of them")
        }
    }

    private static func texts(of rulebook: Rulebook) -> [LocalizedText] {
        var texts = [rulebook.title].compactMap { $0 }
        texts += rulebook.settings.compactMap(\.title)
        texts += rulebook.vocabulary.events.flatMap { [$0.title] + $0.fields.map(\.title) }.compactMap { $0 }
        texts += rulebook.vocabulary.entities.flatMap { $0.fields.map(\.title) }.compactMap { $0 }
        for standard in rulebook.standards {
            texts += [standard.title, standard.because, standard.say].compactMap { $0 }
            if case .words(let words)? = standard.instead { texts.append(words) }
            if case .manual(let questions) = standard.body { texts += questions.map(\.text) }
        }
        return texts
    }
}
