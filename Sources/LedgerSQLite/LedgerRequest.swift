public import CEL
public import RulebookModel

/// What a ledger is asked to do.
public enum LedgerRequest: Sendable {
    /// Decide an event, and record it: what goes ahead is used.
    case record(LedgerProposal)
    /// Decide an action, and keep back what it would use for so long, where it is permitted.
    case reserve(LedgerProposal, lasting: TimeSpan)
    /// Let happen what a key reserved, at an instant; nil is that of the ledger's clock.
    case commit(key: String, at: CELTimestamp?)
    /// Give back what a key reserved.
    case release(key: String)
    /// Keep somebody's yes to one exact action.
    case approve(ApprovalProposal)
}
