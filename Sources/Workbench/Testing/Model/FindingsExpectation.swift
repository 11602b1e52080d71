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
            /// There are some, and all of them are met with their aim missed.
            case missedAim
            /// So many of each status; those that are not named, none. Of those that are met, so many missed their aim;
            /// nil where that is not asked.
            case counts([FindingStatus: Int], missedAim: Int?)
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
