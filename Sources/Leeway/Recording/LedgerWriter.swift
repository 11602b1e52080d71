import Dispatch
import Synchronization

/// Records for many callers of one process at once, who share their waits for the disk.
///
/// Whoever comes while a group is being written is in the next one: one transaction decides and records all of it, and
/// each is answered once that is durable. One caller alone waits as with a ``Recorder``, and for two changes of thread.
///
/// ```swift
/// let writer = LedgerWriter(try Recorder(point, ledgerAt: "used.ledger"))
/// let recorded = try await writer.record(event)
/// ```
public final class LedgerWriter: Sendable {
    /// The most proposals that share one transaction.
    public static let groupCountMax = BatchRecording.groupCountMax

    /// A caller who waits for his answer.
    private struct Caller: Sendable {
        let proposal: LedgerProposal
        let answer: @Sendable (Result<RecordedDecision, LeewayError>) -> Void
    }

    /// Who waits, in the order in which they came.
    private struct Line {
        var callers: [Caller] = []
        var isServed = false
        var groupCount = 0
    }

    private let line = Mutex(Line())
    private let recorder: Mutex<Recorder>
    private let queue = DispatchQueue(label: "leeway.ledger-writer")
    private let answers = DispatchQueue(label: "leeway.ledger-writer.answers")

    /// Makes a writer.
    ///
    /// - Parameter recorder: the ledger, which belongs to the writer from now on.
    public init(_ recorder: sending Recorder) {
        self.recorder = Mutex(recorder)
        Self.keepMemory()
    }

    /// Lets the C library keep the memory of one group for the next.
    ///
    /// A group takes some hundred kilobytes and hands them back at once. That is more than glibc keeps: it would give them
    /// to the system and ask for them again each time, which takes a third of all. One larger block that comes and goes
    /// tells it to keep as much twice, unless the process says otherwise: mallopt(3), "Dynamic adjustment of the mmap
    /// threshold".
    private static func keepMemory() {
        UnsafeMutableRawPointer.allocate(byteCount: 1 << 20, alignment: 16).deallocate()
    }

    /// How many transactions were written so far.
    public var groupCount: Int { line.withLock(\.groupCount) }

    /// Decides an event and records it.
    ///
    /// - Parameters:
    ///   - event: the event; its time is that of the clock where it has none.
    ///   - key: the idempotency key: the same key never counts twice. Nil takes the event's `id`.
    /// - Returns: what was decided, once it is durable; the stored answer where the key was recorded before.
    /// - Throws: ``LeewayError/ledger(_:)``: then the action is not permitted. A refusal is a decision, not an error.
    public func record(_ event: Event, key: String? = nil) async throws(LeewayError) -> RecordedDecision {
        let proposal: LedgerProposal
        do throws(LedgerError) {
            proposal = try LedgerProposal(event, key: key)
        } catch {
            throw .ledger(error)
        }
        // Every caller of a group is answered once, whatever becomes of it.
        let result = await withUnsafeContinuation { continuation in
            join(Caller(proposal: proposal) { continuation.resume(returning: $0) })
        }
        return try result.get()
    }

    private func join(_ caller: Caller) {
        let isFirst = line.withLock { line in
            line.callers.append(caller)
            defer { line.isServed = true }
            return !line.isServed
        }
        if isFirst { queue.async { self.serve() } }
    }

    /// Answers groups until nobody waits.
    private func serve() {
        while let group = nextGroup() {
            let results = recorder.withLock { Self.record(group.map(\.proposal), with: $0) }
            guard group.count > Self.answeredAtOnceMax else {
                Self.answer(group, results)
                continue
            }
            // Waking many takes as long as recording some: meanwhile the next group is recorded.
            answers.async { Self.answer(group, results) }
        }
    }

    /// The most callers whom the thread wakes itself that recorded for them; handing over takes time too.
    private static let answeredAtOnceMax = 4

    private static func answer(_ group: [Caller], _ results: [Result<RecordedDecision, LeewayError>]) {
        for (caller, result) in zip(group, results) { caller.answer(result) }
    }

    private func nextGroup() -> [Caller]? {
        line.withLock { line in
            guard !line.callers.isEmpty else {
                line.isServed = false
                return nil
            }
            let group = Array(line.callers.prefix(Self.groupCountMax))
            line.callers.removeFirst(group.count)
            line.groupCount += 1
            return group
        }
    }

    /// One answer for each; what stops the whole group stops each of them.
    private static func record(
        _ proposals: [LedgerProposal], with recorder: Recorder
    ) -> [Result<RecordedDecision, LeewayError>] {
        do throws(LeewayError) {
            return try recorder.record(proposals).map { result in result.mapError { .ledger($0) } }
        } catch {
            return proposals.map { _ in .failure(error) }
        }
    }
}
