public import SourceText

/// What a person answers, in a test, to a question that only people can answer.
public struct TestAnswer: Sendable {
    /// The standard that asks.
    public let standard: String
    /// Which of its questions; empty for its only one.
    public let label: String
    /// Yes or no.
    public let isYes: Bool
    /// Where the answer is written.
    public let range: SourceRange
}
