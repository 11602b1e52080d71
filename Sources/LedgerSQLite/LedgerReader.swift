import GRDB
public import RulebookEngine

/// Reads a ledger without recording anything.
public final class LedgerReader {
    /// The file.
    public let path: String
    private let queue: DatabaseQueue

    /// Opens a ledger that is there.
    ///
    /// - Parameter path: the file.
    /// - Throws: ``LedgerError``, where it is missing, something else, newer or cannot be read.
    public init(at path: String) throws(LedgerError) {
        self.path = path
        queue = try LedgerFile.open(path, for: .reading, by: Turnstile(to: path))
    }

    /// The ledger at a glance.
    ///
    /// - Throws: ``LedgerError``, where it cannot be read.
    public func summary() throws(LedgerError) -> LedgerSummary {
        try read { database in
            let outcomes = try Row.fetchAll(
                database,
                sql: """
                    SELECT outcome, count(*) FROM entry WHERE kind IN ('decision', 'reservation', 'commit')
                    GROUP BY outcome ORDER BY outcome
                    """)
            func count(_ condition: String) throws -> Int64 {
                try Int64.fetchOne(database, sql: "SELECT count(*) FROM entry WHERE \(condition)") ?? 0
            }
            let rulebooks = try Row.fetchAll(
                database,
                sql: """
                    SELECT rulebook, rulebookVersion, rulebookDigest, count(*) FROM entry
                    GROUP BY rulebook, rulebookVersion, rulebookDigest ORDER BY min(sequence)
                    """)
            return LedgerSummary(
                sequence: try Int64.fetchOne(database, sql: "SELECT max(sequence) FROM entry") ?? 0,
                countingCount: try count("counts AND kind <> 'reservation'"),
                outcomes: outcomes.map { .init(outcome: $0[0], count: $0[1]) },
                approvalCount: try count("kind = 'approval'"),
                reservations: .init(
                    count: try count("kind = 'reservation' AND counts"),
                    committedCount: try count("kind = 'commit' AND counts"),
                    releasedCount: try count("kind = 'release'"), expiredCount: try count("kind = 'expiry'")),
                rulebooks: rulebooks.map { .init(id: $0[0], version: $0[1], digest: $0[2], count: $0[3]) })
        }
    }

    /// The last entries, the oldest of them first.
    ///
    /// - Parameter count: how many at most.
    /// - Returns: the entries.
    /// - Throws: ``LedgerError``, where it cannot be read.
    public func last(_ count: Int) throws(LedgerError) -> [LedgerEntry] {
        try read { database in
            try LedgerEntry.fetchAll(
                database, sql: "SELECT * FROM entry ORDER BY sequence DESC LIMIT ?", arguments: [count]
            ).reversed()
        }
    }

    /// Goes through all entries in the order of their sequence numbers.
    ///
    /// - Parameter body: is handed one entry after the other; what it throws ends the pass.
    /// - Returns: what the body threw, if it did.
    /// - Throws: ``LedgerError``, where the ledger cannot be read.
    public func forEach<Failure: Error>(
        _ body: (LedgerEntry) throws(Failure) -> Void
    ) throws(LedgerError) -> Failure? {
        try read { database in
            let entries = try LedgerEntry.fetchCursor(database, sql: "SELECT * FROM entry ORDER BY sequence")
            while let entry = try entries.next() {
                do throws(Failure) { try body(entry) } catch { return error }
            }
            return nil
        }
    }

    /// Verifies that the entries are as they were written: none changed, missing or moved.
    ///
    /// Each entry's digest covers all that it holds and the digest of the one before. Whoever can write the whole file
    /// can make a whole new chain: keep the last digest elsewhere to notice that.
    ///
    /// - Parameter compiled: a rulebook; entries that it decided are decided again, and must come to the same.
    /// - Returns: what was found.
    /// - Throws: ``LedgerError``, where the file cannot be read.
    public func verify(deciding compiled: CompiledVersions? = nil) throws(LedgerError) -> LedgerVerification {
        try read { database in
            var check = VerificationPass(compiled)
            let entries = try LedgerEntry.fetchCursor(database, sql: "SELECT * FROM entry ORDER BY sequence")
            while let entry = try entries.next() { check.add(entry, database) }
            let head = try Row.fetchOne(database, sql: "SELECT sequence, digest FROM head WHERE id = 1")
            check.end(sequence: head?[0] ?? -1, digest: head?[1] ?? "")
            return check.result
        }
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw LedgerFile.error(error, path: path)
        }
    }
}
