public import RulebookEngine
public import SourceText

/// Something that did not come out as a test expects.
public struct TestFailure: Sendable {
    /// A finding of an audit, for people.
    public struct Evidence: Sendable {
        /// What became of the standard.
        public let status: FindingStatus
        /// The event that the finding belongs to: its type, when it happened, and its name in the test.
        public let event: String
        /// What decided, in one sentence: lower case, no period.
        public let message: String
    }

    /// Where the expectation is written.
    public let range: SourceRange
    /// What was expected, lower case.
    public let expected: String
    /// What came instead, lower case.
    public let actual: String
    /// The decision, where it is about one: renderers show why it came out so.
    public let decision: Decision?
    /// The findings, where it is about those of an audit.
    public let evidence: [Evidence]

    init(
        at range: SourceRange, expected: String, actual: String, decision: Decision? = nil, evidence: [Evidence] = []
    ) {
        self.range = range
        self.expected = expected
        self.actual = actual
        self.decision = decision
        self.evidence = evidence
    }
}
