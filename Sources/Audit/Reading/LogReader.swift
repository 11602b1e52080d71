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
    private var record = CSVRecord()
    private let digest: InputDigest
    /// What makes events of rows; others like it read rows on other threads.
    private(set) var rows: RowReader

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
        try self.init(input, events: events, mapping: mapping, asOf: asOf, glances: nil)
    }

    /// Makes a reader at the beginning of a log of which rows are only glanced at where that is enough, as far as there is
    /// anything that glances.
    init(
        _ input: LogInput, events: EventReader, mapping: MappingProgram?, asOf: CELTimestamp?, glances: GlanceReader?
    ) throws {
        if let place = mapping?.asOfPlace, asOf == nil { throw AuditError.missingAsOf(place: place.place) }
        if mapping == nil, input.isNamedAsTable { throw AuditError.tableWithoutMapping(input: input.name) }
        let digest = InputDigest()
        let source = input.source.observed { digest.add($0) }
        if let mapping, case .csv(let separator) = mapping.mapping.format {
            let table = try Self.table(source, separator: separator, input: input.name)
            let columns = try mapping.columns(in: table.header, input: input.name)
            rows = RowReader(input: input.name, events: events, mapping: mapping, columns: columns, asOf: asOf)
            self.table = consume table
            lines = nil
        } else {
            rows = RowReader(
                input: input.name, events: events, mapping: mapping, columns: [], asOf: asOf, glances: glances)
            table = nil
            lines = LineReader(source)
        }
        name = input.name
        self.digest = digest
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
    public mutating func next() throws -> LogRow? { try nextRaw().map { rows.read($0) } }

    /// Reads the next row, and makes nothing of it yet.
    mutating func nextRaw() throws -> RawRow? {
        guard table != nil else { return try lines?.next().map(RawRow.line) }
        guard let item = try table?.next(into: &record) else { return nil }
        switch item {
        case .record: return .record(record)
        case .refused(let error): return .refused(error)
        }
    }
}
