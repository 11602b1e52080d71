import Foundation
import Synchronization
import TestSupport
import Testing

@testable import LedgerSQLite

@Suite("A turnstile lets one after the other at a ledger")
struct TurnstileTests {
    private let folder: TemporaryFolder
    private var ledger: String { folder.url.appending(path: "used.ledger").path }

    init() throws { folder = try TemporaryFolder() }

    @Test("no two are inside at once, and each is let in as often as it comes")
    func excludes() async {
        let ledger = ledger
        let inside = Mutex((now: 0, most: 0, visits: 0))
        await withThreads(8) { _ in
            let turnstile = Turnstile(to: ledger)
            for _ in 0..<50 {
                try? turnstile.pass {
                    inside.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.visits + 1) }
                    sched_yield()
                    inside.withLock { $0.now -= 1 }
                }
            }
        }
        #expect(inside.withLock { $0.most } == 1)
        #expect(inside.withLock { $0.visits } == 8 * 50)
    }

    @Test("who comes back at once does not go before those who wait")
    func isFair() async {
        let ledger = ledger
        let visits = Mutex([Int](repeating: 0, count: 6))
        // Each comes back at once, until the first one has been inside 40 times.
        await withThreads(6) { number in
            let turnstile = Turnstile(to: ledger)
            while visits.withLock({ ($0.max() ?? 0) < 40 }) {
                try? turnstile.pass {
                    visits.withLock { $0[number] += 1 }
                    usleep(2_000)
                }
            }
        }
        let counts = visits.withLock { $0 }
        // A lock without a line lets one in again and again, and the others hardly ever.
        #expect((counts.min() ?? 0) >= 10, "\(counts)")
    }

    @Test("where nobody is let in for too long one gives up, and keeps the place in the line")
    func givesUp() async throws {
        let ledger = ledger
        let (first, second) = (Turnstile(to: ledger), Turnstile(to: ledger, patienceSeconds: 1))
        try first.pass {
            for _ in 0..<2 {
                #expect(throws: LedgerError.busy(path: ledger)) { try second.pass { true } }
            }
        }
        #expect(try second.pass { true })
        // Whoever gave up and never came back keeps nobody out.
        try first.pass { #expect(throws: LedgerError.busy(path: ledger)) { try second.pass { true } } }
        #expect(try Turnstile(to: ledger).pass { true })
    }

    @Test("as long as others are let in, nobody gives up")
    func isPatient() async throws {
        let ledger = ledger
        let isOver = Mutex(false)
        let failures = Mutex(0)
        await withThreads(9) { number in
            // The first one waits for the eight others, far longer than it would for one.
            guard number > 0 else {
                usleep(100_000)
                let turnstile = Turnstile(to: ledger, patienceSeconds: 3)
                do { try turnstile.pass {} } catch { failures.withLock { $0 += 1 } }
                return isOver.withLock { $0 = true }
            }
            let turnstile = Turnstile(to: ledger)
            while !isOver.withLock({ $0 }) { try? turnstile.pass { _ = usleep(500_000) } }
        }
        #expect(failures.withLock { $0 } == 0)
    }

    @Test("where there can be no line everybody is let through")
    func withoutFile() throws {
        let turnstile = Turnstile(to: ledger)
        try FileManager.default.createDirectory(atPath: turnstile.path, withIntermediateDirectories: false)
        #expect(try turnstile.pass { try Turnstile(to: ledger).pass { true } })
        let desk = try LedgerDesk()
        try FileManager.default.createDirectory(atPath: desk.path + "-turn", withIntermediateDirectories: false)
        #expect(try desk.open().outcome(desk.coupons("1", 2)) == "allow")
        #expect(try desk.open().outcome(desk.coupons("2", 1)) == "justify")
    }

    @Test("where the file is deleted the line begins anew, for whoever had it open too")
    func deleted() throws {
        let (first, second) = (Turnstile(to: ledger, patienceSeconds: 0.1), Turnstile(to: ledger))
        try first.pass {}
        try FileManager.default.removeItem(atPath: first.path)
        try second.pass {
            #expect(throws: LedgerError.busy(path: ledger)) { try first.pass { true } }
        }
    }

    @Test("whoever may write the ledger may stand in line, by whatever name it is opened")
    func file() throws {
        try folder.write("", to: "used.ledger")
        #expect(chmod(ledger, 0o660) == 0)
        let link = folder.url.appending(path: "link.ledger").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: ledger)
        let turnstile = Turnstile(to: link)
        #expect(turnstile.path == Turnstile(to: ledger).path)
        try turnstile.pass {}
        let attributes = try FileManager.default.attributesOfItem(atPath: turnstile.path)
        #expect(attributes[.posixPermissions] as? Int == 0o660)
    }
}
