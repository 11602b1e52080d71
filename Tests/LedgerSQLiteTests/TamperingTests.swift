import Foundation
import GRDB
import LedgerSQLite
import Testing

@Suite("Verifying finds whatever was changed, taken away or moved")
struct TamperingTests {
    private static let textColumns = [
        "key", "bodyDigest", "type", "event", "time", "outcome", "decision", "rulebook", "rulebookVersion",
        "rulebookDigest", "recordedAt", "previousDigest", "digest", "kind", "expires",
    ]

    @Test("every single byte of an entry")
    func everyByte() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        for number in 1...3 { _ = try ledger.outcome(desk.coupons("\(number)", 1)) }
        let reader = try LedgerReader(at: desk.path)
        #expect(try reader.verify().problems == [])
        #expect(try reader.verify().entryCount == 3)
        let database = try DatabaseQueue(path: desk.path)
        for column in Self.textColumns {
            let original = try #require(
                try database.read { try String.fetchOne($0, sql: "SELECT \(column) FROM entry WHERE sequence = 2") })
            for offset in original.utf8.indices {
                let place = original.utf8.distance(from: original.startIndex, to: offset)
                var bytes = Array(original.utf8)
                bytes[place] ^= 4
                let changed = String(decoding: bytes, as: UTF8.self)
                try database.write {
                    try $0.execute(sql: "UPDATE entry SET \(column) = ? WHERE sequence = 2", arguments: [changed])
                }
                #expect(try reader.verify().problemCount > 0, "\(column), byte \(place)")
            }
            try database.write {
                try $0.execute(sql: "UPDATE entry SET \(column) = ? WHERE sequence = 2", arguments: [original])
            }
        }
        #expect(try reader.verify().problemCount == 0)
    }

    @Test(
        arguments: [
            "UPDATE entry SET counts = 0 WHERE sequence = 2",
            "DELETE FROM entry WHERE sequence = 1",
            "DELETE FROM entry WHERE sequence = 2",
            "DELETE FROM entry WHERE sequence = 3",
            "DELETE FROM entry",
            "UPDATE entry SET sequence = 4 WHERE sequence = 3",
            """
            UPDATE entry SET sequence = 9 WHERE sequence = 1; UPDATE entry SET sequence = 1 WHERE sequence = 2;
            UPDATE entry SET sequence = 2 WHERE sequence = 9
            """,
            "UPDATE head SET sequence = 2",
            "UPDATE head SET digest = 'x'",
            "DELETE FROM head",
        ])
    func changes(_ sql: String) throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        for number in 1...3 { _ = try ledger.outcome(desk.coupons("\(number)", 1)) }
        try DatabaseQueue(path: desk.path).write { try $0.execute(sql: sql) }
        #expect(try LedgerReader(at: desk.path).verify().problemCount > 0)
    }

    @Test("entries that another rulebook decided are counted, and not decided again")
    func otherRulebook() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        for number in 1...4 { _ = try ledger.outcome(desk.coupons("\(number)", 1)) }
        let lax = try LedgerDesk(LedgerDesk.yaml.replacing("up_to: 2", with: "up_to: 3"))
        let report = try LedgerReader(at: desk.path).verify(deciding: lax.compiled)
        #expect(report.problems == [])
        #expect(report.otherRulebookCount == 4)
    }
}
