public import RulebookEngine
public import SourceText

/// What a decision should come to; standards are given by their ids.
public struct DecisionExpectation: Sendable {
    /// What became of one standard.
    public struct Status: Sendable {
        /// The standard.
        public let standard: String
        /// How the event should stand to it; ``FindingStatus/notApplicable`` where it should not speak.
        public let status: FindingStatus
        /// Where that is written.
        public let range: SourceRange
    }

    /// Something that the event should oblige to.
    public struct Due: Sendable {
        /// The standard that asks for it.
        public let standard: String
        /// Until when there is time; nil where no time is set.
        public let deadline: TestDeadline?
        /// Where that is written.
        public let range: SourceRange
    }

    /// The outcome.
    public let outcome: Located<Outcome>
    /// The standards that bring the outcome about: these and no others.
    public let by: Located<[String]>?
    /// The role that may approve.
    public let from: Located<String>?
    /// The facts that are missing: these and no others.
    public let missing: Located<[String]>?
    /// What became of single standards.
    public let statuses: [Status]
    /// What the event obliges to: this and nothing else.
    public let due: Located<[Due]>?
}
