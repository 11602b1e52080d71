/// Something to say about a text that a person wrote: what, where, and how to mend it.
///
/// This is data; ``PlainRenderer``, ``ANSIRenderer`` and ``JSONRenderer`` show it.
public struct Diagnostic: Hashable, Sendable {
    /// A short name that never changes its meaning, such as `RB0207`.
    public struct Code: RawRepresentable, Hashable, Sendable, Comparable {
        /// Two letters for the subject and four digits.
        public let rawValue: String

        /// Makes a code from its text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// In the order of their texts.
        public static func < (left: Code, right: Code) -> Bool { left.rawValue < right.rawValue }
    }

    /// How much it matters.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The text cannot be used.
        case error
        /// The text can be used, and is probably not what was meant.
        case warning
        /// The text is right, and could be better.
        case advice
    }

    /// A place that has to do with it, such as the first of two definitions.
    public struct Label: Hashable, Sendable {
        /// The place.
        public let range: SourceRange
        /// What is there, lower case, without a period.
        public let message: String

        /// Makes a label.
        public init(range: SourceRange, message: String) {
            self.range = range
            self.message = message
        }
    }

    /// A change of the text that would mend it.
    public struct FixIt: Hashable, Sendable {
        /// Whether a program may make it without asking.
        public enum Safety: String, Hashable, Sendable, CaseIterable {
            /// It changes nothing that the text decides, or only what could never have been meant.
            case safe
            /// It is probably what was meant, and a person should look at it.
            case unsafe
        }

        /// What to replace; empty to insert.
        public let range: SourceRange
        /// The new text.
        public let replacement: String
        /// Whether a program may make it without asking.
        public let safety: Safety

        /// Makes a change.
        public init(range: SourceRange, replacement: String, safety: Safety = .unsafe) {
            self.range = range
            self.replacement = replacement
            self.safety = safety
        }
    }

    /// What kind of thing it is.
    public let code: Code
    /// How much it matters.
    public let severity: Severity
    /// What is wrong and what was expected: lower case, no period, the user's words in backticks, one line.
    public let message: String
    /// The place, with both ends.
    public let range: SourceRange
    /// Related places.
    public let labels: [Label]
    /// The next step, where there is one: lower case, no period.
    public let help: String?
    /// Changes that would mend it, where they are certain.
    public let fixIts: [FixIt]

    /// Makes a diagnostic.
    public init(
        code: Code, severity: Severity, message: String, range: SourceRange, labels: [Label] = [],
        help: String? = nil, fixIts: [FixIt] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.range = range
        self.labels = labels
        self.help = help
        self.fixIts = fixIts
    }
}
