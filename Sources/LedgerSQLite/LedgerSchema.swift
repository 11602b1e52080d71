import GRDB

/// The tables of a ledger's file, and the steps from one version to the next.
///
/// GRDB's migrator takes the steps, and notes in the file which ones were taken. The version also stands in SQLite's
/// `user_version`, where a Leeway of any age finds it before it touches anything.
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
        """,
        // Reservations and approvals: what became of one stands under its key, so that only what makes a key must be unique.
        """
        ALTER TABLE entry RENAME TO decision;
        CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
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
            kind TEXT NOT NULL,
            expires TEXT NOT NULL,
            digest TEXT NOT NULL
        ) STRICT;
        INSERT INTO entry SELECT
            sequence, key, bodyDigest, type, event, time, outcome, counts, decision, rulebook, rulebookVersion,
            rulebookDigest, recordedAt, previousDigest, 'decision', '', digest
        FROM decision;
        DROP TABLE decision;
        CREATE UNIQUE INDEX entry_beginning ON entry (key) WHERE \(beginsKey);
        CREATE UNIQUE INDEX entry_end ON entry (key) WHERE \(endsReservation);
        """,
    ]

    /// The condition on entries that make a key stand for something.
    static let beginsKey = "kind IN ('decision', 'reservation', 'approval')"
    /// The condition on entries that end a reservation.
    static let endsReservation = "kind IN ('commit', 'release', 'expiry') AND (kind <> 'commit' OR counts)"

    /// The version that this module writes.
    static var version: Int { steps.count }

    /// Takes the steps; the first ones are only noted where the file took them before there was a migrator.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, step) in steps.enumerated() {
            let version = index + 1
            migrator.registerMigration("version \(version)") { database in
                guard try storedVersion(database) < version else { return }
                try database.execute(sql: step)
                try database.execute(sql: "PRAGMA user_version = \(version)")
            }
        }
        return migrator
    }

    private static func storedVersion(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    /// Checks what the file is.
    ///
    /// - Returns: its version; 0 for a file without anything in it.
    static func check(_ database: Database, path: String) throws -> Int {
        let identifier = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try storedVersion(database)
        if identifier == applicationID {
            guard try version <= Self.version && !migrator.hasBeenSuperseded(database) else {
                throw LedgerError.newer(path: path, version: version, known: Self.version)
            }
            return version
        }
        // Whoever was stopped before the first step leaves the migrator's own table.
        let count = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
        guard identifier == 0, version == 0, count == 0 else { throw LedgerError.notALedger(path: path) }
        return 0
    }

    /// Brings the file to the version that this module writes.
    static func migrate(_ queue: DatabaseQueue) throws {
        do {
            try migrator.migrate(queue)
        } catch {
            // The migrator looks before it holds the file: another process may have taken the same steps meanwhile.
            guard let isDone = try? queue.read({ try migrator.hasCompletedMigrations($0) }), isDone else { throw error }
        }
    }
}
