public import RulebookEngine

/// A row of a log, with the events that were made of it and all that was wrong with it.
public struct LogRow: Sendable {
    /// Something that a row says.
    public enum Record: Sendable {
        /// An event to judge.
        case event(Event)
        /// A person's answer to the question of a manual standard.
        case attestation(Attestation)
    }

    /// Its first line, from 1.
    public let line: Int
    /// What it says that could be read.
    public let records: [Record]
    /// What is wrong with it; a row without records has at least one problem.
    public let problems: [RowProblem]
    /// What is wrong, with the member that each problem is about; in the order of ``problems``.
    public let details: [InputProblem]
    /// Members that have a value and that the rulebook does not declare.
    public let unknownMembers: [String]
}
