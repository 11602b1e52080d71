/// A word or sign of the source.
struct Token {
    enum Kind: Hashable {
        case end
        case identifier
        /// A name in backticks; its range includes them.
        case quotedIdentifier
        case int, uint, double
        case string, bytes
        case `true`, `false`, null, `in`
        case and, or, not, wordNot
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        case plus, minus, star, slash, percent
        case question, colon, comma, dot
        case openParenthesis, closeParenthesis, openBracket, closeBracket, openBrace, closeBrace
        /// Something that was already reported.
        case invalid
    }

    let kind: Kind
    /// Where it stands, in UTF-8 offsets.
    let range: Range<Int>
}
