/// Which approvals a ledger believes.
public enum ApprovalTrust: Sendable {
    /// Only those that it holds itself, each for one exact action, one rulebook, one time.
    ///
    /// What an event tells of an approval is the word of whoever sends the event: the same person could tell it of any
    /// action, as often as he likes.
    case recorded
    /// Also those that an event tells by name and role: for a caller who has checked them himself.
    case told
}
