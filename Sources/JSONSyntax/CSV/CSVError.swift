/// Why a record of a table, or its header, cannot be read, and on which lines it stands.
public struct CSVError: Error, Sendable, Hashable {
    /// The kinds of fault.
    public enum Reason: Sendable, Hashable {
        /// More or fewer fields than the header has columns.
        case raggedRecord(fieldCount: Int, columnCount: Int)
        /// The text ends inside a quoted field.
        case unclosedQuote(field: Int)
        /// A quote inside a field that does not begin with one.
        case strayQuote(field: Int)
        /// Text between a closing quote and the next separator.
        case textAfterQuote(field: Int)
        /// A carriage return that begins no line break, outside of quotes.
        case strayCarriageReturn(field: Int)
        /// Bytes that are not UTF-8.
        case invalidUTF8(field: Int)
        /// More bytes than ``CSVLimits/recordByteCountMax``.
        case recordTooLong(byteCountMax: Int)
        /// More fields than ``CSVLimits/fieldCountMax``.
        case tooManyFields(fieldCountMax: Int)
        /// No header, since the text is empty.
        case missingHeader
        /// Two columns of one name; columns count from 1.
        case duplicateColumn(name: String, columns: Int, Int)
    }

    /// What is wrong; fields count from 1.
    public let reason: Reason
    /// The first and the last line of the record, from 1. Nothing on them was read as another record.
    public let lines: ClosedRange<Int>

    init(_ reason: Reason, lines: ClosedRange<Int>) {
        self.reason = reason
        self.lines = lines
    }

    /// What is wrong, in words.
    public var message: String {
        switch reason {
        case .raggedRecord(let fieldCount, let columnCount):
            let fields = fieldCount == 1 ? "1 field" : "\(fieldCount) fields"
            return "the record has \(fields), but the header has \(columnCount)"
        case .unclosedQuote(let field): return "field \(field) begins with a quote that nothing closes"
        case .strayQuote(let field): return "a quote stands inside field \(field), which does not begin with one"
        case .textAfterQuote(let field): return "text stands behind the closing quote of field \(field)"
        case .strayCarriageReturn(let field): return "a carriage return without a line feed stands in field \(field)"
        case .invalidUTF8(let field): return "field \(field) is not valid UTF-8"
        case .recordTooLong(let byteCountMax): return "the record is longer than \(byteCountMax) bytes"
        case .tooManyFields(let fieldCountMax): return "the record has more than \(fieldCountMax) fields"
        case .missingHeader: return "the table is empty; a header with the names of the columns was expected"
        case .duplicateColumn(let name, let first, let second):
            return "columns \(first) and \(second) are both named `\(name)`"
        }
    }

    /// How to mend it, if there is advice.
    public var help: String? {
        switch reason {
        case .raggedRecord: "quote fields that hold separators, and check which separator the table uses"
        case .unclosedQuote: "look for a missing quote on the first of its lines, or for a text that was cut off"
        case .strayQuote, .textAfterQuote: "quote the whole field and write each quote in it twice"
        case .strayCarriageReturn: "quote the field, or end lines with a line feed"
        case .invalidUTF8: "save the table as UTF-8"
        case .duplicateColumn: "rename one of them"
        case .recordTooLong, .tooManyFields, .missingHeader: nil
        }
    }
}

extension CSVError: CustomStringConvertible {
    /// `line: message`.
    public var description: String {
        let place = lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
        return "\(place): \(message)"
    }
}
