public import SourceText

/// One way to say something: words, with gaps, stems, slots, alternatives and words that may be left out.
public struct PhraseExpression: Sendable {
    /// One member of an expression.
    public enum Element: Hashable, Sendable {
        /// A word, folded.
        case word(String)
        /// Any word that begins so, folded: `refund~`.
        case stem(String)
        /// Up to ``PhraseExpression/gapLengthMax`` words of the same sentence: `*`.
        case gap
        /// The words of a fact, such as `{agent.name}`; with a `~` also with another ending.
        case slot(path: [String], takesEndings: Bool)
    }

    /// At most so many words lie in a gap.
    public static let gapLengthMax = 5

    /// As it was written.
    public let text: String
    /// The ways to say it: one unless it has alternatives or words that may be left out.
    public let variants: [[Element]]
    /// Where it stands.
    public let range: SourceRange
}
