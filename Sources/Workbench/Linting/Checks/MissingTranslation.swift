import RulebookModel
import SourceText

/// A text that lacks one of the rulebook's languages.
///
/// The languages are those under `locales:`, or all that some text has. A single text without a language counts as
/// meant for all, except for words to the customer in a rulebook that lists several languages.
enum MissingTranslation: LintCheck {
    /// `missing-translation`.
    static let name = "missing-translation"
    /// How loud it is by itself.
    static let level: LintSetting.Level? = .warning

    /// Looks for it.
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let spoken = words(of: rulebook)
        let texts = spoken + notes(of: rulebook)
        let locales = rulebook.locales.isEmpty ? Set(texts.flatMap(\.locales)) : Set(rulebook.locales)
        let untranslated = rulebook.locales.count < 2 ? [] : spoken.filter(\.locales.isEmpty)
        return texts.compactMap { lack($0, of: locales) }
            + untranslated.map { text in
                Diagnostic(
                    code: .missingTranslation, severity: .warning,
                    message: "customers would hear this in one language; the rulebook has \(list(locales.sorted()))",
                    range: text.range, help: "write a text for each, as in `{en: …, sl: …}`")
            }
    }

    private static func lack(_ text: LocalizedText, of locales: Set<String>) -> Diagnostic? {
        guard !text.locales.isEmpty else { return nil }
        let missing = locales.filter { locale in
            // A text in `en` serves `en-GB` as well.
            !text.locales.contains { $0 == locale || locale.hasPrefix("\($0)-") }
        }
        guard !missing.isEmpty else { return nil }
        return Diagnostic(
            code: .missingTranslation, severity: .warning, message: "this text has no \(list(missing.sorted()))",
            range: text.range, help: "add the language, or write one text for all of them")
    }

    private static func list(_ locales: [String]) -> String { locales.map { "`\($0)`" }.joined(separator: ", ") }

    /// What is said to customers.
    private static func words(of rulebook: Rulebook) -> [LocalizedText] {
        rulebook.standards.flatMap { standard -> [LocalizedText] in
            guard case .words(let words)? = standard.instead else { return [standard.say].compactMap { $0 } }
            return [standard.say, words].compactMap { $0 }
        }
    }

    /// What is written for agents, managers and auditors.
    private static func notes(of rulebook: Rulebook) -> [LocalizedText] {
        var texts = [rulebook.title].compactMap { $0 }
        texts += rulebook.settings.compactMap(\.title)
        texts += rulebook.vocabulary.events.flatMap { [$0.title] + $0.fields.map(\.title) }.compactMap { $0 }
        texts += rulebook.vocabulary.entities.flatMap { $0.fields.map(\.title) }.compactMap { $0 }
        for standard in rulebook.standards {
            texts += [standard.title, standard.because, standard.source, standard.reading?.text].compactMap { $0 }
            if case .manual(let questions) = standard.body { texts += questions.map(\.text) }
        }
        return texts
    }
}
