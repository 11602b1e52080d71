import Foundation
import LedgerSQLite
import RulebookModel
import TestSupport
import Testing

@Suite("On a failing disk nothing is permitted that does not last, and nothing is lost", .serialized)
struct FaultTests {
    /// What is asked, one after the other, each once more until it is answered.
    private static func requests(_ desk: LedgerDesk) throws -> [LedgerRequest] {
        [
            .record(try desk.coupons("1", 1)), .reserve(try desk.coupons("r", 1), lasting: try TimeSpan(parsing: "1h")),
            .record(try desk.coupons("2", 2)), .commit(key: "r", at: nil),
            .record(try desk.coupons("3", 1, customer: "cu-2")),
        ]
    }

    private static let answers = ["allow", "allow", "deny", "allow", "allow"]

    @Test("whichever operation fails first", arguments: FaultyDisk.Fault.allCases)
    func fails(_ fault: FaultyDisk.Fault) throws {
        var count = 0
        var failures = 0
        while true {
            let desk = try LedgerDesk()
            let path = desk.folder.url.appending(path: "\(FaultyDisk.marker).ledger").path
            let hasFailed = try Self.run(desk, path, fault, after: count, &failures)
            guard hasFailed else { break }
            count += count < 24 ? 1 : 7
        }
        // Every request met the fault.
        #expect(count > 10)
        #expect(failures > 10)
    }

    /// Lets one operation fail, and asks again on a mended disk.
    private static func run(
        _ desk: LedgerDesk, _ path: String, _ fault: FaultyDisk.Fault, after count: Int, _ failures: inout Int
    ) throws -> Bool {
        FaultyDisk.arm(fault, after: count)
        var ledger: SQLiteLedger?
        var hasFailed = false
        for (request, expected) in zip(try requests(desk), answers) {
            var answered: LedgerEntry?
            do {
                let opened = try ledger ?? open(desk, path)
                ledger = opened
                answered = try opened.answer(request).entry
            } catch let error as LedgerError {
                failures += 1
                guard case .failed(_, let reason) = error else {
                    Issue.record("\(fault) after \(count): \(error)")
                    break
                }
                #expect(!reason.isEmpty)
                #expect(error.help == "take it as not permitted; when the cause is mended, ask again with the same key")
                // It permits nothing any more, even on a disk that works again.
                if let ledger { #expect(throws: error) { try ledger.answer(request) } }
                hasFailed = FaultyDisk.mend() || hasFailed
                ledger = nil
                let reopened = try open(desk, path)
                ledger = reopened
                answered = try reopened.answer(request).entry
            }
            #expect(answered?.outcome == expected, "\(fault) after \(count)")
        }
        // What failed after the answer, as when the file is closed, fails nobody.
        hasFailed = FaultyDisk.mend() || hasFailed
        ledger = nil
        let entries = try LedgerReader(at: path).last(99)
        #expect(entries.map(\.outcome) == answers, "\(fault) after \(count)")
        #expect(try LedgerReader(at: path).verify(deciding: desk.compiled).problems == [])
        return hasFailed
    }

    private static func open(_ desk: LedgerDesk, _ path: String) throws -> SQLiteLedger {
        try SQLiteLedger(at: path, deciding: desk.compiled, clock: LedgerDesk.clock)
    }
}
