import GRDB

/// The tables of a ledger's file, and the steps from one version to the next.
///
/// The version is SQLite's `user_version`, read and raised in one transaction that holds the file: GRDB's migrator looks
/// before it takes the lock, so that two processes that make the same ledger at once would step on each other.
enum LedgerSchema {
    /// SQLite's `application_id` of a ledger: `LWAY`.
    static let applicationID = 0x4C57_4159
    /// What each version adds to the one before.
    private static let steps: [String] = [
        """
        CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            bodyDigest TEXT NOT NULL,
            type TEXT NOT NULL,
            event TEXT NOT NULL,
            time TEXT NOT NULL,
            outcome TEXT NOT NULL,
            counts INTEGER NOT NULL,
            decision TEXT NOT NULL,
            rulebook TEXT NOT NULL,
            rulebookVersion TEXT NOT NULL,
            rulebookDigest TEXT NOT NULL,
            recordedAt TEXT NOT NULL,
            previousDigest TEXT NOT NULL,
            digest TEXT NOT NULL
        ) STRICT;
        -- The last entry once more, so that entries missing from the end are noticed.
        CREATE TABLE head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            sequence INTEGER NOT NULL,
            digest TEXT NOT NULL
        ) STRICT;
        INSERT INTO head (id, sequence, digest) VALUES (1, 0, '');
        PRAGMA application_id = \(applicationID);
        """
    ]

    /// The version that this module writes.
    static var version: Int { steps.count }

    /// Checks what the file is.
    ///
    /// - Returns: its version; 0 for a file without anything in it.
    static func check(_ database: Database, path: String) throws -> Int {
        let identifier = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if identifier == applicationID {
            guard version <= Self.version else {
                throw LedgerError.newer(path: path, version: version, known: Self.version)
            }
            return version
        }
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard identifier == 0, version == 0, count == 0 else { throw LedgerError.notALedger(path: path) }
        return 0
    }

    /// Brings the file to the version that this module writes; within a transaction that holds it.
    static func migrate(_ database: Database, path: String) throws {
        let found = try check(database, path: path)
        guard found < version else { return }
        for step in steps[found...] { try database.execute(sql: step) }
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }
}
