import RulebookModel

/// The vague terms of one or several languages, found in texts in one pass.
struct VagueTerms: Sendable {
    /// A term in a text.
    struct Match {
        /// What it leaves open.
        let kind: VagueTerm.Kind
        /// Its bytes in the text.
        let range: Range<Int>
    }

    /// The languages that have a list, by their tags in ISO 639-1.
    static let byLanguage: [String: VagueTerms] = [
        "en": VagueTerms(english), "sl": VagueTerms(slovenian), "af": VagueTerms(afrikaans),
        "lv": VagueTerms(latvian), "ru": VagueTerms(russian),
    ]

    /// The terms of every language, for texts of which nobody says what language they are in.
    static let all = VagueTerms(english + slovenian + afrikaans + latvian + russian)

    /// The terms by the beginning of their first word, the longest first.
    private let buckets: [Substring: [VagueTerm]]

    /// Under how many characters of the first word a term is filed.
    private static let keyLength = 3

    init(_ terms: [VagueTerm]) {
        let sorted = terms.sorted { Self.weight($0) > Self.weight($1) }
        buckets = Dictionary(grouping: sorted) { term in
            term.words[0].hasSuffix("~")
                ? term.words[0].dropLast().prefix(Self.keyLength) : term.words[0].prefix(Self.keyLength)
        }
    }

    /// The terms of a language, by its tag.
    ///
    /// - Parameter locale: a tag such as `en` or `sl-SI`; empty where nobody says.
    /// - Returns: nil for a language that has no list.
    static func of(_ locale: String) -> VagueTerms? {
        locale.isEmpty ? all : byLanguage[String(locale.prefix { $0 != "-" })]
    }

    /// More words first, then more letters, so that the longest term is taken.
    private static func weight(_ term: VagueTerm) -> (Int, Int) {
        (term.words.count, term.words.reduce(0) { $0 + $1.utf8.count })
    }

    /// Finds every term in a text, the longest at each place, none within another.
    ///
    /// - Complexity: O(words of the text × terms that begin alike).
    func matches(in text: String) -> [Match] {
        let words = Self.words(of: text)
        var found: [Match] = []
        var index = 0
        while index < words.count {
            guard let term = longest(at: index, of: words) else {
                index += 1
                continue
            }
            let last = index + term.words.count - 1
            // What stands in quotation marks is somebody else's word.
            if let kind = term.kind, !words[index...last].contains(where: \.isQuoted) {
                found.append(Match(kind: kind, range: words[index].range.lowerBound..<words[last].range.upperBound))
            }
            index = last + 1
        }
        return found
    }

    /// One word of a text, folded.
    private struct Word {
        let text: String
        /// Its bytes in the text.
        let range: Range<Int>
        /// Whether only white space, a full stop, a hyphen or an apostrophe stands between it and the word before.
        let isJoined: Bool
        let isQuoted: Bool
    }

    private static func words(of text: String) -> [Word] {
        let spoken = SpokenText(text)
        let bytes = Array(text.utf8)
        var end: Int?
        return spoken.words.map { word in
            let gap = end.map { String(decoding: bytes[$0..<word.place.lowerBound], as: UTF8.self) }
            end = word.place.upperBound
            return Word(
                text: spoken.text(of: word), range: word.place,
                isJoined: gap?.unicodeScalars.allSatisfy(joins) ?? false, isQuoted: word.isQuoted)
        }
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "-", "'", "\u{2018}", "\u{2019}", "\u{2010}", "\u{2011}": true
        default: scalar.properties.isWhitespace
        }
    }

    private func longest(at index: Int, of words: [Word]) -> VagueTerm? {
        buckets[words[index].text.prefix(Self.keyLength)]?.first { term in
            guard index + term.words.count <= words.count else { return false }
            return term.words.indices.allSatisfy { place in
                let word = words[index + place]
                guard place == 0 || word.isJoined else { return false }
                let wanted = term.words[place]
                return wanted.hasSuffix("~") ? word.text.hasPrefix(wanted.dropLast()) : word.text == wanted
            }
        }
    }
}
