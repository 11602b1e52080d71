public import CEL
import JSONSyntax
public import RulebookEngine
import SourceText

/// Reads a log row by row: JSON Lines in the event format, or any JSON Lines or table through a mapping.
///
/// Rows come in their order and none is passed over: one that cannot be read is handed out with what is wrong with it.
/// Memory depends on the longest row allowed, not on the log.
public struct LogReader: ~Copyable {
    /// The name of the input.
    public let name: String
    /// The rows, where they are lines.
    private var lines: LineReader?
    /// The rows, where they are records.
    private var table: CSVReader?
    private let columns: [Int]
    private var record = CSVRecord()
    private let digest: InputDigest
    private let events: EventReader
    private let mapping: MappingProgram?
    private var writer: EventWriter?

    /// Makes a reader at the beginning of a log.
    ///
    /// - Parameters:
    ///   - input: the log.
    ///   - events: the reader of the rulebook whose vocabulary events are held against.
    ///   - mapping: what the rows mean; nil for rows in the event format.
    ///   - asOf: the instant of the audit, for mappings that ask for it.
    /// - Throws: ``AuditError`` where no row can be read, and what the source throws.
    public init(
        _ input: LogInput, events: EventReader, mapping: MappingProgram? = nil, asOf: CELTimestamp? = nil
    ) throws {
        if let place = mapping?.asOfPlace, asOf == nil { throw AuditError.missingAsOf(place: place.place) }
        if mapping == nil, input.isNamedAsTable { throw AuditError.tableWithoutMapping(input: input.name) }
        let digest = InputDigest()
        let source = input.source.observed { digest.add($0) }
        if let mapping, case .csv(let separator) = mapping.mapping.format {
            let table = try Self.table(source, separator: separator, input: input.name)
            columns = try mapping.columns(in: table.header, input: input.name)
            self.table = consume table
            lines = nil
        } else {
            columns = []
            table = nil
            lines = LineReader(source)
        }
        name = input.name
        self.events = events
        self.digest = digest
        self.mapping = mapping
        writer = mapping.map { EventWriter(shapes: $0.shapes, asOf: asOf) }
    }

    private static func table(_ source: ByteSource, separator: String, input: String) throws -> CSVReader {
        do {
            return try CSVReader(source, separator: CSVSeparator(rawValue: separator) ?? .comma)
        } catch let error as CSVError {
            throw AuditError.unreadableHeader(input: input, error)
        }
    }

    /// The bytes read so far.
    public var byteCount: Int { digest.byteCount }

    /// `sha256:` and the digest of the bytes read so far in hexadecimal; of the whole log once ``next()`` gave nil.
    public var digestText: String { digest.text }

    /// Reads the next row.
    ///
    /// - Returns: nil behind the last row.
    /// - Throws: what the source throws.
    public mutating func next() throws -> LogRow? {
        guard table != nil else {
            guard let item = try lines?.next() else { return nil }
            return read(item)
        }
        guard let item = try table?.next(into: &record) else { return nil }
        switch item {
        case .record: return read(.record(record, columns: columns), line: record.lines.lowerBound)
        case .refused(let error):
            return unreadable(line: error.lines.lowerBound, message: error.message, help: error.help)
        }
    }

    // MARK: Rows

    private mutating func read(_ item: LineReader.Item) -> LogRow {
        switch item {
        case .tooLong(let number, _, let byteCount):
            return unreadable(
                line: number,
                message: "the line has \(byteCount) bytes; at most \(LineReader.standardLineByteCountMax) are read")
        case .line(let line):
            do throws(JSONParsingError) {
                return read(.json(try JSONDocument.parse(line.utf8).root), line: line.number)
            } catch {
                return unreadable(line: line.number, column: error.column, message: error.message, help: error.help)
            }
        }
    }

    private mutating func read(_ row: RowView, line: Int) -> LogRow {
        var draft = RowDraft(input: name, line: line, events: events)
        guard let mapping, var writer else {
            if case .json(let root, _) = row { draft.add(root) }
            return draft.row
        }
        self.writer = nil
        defer { self.writer = writer }
        guard let each = mapping.mapping.each, case .json(let root, _) = row else {
            if !Self.map(row, by: mapping, &writer, into: &draft) { Self.refuse(mapping, in: &draft) }
            return draft.row
        }
        guard let list = each.value(in: root), list.kind == .list else {
            draft.add(
                InputProblem(
                    code: .unmappedRow, path: each.text, message: "there is no list at `\(each.text)`",
                    help: "the mapping's `each` reads one row for each of its elements"))
            return draft.row
        }
        // Elements that no kind takes are none of the mapping's business: a list may hold more than events.
        for (element, _) in list.elements.enumerated() {
            _ = Self.map(.json(root, element: element), by: mapping, &writer, into: &draft)
        }
        return draft.row
    }

    /// Adds the events that a row makes; false where no kind of row takes it.
    private static func map(
        _ row: RowView, by mapping: MappingProgram, _ writer: inout EventWriter, into draft: inout RowDraft
    ) -> Bool {
        var isTaken = false
        for kind in mapping.kinds where row.satisfies(kind.conditions) {
            isTaken = true
            draft.add(writer.write(kind, row: row))
        }
        return isTaken
    }

    private static func refuse(_ mapping: MappingProgram, in draft: inout RowDraft) {
        draft.add(
            InputProblem(
                code: .unmappedRow, path: "",
                message: "no kind of row in `\(mapping.mapping.file.name)` takes this row",
                help: "add a kind whose `where` does, or correct the row"))
    }

    private func unreadable(line: Int, column: Int? = nil, message: String, help: String? = nil) -> LogRow {
        var draft = RowDraft(input: name, line: line, events: events)
        draft.add(InputProblem(code: .unreadableRow, path: "", message: message, help: help), column: column)
        return draft.row
    }
}
