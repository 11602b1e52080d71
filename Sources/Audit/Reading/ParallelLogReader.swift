import Dispatch
import Synchronization

/// Reads the rows of a log on several threads and hands them out in their order: what a row says depends on no other.
///
/// One thread splits the log into batches of rows, others make events of them in turn, and whoever asks for rows gets
/// those of the first batch. A few batches are under way at a time, so that memory does not depend on the log.
struct ParallelLogReader: ~Copyable {
    /// What one thread reads rows with.
    private final class Reader: Sendable {
        private let rows: Mutex<RowReader>

        init(like other: borrowing RowReader) { rows = Mutex(RowReader(like: other)) }

        func read(_ raw: [RawRow]) -> RowBatch { rows.withLock { $0.readBatch(raw) } }
    }

    /// Rows that are read together.
    private final class Batch: Sendable {
        private enum State {
            case raw([RawRow])
            case read(RowBatch)
        }

        private let reader: Reader
        private let state: Mutex<State>
        private let ready = DispatchSemaphore(value: 0)

        init(_ raw: [RawRow], reader: Reader) {
            self.reader = reader
            state = Mutex(.raw(raw))
        }

        func read() {
            state.withLock { state in
                if case .raw(let raw) = state { state = .read(reader.read(raw)) }
            }
            ready.signal()
        }

        func take() -> RowBatch {
            ready.wait()
            return state.withLock { state in
                defer { state = .raw([]) }
                return if case .read(let rows) = state { rows } else { RowBatch(rows: [], glances: RowGlances()) }
            }
        }
    }

    /// The most rows of one batch.
    static let batchRowCount = 512
    /// A batch ends behind the row that reaches so many bytes: long rows must not make memory grow.
    static let batchByteCount = 1 << 20

    private var reader: LogReader
    /// The threads that make events; where there are none, the calling one does.
    private let threads: [WorkThread]
    /// One for each thread, or for the calling one.
    private let readers: [Reader]
    private var underWay: [(thread: Int, batch: Batch)] = []
    /// The thread whose turn it is.
    private var turn = 0
    private var isAtEnd = false
    private var failure: (any Error)?

    /// - Parameters:
    ///   - reader: at the beginning of the log.
    ///   - threads: those that make events; where there are none, the calling thread does.
    init(_ reader: consuming LogReader, threads: [WorkThread]) {
        readers = (0..<max(threads.count, 1)).map { _ in Reader(like: reader.rows) }
        self.reader = reader
        self.threads = threads
    }

    /// The bytes read so far.
    var byteCount: Int { reader.byteCount }

    /// The digest of the bytes read so far, in words. See ``LogReader/digestText``.
    var digestText: String { reader.digestText }

    /// Whether no rows follow those that were handed out.
    var isFinished: Bool { isAtEnd && underWay.isEmpty }

    /// The next rows, at least one, and the number of the thread that made events of them; nil behind the last.
    ///
    /// - Throws: what the source throws, once the rows before were handed out.
    mutating func next() throws -> (batch: RowBatch, thread: Int)? {
        fill()
        guard !underWay.isEmpty else {
            if let failure { throw failure }
            return nil
        }
        let (thread, batch) = underWay.removeFirst()
        let rows = batch.take()
        // While these are judged, the next are read.
        if !threads.isEmpty { fill() }
        return (rows, thread)
    }

    private mutating func fill() {
        while !isAtEnd, underWay.count < max(threads.count * 2, 1) {
            let raw = nextBatch()
            guard !raw.isEmpty else { return }
            let batch = Batch(raw, reader: readers[turn])
            underWay.append((turn, batch))
            if threads.isEmpty {
                batch.read()
            } else {
                threads[turn].run { batch.read() }
                turn = (turn + 1) % threads.count
            }
        }
    }

    private mutating func nextBatch() -> [RawRow] {
        var raw: [RawRow] = []
        raw.reserveCapacity(Self.batchRowCount)
        do {
            let start = reader.byteCount
            while raw.count < Self.batchRowCount, reader.byteCount - start < Self.batchByteCount {
                guard let row = try reader.nextRaw() else {
                    isAtEnd = true
                    break
                }
                raw.append(row)
            }
        } catch {
            failure = error
            isAtEnd = true
        }
        return raw
    }
}
