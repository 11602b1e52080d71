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
            // The sign for any ending would be no part of a word.
            let words = text.split { !($0.isLetter || $0.isNumber || $0 == "~") }.map { word in
                word.hasSuffix("~")
                    ? FoldedWords.folded(String(word.dropLast())) + "~" : FoldedWords.folded(String(word))
            }
            return words.isEmpty ? nil : VagueTerm(words: words, kind: kind)
        }
    }
}
