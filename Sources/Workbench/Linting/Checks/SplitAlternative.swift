import RulebookModel
import SourceText

/// Alternatives of several words around a stroke, of which only the words beside it are: `I am/I'm sorry` is heard as
/// *I am sorry* and as *I I'm sorry*.
enum SplitAlternative: LintCheck {
    static let name = "split-alternative"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.phrases.flatMap(\.groups).flatMap { group in
            group.expressions.map(\.expression).compactMap { expression in
                doubled(in: expression.text).map { diagnostic(expression, $0) }
            }
        }
    }

    /// The words as they are listened for, and that nobody says in a row; nil where there are none.
    private static func doubled(in text: String) -> String? {
        // What may be left out stands apart: `(terug) bel/terugbel` says neither twice.
        let pieces = text.replacing("(", with: " ( ").replacing(")", with: " ) ").split(whereSeparator: \.isWhitespace)
            .map { String($0) }
        for (place, piece) in pieces.enumerated() {
            if piece == "/", place > 0, place + 1 < pieces.count { return "\(pieces[place - 1]) \(pieces[place + 1])" }
            let ways = piece.split(separator: "/").map { String($0) }
            // Numbers with a stroke between, as in `24/7`, are no choice.
            guard ways.count > 1, !piece.contains(where: \.isNumber) else { continue }
            if place > 0, let way = ways.dropFirst().first(where: { repeats($0, pieces[place - 1], way: ways[0]) }) {
                return "\(pieces[place - 1]) \(way)"
            }
            guard place + 1 < pieces.count, let last = ways.last else { continue }
            // `I'm/I am`: the stroke ends with the first word of what it was to part.
            if let way = ways.dropLast().first(where: { isShort($0, of: last) }) {
                return "\(way) \(pieces[place + 1])"
            }
        }
        return nil
    }

    /// Whether an alternative says once more what stands before all of them.
    private static func repeats(_ way: String, _ word: String, way first: String) -> Bool {
        let (way, word, first) = (fold(way), fold(word), fold(first))
        if way == word || way == word + first || isShort(way, of: word) { return true }
        return word.count >= prefixLengthMin && way.hasPrefix(word) && !first.hasPrefix(word)
    }

    /// Whether one word is another with something drawn together behind it: `I'm` of `I`, `don't` of `do`.
    private static func isShort(_ way: String, of word: String) -> Bool {
        let (way, word) = (fold(way), fold(word))
        return way != word && way.hasPrefix(word) && way.dropFirst(word.count).prefix(2).contains("'")
    }

    /// Longer words than this begin alike only where one is made from the other.
    private static let prefixLengthMin = 4

    private static func fold(_ word: String) -> String {
        word.lowercased().replacing("\u{2019}", with: "'")
    }

    private static func diagnostic(_ expression: PhraseExpression, _ doubled: String) -> Diagnostic {
        Diagnostic(
            code: .splitAlternative, severity: .warning,
            message: "a stroke parts the words beside it and no more: this listens for `\(doubled)`",
            range: expression.range, help: "write each way as an expression of its own")
    }
}
