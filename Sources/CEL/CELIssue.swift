/// Something wrong with an expression: what, where, and how to mend it.
public struct CELIssue: Hashable, Sendable, Error {
    /// A short name that never changes its meaning.
    public struct Code: RawRepresentable, Hashable, Sendable, Comparable {
        /// The letters `CE` and four digits.
        public let rawValue: String

        /// Makes a code from its text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// In the order of their texts.
        public static func < (left: Code, right: Code) -> Bool { left.rawValue < right.rawValue }
    }

    /// What kind of thing it is.
    public let code: Code
    /// What is wrong and what was expected: lower case, no period, the author's words in backticks, one line.
    public let message: String
    /// The place, in UTF-8 offsets of the source.
    public let range: Range<Int>
    /// The next step, where there is one.
    public let help: String?

    /// Makes an issue.
    public init(_ code: Code, _ message: String, range: Range<Int>, help: String? = nil) {
        self.code = code
        self.message = message
        self.range = range
        self.help = help
    }
}
