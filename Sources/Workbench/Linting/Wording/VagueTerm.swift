import RulebookModel

/// Words that sound like a standard and set none.
struct VagueTerm: Sendable {
    /// What they leave open.
    enum Kind: Sendable, CaseIterable {
        /// When: *promptly*.
        case time
        /// How many or how often: *regularly*.
        case extent
        /// Whose taste decides: *appropriate*.
        case judgement
        /// What else belongs to it: *etc.*
        case openEnd
        /// In which cases it need not be kept: *if possible*.
        case exception
    }

    /// The folded words; one that ends in `~` stands for every word that begins so.
    let words: [String]
    /// What they leave open; nil for words that only look like another term, such as *frequently asked*.
    let kind: Kind?

    /// Reads terms out of a table: they are separated by commas or line breaks.
    static func terms(_ kind: Kind?, _ table: String) -> [VagueTerm] {
        table.split { $0 == "," || $0.isNewline }.compactMap { text in
            let words = text.split { $0.isWhitespace || $0 == "." || $0 == "-" }.flatMap { piece in
                let spoken = SpokenText(String(piece))
                let words = spoken.words.map { spoken.text(of: $0) }
                // The sign for any ending is no part of a word.
                return piece.hasSuffix("~") ? words.dropLast() + words.suffix(1).map { $0 + "~" } : words
            }
            return words.isEmpty ? nil : VagueTerm(words: words, kind: kind)
        }
    }
}
