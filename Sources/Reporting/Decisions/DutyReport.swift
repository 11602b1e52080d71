public import RulebookEngine
public import RulebookModel

/// Something that an event obliges to, for people.
public struct DutyReport: Sendable {
    /// The standard that asks for it.
    public let standard: Standard
    /// Until when there is time; nil where no time is set.
    public let deadline: Moment?
    /// What it is, in one sentence: lower case, no period.
    public let message: String
}
