/// The words of a text, with case, diacritics and typographic variants folded away, each with its place.
///
/// The folding is the same on every machine: it knows no locale but the letters of the languages of Europe's Latin,
/// Cyrillic and Greek scripts.
struct FoldedWords {
    /// One word.
    struct Word {
        /// The word, folded.
        let text: String
        /// Its bytes in the text.
        let range: Range<Int>
        /// Whether only white space, a full stop, a hyphen or an apostrophe stands between it and the word before.
        let isJoined: Bool
    }

    /// The words in their order.
    let words: [Word]

    /// Splits a text into words.
    ///
    /// - Complexity: O(length).
    init(_ text: String) {
        var words: [Word] = []
        var word = ""
        var start = 0
        var offset = 0
        var isJoined = false
        func close(_ end: Int) {
            guard !word.isEmpty else { return }
            words.append(Word(text: word, range: start..<end, isJoined: isJoined && !words.isEmpty))
            word = ""
            isJoined = true
        }
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            if Self.isWordPart(scalar) {
                if word.isEmpty { start = offset }
                word += Self.folded(scalar)
            } else {
                close(offset)
                if !Self.joins(scalar) { isJoined = false }
            }
            offset += length
        }
        close(offset)
        self.words = words
    }

    /// A text folded as its words are.
    static func folded(_ text: String) -> String { text.unicodeScalars.map(folded).joined() }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil || isMark(scalar)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "-", "'", "\u{2018}", "\u{2019}", "\u{2010}", "\u{2011}": true
        default: scalar.properties.isWhitespace
        }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String {
        if isMark(scalar) { return "" }
        return scalar.properties.lowercaseMapping.unicodeScalars.map { bases[$0] ?? (isMark($0) ? "" : String($0)) }
            .joined()
    }

    /// The letter without its diacritics.
    private static let bases: [Unicode.Scalar: String] = {
        let rows = [
            "a": "àáâãäåāăąǎ", "ae": "æ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģǧ", "h": "ĥħ",
            "i": "ìíîïĩīĭįıǐ", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏőǒ", "oe": "œ", "r": "ŕŗř",
            "s": "śŝşšș", "ss": "ß", "t": "ţťŧț", "th": "þ", "u": "ùúûüũūŭůűųǔ", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
            "е": "ёѐ", "и": "йѝ", "г": "ѓ", "к": "ќ", "у": "ў", "і": "ї", "α": "ά", "ε": "έ", "η": "ή", "ι": "ίϊΐ",
            "ο": "ό", "υ": "ύϋΰ", "ω": "ώ", "σ": "ς",
        ]
        var bases: [Unicode.Scalar: String] = [:]
        for (base, letters) in rows { for letter in letters.unicodeScalars { bases[letter] = base } }
        return bases
    }()
}
