/// A text and how often it came up.
public struct CountedText: Hashable, Sendable {
    /// The text.
    public let text: String
    /// How often.
    public let count: Int

    /// Makes a counted text.
    public init(text: String, count: Int) {
        self.text = text
        self.count = count
    }
}
