public import CEL
import Foundation
import GRDB
public import RulebookEngine

/// The record of what was decided, in a SQLite file: it decides and records in one step, across processes.
///
/// A decision is returned only once it is durable. What is remembered is the fold of the entries that went ahead, in the
/// order of their sequence; each process keeps it in memory and folds what others recorded since. Refused proposals are
/// recorded too, and use nothing.
///
/// Not `Sendable`: one a thread, each with its own connection.
public final class SQLiteLedger {
    /// How a ledger is opened.
    public enum Access: Sendable {
        /// To record; the file is made where it is not there.
        case recording
        /// To look; the file must be there.
        case reading
    }

    /// Puts a decision into the form in which it is stored and answered: JSON on one line, without a line feed.
    ///
    /// It is given the decision, what was remembered before, and the sequence number.
    public typealias Rendering = (Decision, VersionedState, Int64) -> [UInt8]

    /// How long a process waits for others while none of them is let in, in seconds.
    ///
    /// Whoever records waits in line (``path`` and `-turn` is the name of the line's file), and is let in after those
    /// who came before; as long as they are let in one after the other, nobody gives up.
    public static let busyTimeoutSeconds = 30.0

    /// The file.
    public let path: String
    /// What the entries that were read so far come to.
    private var folded: FoldedEntries
    /// Why it refuses further work.
    private var failure: LedgerError?
    private let compiled: CompiledVersions
    private let queue: DatabaseQueue
    private var prepared: LedgerStatements?
    private let turnstile: Turnstile
    private let trust: ApprovalTrust
    private let clock: @Sendable () -> CELTimestamp?

    /// Opens a ledger.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - compiled: the rulebook that decides.
    ///   - access: what for.
    ///   - trust: which approvals count.
    ///   - clock: gives the time of entries, and of events that carry none.
    /// - Throws: ``LedgerError``, where the file is missing, something else, newer, held or failing.
    public init(
        at path: String, deciding compiled: CompiledVersions, for access: Access = .recording,
        trusting trust: ApprovalTrust = .recorded,
        clock: @escaping @Sendable () -> CELTimestamp? = SQLiteLedger.systemClock
    ) throws(LedgerError) {
        self.path = path
        self.compiled = compiled
        self.clock = clock
        self.trust = trust
        folded = FoldedEntries(compiled)
        turnstile = Turnstile(to: path)
        queue = try LedgerFile.open(path, for: access, by: turnstile)
    }

    /// The machine's clock, to the microsecond.
    public static let systemClock: @Sendable () -> CELTimestamp? = {
        let microseconds = Int64(Date().timeIntervalSince1970 * 1_000_000)
        return CELTimestamp(
            seconds: microseconds / 1_000_000, nanoseconds: Int32(microseconds % 1_000_000) * 1_000)
    }

    // MARK: Recording

    /// Decides one event and records it.
    ///
    /// - Parameters:
    ///   - proposal: the event with its key.
    ///   - rendering: gives the decision its form.
    /// - Returns: the answer, once it is durable; the stored one where the key was recorded before.
    /// - Throws: ``LedgerError``: the event was not recorded, or nobody knows and the same key tells.
    public func record(_ proposal: LedgerProposal, rendering: @escaping Rendering) throws(LedgerError) -> LedgerAnswer {
        try carryOut(.record(proposal), rendering: rendering)
    }

    /// Does what is asked.
    ///
    /// - Parameters:
    ///   - request: what is asked.
    ///   - rendering: gives the decision its form.
    /// - Returns: the answer, once it is durable; the stored one where the same was asked before.
    /// - Throws: ``LedgerError``: nothing was changed, or nobody knows and the same request tells.
    public func carryOut(_ request: LedgerRequest, rendering: @escaping Rendering) throws(LedgerError) -> LedgerAnswer {
        let results = try carryOut([request], rendering: rendering)
        guard let result = results.first else { throw .failed(path: path, reason: "there was no answer") }
        return try result.get()
    }

    /// Does what several requests ask, one after the other, in one transaction.
    ///
    /// - Parameters:
    ///   - requests: what is asked.
    ///   - rendering: gives the decisions their form.
    /// - Returns: the answers in the same order, once all are durable; what is wrong with one request keeps no other back.
    /// - Throws: ``LedgerError``: nothing was changed, or nobody knows and the same requests tell.
    public func carryOut(
        _ requests: [LedgerRequest], rendering: @escaping Rendering
    ) throws(LedgerError) -> [Result<LedgerAnswer, LedgerError>] {
        // A long log is read before others are kept out.
        if folded.sequence == 0 { try catchUp() }
        return try performInTurn { database in
            let statements = try self.statements(database)
            var results: [Result<LedgerAnswer, LedgerError>] = []
            results.reserveCapacity(requests.count)
            try statements.begin()
            do {
                if try statements.holdsMore(after: folded.sequence) { try fold(database) }
                let first = folded.sequence
                let transaction = LedgerTransaction(
                    database: database, statements: statements, folded: folded, path: path, clock: clock, trust: trust,
                    rendering: rendering)
                for request in requests { results.append(try transaction.answer(request)) }
                if folded.sequence > first { try statements.setHead(folded.sequence, folded.digest) }
                try statements.commit()
            } catch {
                try? database.rollback()
                throw error
            }
            return results
        }
    }

    /// The statements of a record, prepared when first needed: then the tables are there.
    private func statements(_ database: Database) throws -> LedgerStatements {
        if let prepared { return prepared }
        guard let connection = database.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        let statements = try LedgerStatements(connection)
        prepared = statements
        return statements
    }

    // MARK: Remembering

    /// What is remembered of all entries so far.
    ///
    /// - Throws: ``LedgerError``, where the file cannot be read or an entry is damaged.
    public func memory() throws(LedgerError) -> VersionedState {
        try catchUp()
        return folded.memory
    }

    /// An event with its approvals as the ledger knows them, to be decided without being recorded.
    ///
    /// - Parameter event: the event; where it has no time, its approvals are judged by the ledger's clock.
    /// - Returns: the event.
    /// - Throws: ``LedgerError/approval(id:_:)`` for the first approval that does not hold.
    public func approved(_ event: Event) throws(LedgerError) -> Event {
        guard !event.approvals.isEmpty || !event.approvalIDs.isEmpty, let time = event.time ?? clock() else {
            return event
        }
        return try perform { database in
            try database.inTransaction(.deferred) {
                try fold(database)
                return .commit
            }
            return try folded.approved(event, at: time, key: event.id, trust: trust, database)
        }
    }

    private func catchUp() throws(LedgerError) {
        try perform { database in
            try database.inTransaction(.deferred) {
                try fold(database)
                return .commit
            }
        }
    }

    /// Folds the entries that others recorded since.
    private func fold(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: "SELECT \(StoredEntry.columns) FROM entry WHERE sequence > ? ORDER BY sequence"),
            arguments: [folded.sequence])
        while let row = try rows.next() {
            do throws(FoldedEntries.Problem) {
                try folded.fold(StoredEntry(row))
            } catch {
                throw LedgerError(error, path: path)
            }
        }
    }

    // MARK: Failing

    /// Works with the database once those who came before are done.
    private func performInTurn<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            return try turnstile.pass { try perform(body) }
        } catch {
            throw LedgerFile.error(error, path: path)
        }
    }

    /// Works with the database.
    ///
    /// Whatever goes wrong, what was remembered on the way is forgotten and read again from the entries: only they say
    /// what lasts. After a failure of the file nothing is tried again, since a second fsync may claim what the first
    /// one lost.
    private func perform<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        if let failure { throw failure }
        do {
            return try queue.writeWithoutTransaction(body)
        } catch {
            folded = FoldedEntries(compiled)
            let known = LedgerFile.error(error, path: path)
            if case .failed = known { failure = known }
            throw known
        }
    }
}
