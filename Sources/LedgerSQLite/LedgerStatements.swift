import GRDB
import GRDBSQLite

/// The statements that every record takes, prepared once and run as they are.
///
/// Not through GRDB: what it does around a statement, for observers and for values of any type, takes longer than most
/// of these statements themselves.
final class LedgerStatements {
    private let beginning, ending, more, insertion, head, begins, commits: PreparedStatement

    /// Prepares them.
    ///
    /// - Parameter connection: the connection, which nobody else uses while one of them runs.
    /// - Throws: `DatabaseError`, as everything here does.
    init(_ connection: OpaquePointer) throws {
        func prepare(_ sql: String) throws -> PreparedStatement { try PreparedStatement(sql, connection) }
        begins = try prepare("BEGIN IMMEDIATE")
        commits = try prepare("COMMIT")
        more = try prepare("SELECT sequence FROM entry WHERE sequence > ? LIMIT 1")
        beginning = try prepare("SELECT sequence FROM entry WHERE key = ? AND \(LedgerSchema.beginsKey)")
        ending = try prepare("SELECT sequence FROM entry WHERE key = ? AND \(LedgerSchema.endsReservation)")
        insertion = try prepare(
            """
            INSERT INTO entry (
                sequence, key, bodyDigest, type, event, time, outcome, counts, decision, rulebook, rulebookVersion,
                rulebookDigest, recordedAt, previousDigest, kind, expires, digest
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        head = try prepare("UPDATE head SET sequence = ?, digest = ? WHERE id = 1")
    }

    /// Begins a transaction that keeps others out.
    func begin() throws { try begins.run() }

    /// Ends it; what it wrote is durable then.
    func commit() throws { try commits.run() }

    /// Whether there are entries past a sequence number.
    func holdsMore(after sequence: Int64) throws -> Bool {
        try more.bind(1, sequence)
        return try more.number() != nil
    }

    /// Where the entry stands that made a key stand for something.
    func beginning(of key: String) throws -> Int64? {
        try beginning.bind(1, key)
        return try beginning.number()
    }

    /// Where the entry stands that ended a reservation.
    func end(of key: String) throws -> Int64? {
        try ending.bind(1, key)
        return try ending.number()
    }

    /// Writes an entry.
    func insert(_ entry: LedgerEntry) throws {
        try insertion.bind(1, entry.sequence)
        try insertion.bind(2, entry.key)
        try insertion.bind(3, entry.bodyDigest)
        try insertion.bind(4, entry.type)
        try insertion.bind(5, entry.event)
        try insertion.bind(6, entry.time)
        try insertion.bind(7, entry.outcome)
        try insertion.bind(8, entry.counts ? 1 : 0)
        try insertion.bind(9, entry.decision)
        try insertion.bind(10, entry.rulebook)
        try insertion.bind(11, entry.rulebookVersion)
        try insertion.bind(12, entry.rulebookDigest)
        try insertion.bind(13, entry.recordedAt)
        try insertion.bind(14, entry.previousDigest)
        try insertion.bind(15, entry.kind)
        try insertion.bind(16, entry.expires)
        try insertion.bind(17, entry.digest)
        try insertion.run()
    }

    /// Notes which entry is the last one.
    func setHead(_ sequence: Int64, _ digest: String) throws {
        try head.bind(1, sequence)
        try head.bind(2, digest)
        try head.run()
    }
}
