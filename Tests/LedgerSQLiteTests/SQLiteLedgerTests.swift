import CEL
import Foundation
import GRDB
import LedgerSQLite
import RulebookEngine
import TestSupport
import Testing

@Suite("A ledger decides and records in one step")
struct SQLiteLedgerTests {
    @Test("what goes ahead counts, and nothing else does")
    func counts() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        #expect(try ledger.outcome(desk.coupons("1", 3)) == "justify")
        #expect(try ledger.outcome(desk.coupons("2", 4)) == "deny")
        #expect(try ledger.outcome(desk.coupons("3", 2)) == "allow")
        #expect(try ledger.outcome(desk.coupons("4", 1)) == "justify")
        #expect(try ledger.outcome(desk.coupons("5", 1, reason: "late parcel")) == "allow")
        #expect(try ledger.outcome(desk.coupons("6", 1, reason: "late parcel")) == "deny")
        #expect(try ledger.outcome(desk.coupons("7", 2, customer: "cu-2")) == "allow")
        let entries = try LedgerReader(at: desk.path).last(100)
        #expect(entries.map(\.sequence) == Array(1...7))
        #expect(entries.map(\.counts) == [false, false, true, false, true, false, true])
    }

    @Test("the same key and body give the stored answer; another body is a conflict; nothing counts twice")
    func repeats() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        let first = try ledger.record(desk.coupons("1", 2), rendering: LedgerDesk.render)
        let second = try ledger.record(desk.coupons("1", 2), rendering: LedgerDesk.render)
        #expect(!first.isRepeated && second.isRepeated)
        #expect(first.entry == second.entry)
        #expect(throws: LedgerError.conflict(key: "1", sequence: 1)) { try ledger.outcome(desk.coupons("1", 1)) }
        // The order of members and spaces say nothing.
        let turned = try desk.proposal(
            """
            {"data":{"count":2},"customer":{"id":"cu-1"},"agent":{"role":"agent","id":"a-1"},
             "type":"coupon.issue","id":"1"}
            """)
        #expect(try ledger.record(turned, rendering: LedgerDesk.render).isRepeated)
        #expect(try desk.open().record(desk.coupons("1", 2), rendering: LedgerDesk.render).entry == first.entry)
        #expect(try LedgerReader(at: desk.path).summary().sequence == 1)
    }

    @Test("an event needs an id or a key")
    func needsKey() throws {
        let desk = try LedgerDesk()
        #expect(throws: LedgerError.missingKey) { try desk.coupons("", 1) }
        let event = try desk.coupons("1", 1).event
        #expect(try LedgerProposal(event, key: "k").key == "k")
    }

    @Test("two ledgers on one file see what the other recorded")
    func sharing() throws {
        let desk = try LedgerDesk()
        let (left, right) = (try desk.open(), try desk.open())
        #expect(try left.outcome(desk.coupons("1", 1)) == "allow")
        #expect(try right.outcome(desk.coupons("2", 1)) == "allow")
        #expect(try left.outcome(desk.coupons("3", 1)) == "justify")
        #expect(try right.outcome(desk.coupons("4", 2)) == "deny")
    }

    @Test("one group: later events see earlier ones, and what is wrong with one keeps no other back")
    func group() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        let results = try ledger.carryOut(
            [
                desk.coupons("1", 2), desk.coupons("1", 1), desk.coupons("2", 1),
                desk.coupons("0", 1, at: "2026-11-19T00:00:00Z"), desk.coupons("3", 1, customer: "cu-2"),
            ].map(LedgerRequest.record), rendering: LedgerDesk.render)
        let told = results.map { result -> String in
            switch result {
            case .success(let answer): "\(answer.entry.sequence) \(answer.entry.outcome)"
            case .failure(let error): error.message
            }
        }
        #expect(
            told == [
                "1 allow", "the key `1` stands for another event, entry 1", "2 justify",
                "the event is of 2026-11-19T00:00:00Z, and the ledger remembers one of 2026-11-20T00:00:00Z already",
                "3 allow",
            ])
    }

    @Test("the clock gives the time where the event has none, and never runs back")
    func clock() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        #expect(try ledger.outcome(desk.coupons("1", 1, at: "2026-11-20T12:00:00Z")) == "allow")
        let answer = try ledger.record(desk.coupons("2", 1), rendering: LedgerDesk.render)
        #expect(answer.entry.time == "2026-11-20T12:00:00Z")
        #expect(answer.entry.recordedAt == "2026-11-20T00:00:00Z")
        // A refused one is no reason to refuse what comes before it.
        #expect(try ledger.outcome(desk.coupons("3", 9, at: "2030-01-01T00:00:00Z")) == "deny")
        #expect(try ledger.outcome(desk.coupons("4", 1, at: "2026-11-21T12:00:00Z")) == "allow")
    }

    @Test("the memory rebuilt from the log equals the memory")
    func rebuilt() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        var random = SeededGenerator(seed: 7)
        for number in 0..<200 {
            let proposal = try desk.coupons(
                "\(number)", Int.random(in: 0...3, using: &random),
                customer: "cu-\(Int.random(in: 0...9, using: &random))",
                at: "2026-11-\(20 + number / 100)T\(10 + number / 10 % 10):\(10 + number % 10):00Z")
            let fresh = try desk.open().memory()
            let expected = desk.compiled.makeDecider(memory: fresh).decide(proposal.event).outcome.rawValue
            #expect(try ledger.outcome(proposal) == expected)
        }
        #expect(try ledger.memory() == desk.open().memory())
        let report = try LedgerReader(at: desk.path).verify(deciding: desk.compiled)
        #expect(report.problems == [])
        #expect((report.entryCount, report.decidedCount) == (200, 200))
    }

    @Test("other files are left alone", arguments: ["text", "database", "newer", "folder"])
    func otherFiles(_ kind: String) throws {
        let desk = try LedgerDesk()
        switch kind {
        case "text": try desk.folder.write(String(repeating: "no ledger\n", count: 500), to: "used.ledger")
        case "database":
            try DatabaseQueue(path: desk.path).write { try $0.execute(sql: "CREATE TABLE other (x)") }
        case "newer":
            _ = try desk.open()
            try DatabaseQueue(path: desk.path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
        default: try FileManager.default.createDirectory(atPath: desk.path, withIntermediateDirectories: true)
        }
        let before = try? Data(contentsOf: URL(filePath: desk.path))
        let error = #expect(throws: LedgerError.self) { try desk.open() }
        switch kind {
        case "text", "database": #expect(error == .notALedger(path: desk.path))
        case "newer": #expect(error == .newer(path: desk.path, version: 99, known: 2))
        default:
            let isFailure = if case .failed = error { true } else { false }
            #expect(isFailure)
        }
        #expect((try? Data(contentsOf: URL(filePath: desk.path))) == before)
    }

    @Test("a ledger that is not there is not made to be read")
    func missing() throws {
        let desk = try LedgerDesk()
        #expect(throws: LedgerError.missing(path: desk.path)) { try LedgerReader(at: desk.path) }
        #expect(!FileManager.default.fileExists(atPath: desk.path))
    }

    @Test("a failure refuses the permit, and all further work until the ledger is opened anew")
    func failing() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        #expect(try ledger.outcome(desk.coupons("1", 1)) == "allow")
        let other = try DatabaseQueue(path: desk.path)
        try other.write {
            try $0.execute(
                sql: "CREATE TRIGGER fault BEFORE UPDATE ON head BEGIN SELECT RAISE(ABORT, 'disk on fire'); END")
        }
        let error = try #require(throws: LedgerError.self) { try ledger.outcome(desk.coupons("2", 1)) }
        #expect(error == .failed(path: desk.path, reason: "disk on fire"))
        try other.write { try $0.execute(sql: "DROP TRIGGER fault") }
        #expect(throws: error) { try ledger.outcome(desk.coupons("2", 1)) }
        let reopened = try desk.open()
        #expect(try reopened.outcome(desk.coupons("2", 1)) == "allow")
        #expect(try LedgerReader(at: desk.path).last(9).map(\.key) == ["1", "2"])
    }
}
