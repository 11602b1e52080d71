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

    /// The texts by count, greatest first, and of one count by their scalars.
    public static func mostFrequentFirst(_ texts: [CountedText]) -> [CountedText] {
        texts.sorted { left, right in
            if left.count != right.count { return left.count > right.count }
            return left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
        }
    }
}
