public import RulebookEngine

/// What became of one standard at one event, in 32 bytes: everything else stands in the tables of its ``FindingLog``.
public struct Finding: Sendable {
    let eventIndex: UInt32
    let standardIndex: UInt32
    /// What became of the standard.
    public internal(set) var status: FindingStatus
    var evidenceCount: UInt16
    var evidenceStart: UInt32
    /// What the standard asks for here, such as `deny` or `escalate to supervisor`; empty where it asks nothing.
    public let effect: TextTable.ID
    /// `file:line:column` of what decided, in the rulebook.
    public let place: TextTable.ID
    /// The clause that decided: its label, or the condition's text; empty where the standard has no clauses.
    public let clause: TextTable.ID
    /// What is wrong or missing, for people; empty where there is nothing to say.
    public internal(set) var message: TextTable.ID

    /// The most values that a finding keeps as evidence.
    public static let evidenceMax = 64
}
