import Foundation
import JSONSyntax
import Leeway

/// Times recording beside what the disk gives: each record is durable before it is answered.
struct RecordingBenchmark {
    private static let rulebook = """
        rulebook: recording
        roles: [agent, supervisor]
        entities: {customer: {id: string}}
        actions: {coupon.issue: {fields: {count: int}}}
        standards:
          coupons.cap:
            title: At most 1,000 coupons a customer and day
            because: Somebody pays for them.
            owner: care-lead
            on: coupon.issue
            allowance: {sum: event.count, per: customer.id, window: {rolling: 24h}, steps: [{up_to: 1000}]}
        """
    private static let time = "2026-11-20T09:14:03Z"

    func run(_ table: inout ResultTable) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "leeway-recording-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Self.rulebook.utf8).write(to: folder.appending(path: "rulebook.yaml"))
        let point = try DecisionPoint(rulebookAt: folder.path)
        let disk = try Self.syncing(folder.appending(path: "plain").path, count: 2_000)
        let writer = try Self.recording(point, folder.appending(path: "writer.ledger").path, count: 2_000)
        let alone = try await Self.recording(
            point, folder.appending(path: "alone.ledger").path, callers: 1, each: 2_000)
        let shared = try await Self.recording(
            point, folder.appending(path: "shared.ledger").path, callers: 64, each: 300)
        table.add("append \(Self.entryByteCount) bytes and sync", disk)
        table.add("record, one writer", writer, baseline: ("the sync", disk))
        table.add("record, one caller", alone, baseline: ("the sync", disk))
        table.add("record, 64 callers at once", shared, baseline: ("one writer", writer))
    }

    /// About as many bytes as an entry holds.
    private static let entryByteCount = 2_048

    /// Nanoseconds of an append that is durable.
    private static func syncing(_ path: String, count: Int) throws -> Double {
        let file = open(path, O_CREAT | O_TRUNC | O_RDWR, 0o600)
        guard file >= 0 else { throw BenchmarkFailure(message: "`\(path)` cannot be written") }
        defer { close(file) }
        let block = [UInt8](repeating: 0x78, count: entryByteCount)
        let start = ContinuousClock.now
        for _ in 0..<count {
            guard write(file, block, block.count) == block.count, fdatasync(file) == 0 else {
                throw BenchmarkFailure(message: "`\(path)` cannot be synced")
            }
        }
        return nanoseconds(ContinuousClock.now - start) / Double(count)
    }

    /// Nanoseconds of a record of one writer, on a thread of its own.
    private static func recording(_ point: DecisionPoint, _ ledger: String, count: Int) throws -> Double {
        let recorder = try Recorder(point, ledgerAt: ledger, offers: .omitted)
        let events = try (0..<count).map { try event(point, caller: 0, number: $0) }
        let start = ContinuousClock.now
        var allowed = 0
        for event in events where try recorder.record(event).outcome == .allow { allowed += 1 }
        let duration = ContinuousClock.now - start
        guard allowed == min(1_000, count) else {
            throw BenchmarkFailure(message: "\(allowed) coupons were allowed, and \(min(1_000, count)) were to be")
        }
        return nanoseconds(duration) / Double(count)
    }

    private static func event(_ point: DecisionPoint, caller: Int, number: Int) throws -> Event {
        let json =
            #"{"id":"\#(caller)-\#(number)","type":"coupon.issue","time":"\#(time)","#
            + #""customer":{"id":"c\#(caller % 8)"},"data":{"count":1}}"#
        return try point.event(
            DecisionPoint.document(utf8: Array(json.utf8), named: "benchmark").root, named: "benchmark")
    }

    /// Nanoseconds of a record, where so many callers record at once; the sums must be exact.
    private static func recording(
        _ point: DecisionPoint, _ ledger: String, callers: Int, each: Int
    ) async throws -> Double {
        let writer = LedgerWriter(try Recorder(point, ledgerAt: ledger, offers: .omitted))
        var events: [[Event]] = []
        for caller in 0..<callers {
            events.append(try (0..<each).map { try event(point, caller: caller, number: $0) })
        }
        let start = ContinuousClock.now
        let allowed = try await withThrowingTaskGroup(of: Int.self) { group in
            for own in events {
                group.addTask {
                    var allowed = 0
                    for event in own where try await writer.record(event).outcome == .allow { allowed += 1 }
                    return allowed
                }
            }
            return try await group.reduce(0, +)
        }
        let duration = ContinuousClock.now - start
        let wanted = (0..<min(8, callers)).reduce(0) { sum, customer in
            sum + min(1_000, each * (callers / 8 + (customer < callers % 8 ? 1 : 0)))
        }
        guard allowed == wanted else {
            throw BenchmarkFailure(message: "\(allowed) coupons were allowed, and \(wanted) were to be")
        }
        return nanoseconds(duration) / Double(callers * each)
    }

    private static func nanoseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1e9 + Double(duration.components.attoseconds) / 1e9
    }
}
