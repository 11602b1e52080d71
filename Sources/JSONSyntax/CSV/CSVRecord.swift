/// The fields of one record, in a buffer that is used again for the next.
public struct CSVRecord: Sendable {
    /// The texts of all fields, one behind the other, without quotes; each is valid UTF-8 when a reader hands it out.
    var bytes: [UInt8] = []
    /// Where each field ends in the bytes.
    var ends: [Int] = []

    /// The lines it stands on, from 1; more than one where a quoted field holds line breaks.
    public internal(set) var lines: ClosedRange<Int> = 1...1
    /// Where it begins, in bytes from the beginning of the table.
    public internal(set) var byteOffset = 0
    /// Whether a line break follows; a last record without one may have been cut off.
    public internal(set) var endsWithLineBreak = false

    /// Makes an empty record for a reader to fill.
    public init() {}

    /// The number of fields.
    public var count: Int { ends.count }

    /// Whether the field of a column, from 0 and less than ``count``, is empty; `""` is.
    public func isEmpty(at column: Int) -> Bool { range(at: column).isEmpty }

    /// The text of the field of a column, from 0 and less than ``count``.
    public func string(at column: Int) -> String {
        String(decoding: bytes[range(at: column)], as: UTF8.self)
    }

    /// Whether the field of a column, from 0 and less than ``count``, has exactly these characters; compares bytes.
    public func hasText(at column: Int, _ text: String) -> Bool {
        bytes[range(at: column)].elementsEqual(text.utf8)
    }

    /// Hands out the UTF-8 of a field.
    ///
    /// - Parameters:
    ///   - column: from 0, less than ``count``.
    ///   - body: what to do with the bytes, which don't outlive the call.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws.
    public func withUTF8<Result, Failure: Error>(
        at column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = bytes
        return try body(bytes.span.extracting(range(at: column)))
    }

    func range(at column: Int) -> Range<Int> {
        (column == 0 ? 0 : ends[column - 1])..<ends[column]
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
