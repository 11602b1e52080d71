import Dispatch
import Synchronization

/// Reads the rows of a log on several threads and hands them out in their order: what a row says depends on no other.
///
/// One thread splits the log into batches of rows, others make events of them, and whoever asks for rows gets those of
/// the first batch that is ready. A few batches are under way at a time, so that memory does not depend on the log.
struct ParallelLogReader: ~Copyable {
    /// Rows that are read together.
    private final class Batch: Sendable {
        private let reader: RowReader
        private let raw: [RawRow]
        private let rows = Mutex<[LogRow]>([])
        private let ready = DispatchSemaphore(value: 0)

        init(_ raw: [RawRow], reader: RowReader) {
            self.raw = raw
            self.reader = reader
        }

        func read() {
            var reader = reader
            let read = raw.map { reader.read($0) }
            rows.withLock { $0 = read }
            ready.signal()
        }

        func take() -> [LogRow] {
            ready.wait()
            return rows.withLock { rows in
                defer { rows = [] }
                return rows
            }
        }
    }

    /// The most rows of one batch.
    static let batchRowCount = 256
    /// A batch ends behind the row that reaches so many bytes: long rows must not make memory grow.
    static let batchByteCount = 1 << 20

    private var reader: LogReader
    private let threadCount: Int
    private let queue = DispatchQueue(label: "rows of a log", attributes: .concurrent)
    private var underWay: [Batch] = []
    private var rows: [LogRow].Iterator = [].makeIterator()
    private var isAtEnd = false
    private var failure: (any Error)?

    /// - Parameters:
    ///   - reader: at the beginning of the log.
    ///   - threadCount: how many threads make events; with one, the calling thread does.
    init(_ reader: consuming LogReader, threadCount: Int) {
        self.reader = reader
        self.threadCount = threadCount
    }

    /// The bytes read so far.
    var byteCount: Int { reader.byteCount }

    /// The digest of the bytes read so far, in words. See ``LogReader/digestText``.
    var digestText: String { reader.digestText }

    /// The next row; nil behind the last.
    ///
    /// - Throws: what the source throws, once the rows before were handed out.
    mutating func next() throws -> LogRow? {
        guard threadCount > 1 else { return try reader.next() }
        while true {
            if let row = rows.next() { return row }
            fill()
            guard !underWay.isEmpty else {
                if let failure { throw failure }
                return nil
            }
            rows = underWay.removeFirst().take().makeIterator()
            // While these are judged, the next are read.
            fill()
        }
    }

    private mutating func fill() {
        while !isAtEnd, underWay.count <= threadCount {
            let raw = nextBatch()
            guard !raw.isEmpty else { return }
            let batch = Batch(raw, reader: reader.rows)
            underWay.append(batch)
            queue.async { batch.read() }
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
