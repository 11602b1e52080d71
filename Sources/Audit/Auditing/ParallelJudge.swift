import Dispatch
import RulebookEngine
import Synchronization

/// Judges events on several threads, where none needs to know of another, and lists what they come to in their order.
///
/// Each thread adds up by itself; the sums are added together at the end.
struct ParallelJudge {
    /// Events that are judged together.
    private final class Batch: Sendable {
        let share: Int
        private let outcome = Mutex<AuditShare.Outcome?>(nil)
        private let ready = DispatchSemaphore(value: 0)

        init(share: Int) { self.share = share }

        func judge(_ work: AuditShare.Work, by share: AuditShare) {
            let found = share.judge(work)
            outcome.withLock { $0 = found }
            ready.signal()
        }

        func take() -> AuditShare.Outcome? {
            ready.wait()
            return outcome.withLock { $0.take() }
        }
    }

    private let threads: [WorkThread]
    private let shares: [AuditShare]
    /// The numbers of each share's texts in the log of the audit.
    private var translations: [TextTable.Translation]
    private var underWay: [Batch] = []

    /// - Parameters:
    ///   - compiled: the rulebook.
    ///   - listing: which findings are listed.
    ///   - threads: the threads that judge, each with a share of its own.
    ///   - textCountMax: how many texts a share may know.
    init(
        _ compiled: CompiledVersions, listing: AuditOptions.Listing, threads: [WorkThread],
        textCountMax: Int = AuditShare.textCountMax
    ) {
        self.threads = threads
        shares = threads.map { _ in AuditShare(compiled, listing: listing, textCountMax: textCountMax) }
        translations = threads.map { _ in TextTable.Translation() }
    }

    /// Judges events that follow those of the call before.
    ///
    /// - Parameters:
    ///   - work: the events.
    ///   - number: the number of the thread that made them.
    ///   - recorder: receives what is listed of events that were judged by now.
    mutating func judge(_ work: AuditShare.Work, onThread number: Int, into recorder: inout FindingRecorder) {
        guard !work.isEmpty else { return }
        let batch = Batch(share: number)
        underWay.append(batch)
        threads[number].run { [share = shares[number]] in batch.judge(work, by: share) }
        while underWay.count > threads.count { record(underWay.removeFirst(), into: &recorder) }
    }

    /// Waits until all events are judged, and adds up.
    mutating func finish(into recorder: inout FindingRecorder) {
        while !underWay.isEmpty { record(underWay.removeFirst(), into: &recorder) }
        for (share, translation) in zip(shares, translations) {
            if let totals = share.totals { recorder.add(totals, translation) }
        }
    }

    private mutating func record(_ batch: Batch, into recorder: inout FindingRecorder) {
        guard let outcome = batch.take() else { return }
        recorder.append(outcome.listed, &translations[batch.share])
        guard let totals = outcome.totals else { return }
        recorder.add(totals, translations[batch.share])
        translations[batch.share] = TextTable.Translation()
    }
}
