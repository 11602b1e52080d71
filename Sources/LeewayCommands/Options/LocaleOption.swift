import ArgumentParser
import Leeway

/// The language of the rulebook's texts.
struct LocaleOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The language of the rulebook's texts, such as en; its first by default.", valueName: "tag"))
    var locale: String?

    /// Says so where the rulebook has no text in the language.
    func check(_ rulebook: Rulebook, console: Console) {
        guard let locale, !rulebook.locales.isEmpty, !rulebook.locales.contains(locale),
            !rulebook.locales.contains(String(locale.prefix { $0 != "-" && $0 != "_" }))
        else { return }
        console.note(
            "note: the rulebook has no texts in `\(locale)`; it has \(rulebook.locales.joined(separator: ", "))\n")
    }
}

extension LocaleOption {
    /// A text in the language.
    func text(_ text: LocalizedText) -> String { locale.map { text.text(for: $0) } ?? text.text }
}
