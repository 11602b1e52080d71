import Foundation
import GRDB
import LedgerSQLite
import Synchronization
import Testing

@Suite("A ledger of an earlier version is brought up to date, one of a later version is left alone")
struct SchemaTests {
    /// What Leeway wrote before it had a migrator and reservations.
    private static let version1 = """
        CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, bodyDigest TEXT NOT NULL, type TEXT NOT NULL,
            event TEXT NOT NULL, time TEXT NOT NULL, outcome TEXT NOT NULL, counts INTEGER NOT NULL,
            decision TEXT NOT NULL, rulebook TEXT NOT NULL, rulebookVersion TEXT NOT NULL,
            rulebookDigest TEXT NOT NULL, recordedAt TEXT NOT NULL, previousDigest TEXT NOT NULL, digest TEXT NOT NULL
        ) STRICT;
        CREATE TABLE head (
            id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, digest TEXT NOT NULL
        ) STRICT;
        INSERT INTO entry VALUES (
            1, 'old-1', 'sha256:aa', 'coupon.issue',
            '{"customer":{"id":"cu-1"},"data":{"count":2},"id":"old-1","time":"2026-11-19T00:00:00Z","type":"coupon.issue"}',
            '2026-11-19T00:00:00Z', 'allow', 1, '{"outcome":"allow"}', 'ledger-test', '1', 'sha256:bb',
            '2026-11-19T00:00:01Z', '', 'sha256:edb2440d5432a24d065389f42db1a388f8412aee8f5e3521b34593e2d483f6d5'
        );
        INSERT INTO head VALUES (1, 1, 'sha256:edb2440d5432a24d065389f42db1a388f8412aee8f5e3521b34593e2d483f6d5');
        PRAGMA application_id = 1280786777;
        PRAGMA user_version = 1;
        """

    private static func makeVersion1(_ desk: LedgerDesk) throws {
        try DatabaseQueue(path: desk.path).writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: version1)
        }
    }

    @Test("to be recorded in, and to be read", arguments: [true, false])
    func version1(_ isRead: Bool) throws {
        let desk = try LedgerDesk()
        try Self.makeVersion1(desk)
        if isRead { #expect(try LedgerReader(at: desk.path).verify(deciding: desk.compiled).problems == []) }
        let ledger = try desk.open()
        // What was recorded then counts, and the chain goes on.
        #expect(try ledger.outcome(desk.coupons("1", 2, at: "2026-11-19T01:00:00Z")) == "deny")
        #expect(try ledger.reserve(desk.coupons("2", 1, customer: "cu-2", at: "2026-11-19T01:00:00Z")) == "allow")
        let report = try LedgerReader(at: desk.path).verify(deciding: desk.compiled)
        #expect(report.problems == [])
        #expect(report.entryCount == 3)
        #expect(try desk.open().outcome(desk.coupons("3", 2, at: "2026-11-19T01:00:00Z")) == "deny")
    }

    @Test("a new ledger has small pages, and another keeps those that it has")
    func pages() throws {
        func pageByteCount(_ desk: LedgerDesk) throws -> Int? {
            _ = try desk.open().outcome(desk.coupons("1", 1))
            return try DatabaseQueue(path: desk.path).read { try Int.fetchOne($0, sql: "PRAGMA page_size") }
        }
        #expect(try pageByteCount(LedgerDesk()) == 2_048)
        let desk = try LedgerDesk()
        try Self.makeVersion1(desk)
        #expect(try pageByteCount(desk) == 4_096)
        #expect(try LedgerReader(at: desk.path).verify(deciding: desk.compiled).problems == [])
    }

    @Test("many at once")
    func atOnce() async throws {
        let desk = try LedgerDesk()
        try Self.makeVersion1(desk)
        try await withThrowingTaskGroup(of: Int64.self) { group in
            for _ in 0..<8 { group.addTask { try LedgerReader(at: desk.path).summary().sequence } }
            for try await sequence in group { #expect(sequence == 1) }
        }
        #expect(try LedgerReader(at: desk.path).verify().problems == [])
    }

    @Test("a new ledger is made by one, and taken for somebody else's file by nobody who opens it meanwhile")
    func newAtOnce() async throws {
        let problems = Mutex<[String]>([])
        for _ in 0..<40 {
            let desk = try LedgerDesk()
            let (path, compiled) = (desk.path, desk.compiled)
            await withThreads(8) { _ in
                do throws(LedgerError) {
                    _ = try SQLiteLedger(at: path, deciding: compiled, clock: LedgerDesk.clock)
                } catch {
                    problems.withLock { $0.append(error.message) }
                }
            }
            withExtendedLifetime(desk) {}
        }
        #expect(problems.withLock { $0 } == [])
    }

    @Test("a step that nobody knows is a later version", arguments: ["PRAGMA user_version = 9", migration])
    func newer(_ sql: String) throws {
        let desk = try LedgerDesk()
        _ = try desk.open()
        try DatabaseQueue(path: desk.path).write { try $0.execute(sql: sql) }
        let error = #expect(throws: LedgerError.self) { try desk.open() }
        #expect(error?.message.contains("this Leeway knows versions up to 2") == true)
        #expect(error?.help == "use a later version of Leeway")
        #expect(throws: LedgerError.self) { try LedgerReader(at: desk.path) }
    }

    private static let migration = "INSERT INTO grdb_migrations VALUES ('version 9')"
}
