import CEL
import LedgerSQLite
import RulebookModel

extension SQLiteLedger {
    /// Reserves, and returns the outcome.
    func reserve(_ proposal: LedgerProposal, for span: String = "15min") throws -> String {
        try answer(.reserve(proposal, lasting: TimeSpan(parsing: span))).entry.outcome
    }

    /// Commits what a key reserved, and returns the outcome.
    func commit(_ key: String, at time: String? = nil) throws -> String {
        try answer(.commit(key: key, at: time.flatMap { CELTimestamp(parsing: $0) })).entry.outcome
    }

    /// Releases what a key reserved, and returns the outcome.
    func release(_ key: String) throws -> String { try answer(.release(key: key)).entry.outcome }

    func answer(_ request: LedgerRequest) throws -> LedgerAnswer {
        try carryOut(request, rendering: LedgerDesk.render)
    }
}
