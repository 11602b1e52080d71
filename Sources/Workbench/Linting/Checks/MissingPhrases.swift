import RulebookModel
import SourceText

/// A phrase set without expressions in a language that the rulebook declares: said in that language, it is never heard.
enum MissingPhrases: LintCheck {
    static let name = "missing-phrases"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.phrases.compactMap { set in
            let missing = rulebook.locales.filter { locale in
                !set.groups.contains { isServed(locale, by: $0.locale) }
            }
            guard !missing.isEmpty else { return nil }
            let list = missing.sorted().map { "`\($0)`" }.joined(separator: ", ")
            return Diagnostic(
                code: .missingPhrases, severity: .warning, message: "the phrase set `\(set.name)` has no \(list)",
                range: set.range,
                help: "list what is said in that language, as in `\(missing.sorted()[0]): {match: [\"…\"]}`")
        }
    }

    /// Whether one tag is another, or names a country of it, or the language without one.
    private static func isServed(_ locale: String, by own: String) -> Bool {
        own == locale || locale.hasPrefix("\(own)-") || own.hasPrefix("\(locale)-")
    }
}
