import Foundation
import Leeway
import TestSupport
import Testing

@Suite("Many callers of one process share their waits for the disk")
struct LedgerWriterTests {
    private static let rulebook = """
        rulebook: cap
        version: 1
        timeZone: UTC
        currency: EUR
        unlisted: deny
        roles: [agent]
        entities: {customer: {tier: string}}
        actions: {coupon.issue: {about: [customer], fields: {count: int}}}
        standards:
          cap:
            on: coupon.issue
            allowance: {sum: event.count, per: customer, window: lifetime, steps: [{up_to: 10}]}
        """

    private struct Desk {
        let folder: TemporaryFolder
        let point: DecisionPoint

        init() throws {
            folder = try TemporaryFolder()
            try folder.write(LedgerWriterTests.rulebook, to: "rulebook.yaml")
            point = try DecisionPoint(rulebookAt: folder.url.path)
        }

        var ledger: String { folder.url.appending(path: "used.ledger").path }

        func recorder() throws -> Recorder { try Recorder(point, ledgerAt: ledger, offers: .omitted) }

        func request(_ id: String, customer: String = "cu-1", time: String? = nil) throws -> Event {
            let time = time.map { #", "time": "\#($0)""# } ?? ""
            let json =
                #"{"id": "\#(id)", "type": "coupon.issue"\#(time), "customer": {"id": "\#(customer)"}, "#
                + #""data": {"count": 1}}"#
            return try point.event(DecisionPoint.document(utf8: Array(json.utf8), named: "test").root, named: "test")
        }
    }

    @Test("64 callers are all answered, each by its own entry, and no cap is passed")
    func callers() async throws {
        let desk = try Desk()
        let writer = LedgerWriter(try desk.recorder())
        var answers: [(key: String, sequence: Int64, outcome: Outcome)] = []
        try await withThrowingTaskGroup(of: (String, Int64, Outcome).self) { group in
            for caller in 0..<64 {
                let event = try desk.request("\(caller)", customer: "cu-\(caller % 4)")
                group.addTask {
                    let recorded = try await writer.record(event)
                    return (recorded.entry.key, recorded.entry.sequence, recorded.outcome)
                }
            }
            for try await answer in group { answers.append(answer) }
        }
        #expect(Set(answers.map(\.sequence)) == Set(1...64))
        #expect(answers.filter { $0.outcome == .allow }.count == 40)
        // The first may be alone; whoever came while it was written shared the next.
        #expect(writer.groupCount < 64)
        let entries = try LedgerReader(at: desk.ledger).last(99)
        let stored = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.sequence) })
        #expect(answers.allSatisfy { stored[$0.key] == $0.sequence })
        #expect(try LedgerReader(at: desk.ledger).verify(deciding: desk.point.compiled).problems == [])
    }

    @Test("what is wrong with one keeps no other back, and a failure refuses everybody")
    func failures() async throws {
        let desk = try Desk()
        let writer = LedgerWriter(try desk.recorder())
        let first = try await writer.record(desk.request("1", time: "2025-11-20T00:00:00Z"))
        #expect(first.outcome == .allow)
        let other = try desk.request("1", customer: "cu-2", time: "2025-11-20T00:00:00Z")
        let early = try desk.request("0", time: "2025-11-19T00:00:00Z")
        let (second, same) = (
            try desk.request("2", time: "2025-11-20T00:00:00Z"), try desk.request("1", time: "2025-11-20T00:00:00Z")
        )
        async let conflict = try? writer.record(other)
        async let late = try? writer.record(early)
        async let good = writer.record(second)
        async let again = writer.record(same)
        #expect(await (conflict == nil, late == nil) == (true, true))
        #expect(try await good.outcome == .allow)
        #expect(try await again.isRepeated)
        await #expect(throws: LeewayError.self) { try await writer.record(desk.request("")) }
        #expect(try LedgerReader(at: desk.ledger).summary().sequence == 2)
    }

    @Test(
        "how much is won by sharing",
        .enabled(
            if: ProcessInfo.processInfo.environment["LEEWAY_LEDGER_MEASURE"] != nil, "needs LEEWAY_LEDGER_MEASURE=1"))
    func measure() async throws {
        let count = 640
        func seconds(callers: Int) async throws -> Double {
            let desk = try Desk()
            let writer = LedgerWriter(try desk.recorder())
            let start = ContinuousClock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<callers {
                    let events = try (0..<count / callers).map { number in
                        try desk.request("\(caller)-\(number)", customer: "\(caller)")
                    }
                    group.addTask { for event in events { _ = try await writer.record(event) } }
                }
                try await group.waitForAll()
            }
            let duration = (ContinuousClock.now - start).components
            return Double(duration.seconds) + Double(duration.attoseconds) / 1e18
        }
        let (alone, shared) = (try await seconds(callers: 1), try await seconds(callers: 64))
        print("ledger: \(count) records, 1 caller \(alone) s, 64 callers \(shared) s, ratio \(alone / shared)")
        #expect(shared < alone)
    }
}
