public import RulebookEngine
public import SourceText

/// What an audit of a test's events should find; what is not listed may be neither missed nor undetermined.
public struct FindingsExpectation: Sendable {
    /// What an audit should find of one standard.
    public struct Entry: Sendable {
        /// Its findings.
        public enum Findings: Sendable {
            /// There are some, and all of them have this status; with ``FindingStatus/notApplicable``, none has another.
            case all(FindingStatus)
            /// So many of each status; those that are not named, none.
            case counts([FindingStatus: Int])
        }

        /// The standard's id.
        public let standard: String
        /// Its findings.
        public let findings: Findings
        /// Where that is written.
        public let range: SourceRange
    }

    /// The standards that are listed.
    public let entries: [Entry]
    /// Where the list is written.
    public let range: SourceRange
}
