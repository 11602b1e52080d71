import JSONSyntax
import RulebookEngine
import TestSupport
import Testing

@testable import Audit

@Suite("A log that is read on several threads gives the rows, the order and the report of one thread")
struct ParallelLogReaderTests {
    private static let rulebook = """
        rulebook: threads
        entities: {agent: {id: string}, customer: {id: string}}
        events: {sale: {fields: {n: int, s: string}}}
        standards:
          small: {on: sale, require: event.n < 90}
        """

    /// A log in which some rows cannot be read.
    private static func log(_ count: Int, seed: UInt64) -> String {
        var random = RandomSource(seed: seed)
        return (0..<count).map { number in
            switch random.below(31) {
            case 0: "no JSON"
            case 1: ""
            case 2: #"{"type":"sale","id":"e\#(number)","data":{"n":"many"}}"#
            default:
                #"{"type":"sale","id":"e\#(number)","time":"2026-11-20T10:00:\#(10 + number % 50)Z","#
                    + #""customer":{"id":"c\#(number % 7)"},"data":{"n":\#(number % 100),"s":"text \#(number)"}}"#
            }
        }.joined(separator: "\n")
    }

    @Test(arguments: [1, 255, 256, 257, 3_000])
    func rows(_ count: Int) throws {
        let compiled = try AuditFixture.rulebook(Self.rulebook)
        let log = Self.log(count, seed: UInt64(count))
        let expected = try AuditFixture.rows(log, for: compiled)
        for threadCount in [0, 1, 2, 5] {
            var reader = ParallelLogReader(
                try LogReader(
                    LogInput(name: "log.jsonl", source: .memory(Array(log.utf8))), events: compiled.reader),
                threads: (0..<threadCount).map { _ in WorkThread() })
            var rows: [LogRow] = []
            while let next = try reader.next() { rows += next.batch.readRows }
            #expect(rows.map(\.line) == expected.map(\.line))
            #expect(rows.map(\.eventTexts) == expected.map(\.eventTexts))
            #expect(rows.map { $0.problems.map(\.message) } == expected.map { $0.problems.map(\.message) })
            #expect(reader.byteCount == log.utf8.count)
        }
    }

    @Test("what the source throws comes behind the rows before it")
    func failure() throws {
        struct Broken: Error {}
        let compiled = try AuditFixture.rulebook(Self.rulebook)
        let bytes = Array((Self.log(600, seed: 3) + "\n").utf8)
        var isGiven = false
        let source = ByteSource { buffer in
            guard !isGiven else { throw Broken() }
            isGiven = true
            let count = min(bytes.count, buffer.count)
            bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            return count
        }
        var reader = ParallelLogReader(
            try LogReader(LogInput(name: "log.jsonl", source: source), events: compiled.reader),
            threads: (0..<3).map { _ in WorkThread() })
        var rowCount = 0
        #expect(throws: Broken.self) { while let next = try reader.next() { rowCount += next.batch.rows.count } }
        #expect(rowCount > 500)
    }
}

extension RowBatch {
    /// The rows that were read.
    fileprivate var readRows: [LogRow] {
        rows.compactMap { if case .read(let row) = $0 { row } else { nil } }
    }
}
