/// Reads a table with a header record by record (RFC 4180), in memory that depends on the largest record allowed.
///
/// Quoted fields may hold separators, quotes and line breaks; lines end at `\n` or `\r\n`; blank lines are passed over
/// and counted. A record that cannot be read is handed out as an error with its lines, and the reading goes on behind
/// it. It is our own because the libraries at hand take only whole texts.
///
/// ```swift
/// var reader = try CSVReader(source)
/// let status = reader.header.column(named: "status")
/// var record = CSVRecord()
/// while let item = try reader.next(into: &record) { ... }
/// ```
public struct CSVReader: ~Copyable {
    /// What a call of ``next(into:)`` found.
    public enum Item: Sendable, Hashable {
        /// A record, which is now in the buffer.
        case record
        /// A record that cannot be read; the buffer holds nothing of use.
        case refused(CSVError)
    }

    /// The names of the columns.
    public let header: CSVHeader
    private var scanner: CSVScanner

    /// The lines passed over because they are empty.
    public var blankLineCount: Int { scanner.blankLineCount }
    /// The lines that have ended so far, the header's included.
    public var lineCount: Int { scanner.lineCount }
    /// The bytes taken from the source so far.
    public var byteCount: Int { scanner.byteCount }

    /// Makes a reader and reads the header; a byte order mark before it is passed over.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - separator: what stands between fields.
    ///   - limits: how large a record may be.
    /// - Throws: ``CSVError`` where the header cannot be read, and what the source throws.
    public init(_ source: ByteSource, separator: CSVSeparator = .comma, limits: CSVLimits = .standard) throws {
        var scanner = CSVScanner(source: source, separator: separator, limits: limits)
        var record = CSVRecord()
        guard let item = try scanner.next(into: &record, columnCount: nil) else {
            throw CSVError(.missingHeader, lines: 1...1)
        }
        if case .refused(let error) = item { throw error }
        header = try CSVHeader(names: (0..<record.count).map(record.string(at:)), lines: record.lines)
        self.scanner = scanner
    }

    /// Reads the next record.
    ///
    /// - Parameter record: the buffer to fill, whose memory is used again.
    /// - Returns: nil behind the last record.
    /// - Throws: what the source throws.
    public mutating func next(into record: inout CSVRecord) throws -> Item? {
        try scanner.next(into: &record, columnCount: header.names.count)
    }
}
