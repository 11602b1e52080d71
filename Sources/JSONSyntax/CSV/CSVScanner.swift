/// The state machine that takes the bytes of a table apart.
struct CSVScanner: ~Copyable {
    private enum State {
        /// Before the first byte of a field.
        case fieldStart
        case unquoted
        case quoted
        /// Behind a quote in a quoted field: the end of the field, or the first half of a quote in it.
        case quoteInQuoted
        /// Behind a carriage return outside of quotes.
        case carriageReturn
        /// Behind a fault: the rest of the line is passed over.
        case broken
    }

    private let separator: UInt8
    private let limits: CSVLimits
    private var blocks: BlockReader
    private var state = State.fieldStart
    /// The first fault of the record; behind it, nothing of the record is kept.
    private var fault: CSVError.Reason?
    /// Whether the record has more than a line break.
    private var hasContent = false
    private var fieldNumber = 1
    private(set) var lineCount = 0
    private(set) var blankLineCount = 0
    var byteCount: Int { blocks.byteCount }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let quote = UInt8(ascii: "\"")

    init(source: ByteSource, separator: CSVSeparator, limits: CSVLimits) {
        self.separator = separator.byte
        self.limits = limits
        blocks = BlockReader(source: source)
    }

    /// Reads a record that is not blank; with a column count, one of another length is refused.
    mutating func next(into record: inout CSVRecord, columnCount: Int?) throws -> CSVReader.Item? {
        begin(&record)
        while try blocks.refillIfNeeded() {
            if !hasContent { record.byteOffset = blocks.offset }
            guard scanBlock(into: &record) else { continue }
            if let item = endRecord(&record, columnCount: columnCount, endsWithLineBreak: true) { return item }
            begin(&record)
        }
        return endText(&record, columnCount: columnCount)
    }

    private mutating func begin(_ record: inout CSVRecord) {
        record.clear()
        record.lines = lineCount + 1...lineCount + 1
        state = .fieldStart
        fault = nil
        hasContent = false
        fieldNumber = 1
    }

    /// Reads on to the end of the record or of the block; true at the end of the record.
    private mutating func scanBlock(into record: inout CSVRecord) -> Bool {
        var position = blocks.position
        let end = blocks.end
        defer { blocks.position = position }
        while position < end {
            switch state {
            case .unquoted, .quoted:
                let start = position
                position = runEnd(from: start, to: end)
                keep(start..<position, in: &record)
                guard position < end else { return false }
            case .fieldStart, .quoteInQuoted, .carriageReturn, .broken:
                break
            }
            let byte = blocks.block[position]
            position += 1
            if byte == CSVScanner.lineFeed { lineCount += 1 }
            if take(byte, into: &record) { return true }
        }
        return false
    }

    /// The position of the next byte that can end a field or begin an escape.
    private func runEnd(from start: Int, to end: Int) -> Int {
        var position = start
        let block = blocks.block.span
        if state == .quoted {
            while position < end, block[position] != CSVScanner.quote, block[position] != CSVScanner.lineFeed {
                position += 1
            }
        } else {
            while position < end {
                let byte = block[position]
                if byte == separator || byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn
                    || byte == CSVScanner.quote
                {
                    break
                }
                position += 1
            }
        }
        return position
    }

    /// Takes one byte that means something; true at the end of the record.
    private mutating func take(_ byte: UInt8, into record: inout CSVRecord) -> Bool {
        switch (state, byte) {
        case (.quoted, CSVScanner.quote):
            state = .quoteInQuoted
        case (.quoted, _):
            keep(byte, in: &record)
        case (.broken, CSVScanner.lineFeed):
            return true
        case (.broken, _):
            return false
        case (_, CSVScanner.lineFeed):
            return true
        case (.carriageReturn, _):
            fail(.strayCarriageReturn(field: fieldNumber))
        case (_, separator):
            endField(&record)
            fieldNumber += 1
            hasContent = true
            state = .fieldStart
        case (_, CSVScanner.carriageReturn):
            state = .carriageReturn
        case (.fieldStart, CSVScanner.quote):
            state = .quoted
            hasContent = true
        case (.quoteInQuoted, CSVScanner.quote):
            keep(byte, in: &record)
            state = .quoted
        case (.quoteInQuoted, _):
            fail(.textAfterQuote(field: fieldNumber))
        case (.unquoted, CSVScanner.quote):
            fail(.strayQuote(field: fieldNumber))
        case (.fieldStart, _), (.unquoted, _):
            keep(byte, in: &record)
            state = .unquoted
            hasContent = true
        }
        return false
    }

    private mutating func fail(_ reason: CSVError.Reason) {
        fault = fault ?? reason
        hasContent = true
        state = .broken
    }

    private mutating func keep(_ byte: UInt8, in record: inout CSVRecord) {
        guard hasRoom(for: 1, in: &record) else { return }
        record.bytes.append(byte)
    }

    private mutating func keep(_ range: Range<Int>, in record: inout CSVRecord) {
        guard hasRoom(for: range.count, in: &record) else { return }
        record.bytes.append(contentsOf: blocks.block[range])
    }

    private mutating func hasRoom(for byteCount: Int, in record: inout CSVRecord) -> Bool {
        guard fault == nil else { return false }
        guard record.bytes.count + byteCount <= limits.recordByteCountMax else {
            // The quotes are followed further, to find where the record ends.
            fault = .recordTooLong(byteCountMax: limits.recordByteCountMax)
            record.clear()
            return false
        }
        return true
    }

    private mutating func endField(_ record: inout CSVRecord) {
        guard fault == nil else { return }
        guard record.ends.count < limits.fieldCountMax else {
            fault = .tooManyFields(fieldCountMax: limits.fieldCountMax)
            return
        }
        record.ends.append(record.bytes.count)
    }

    /// Ends the record at a line break; nil for a blank line.
    private mutating func endRecord(
        _ record: inout CSVRecord, columnCount: Int?, endsWithLineBreak: Bool
    ) -> CSVReader.Item? {
        guard hasContent else {
            blankLineCount += 1
            return nil
        }
        endField(&record)
        let lastLine = endsWithLineBreak ? lineCount : lineCount + 1
        record.lines = record.lines.lowerBound...max(record.lines.lowerBound, lastLine)
        record.endsWithLineBreak = endsWithLineBreak
        if let fault { return .refused(CSVError(fault, lines: record.lines)) }
        if let field = firstInvalidField(of: record) {
            return .refused(CSVError(.invalidUTF8(field: field), lines: record.lines))
        }
        if let columnCount, columnCount != record.count {
            let reason = CSVError.Reason.raggedRecord(fieldCount: record.count, columnCount: columnCount)
            return .refused(CSVError(reason, lines: record.lines))
        }
        return .record
    }

    /// Ends the last record where no line break does.
    private mutating func endText(_ record: inout CSVRecord, columnCount: Int?) -> CSVReader.Item? {
        guard hasContent else { return nil }
        if state == .quoted { fault = .unclosedQuote(field: fieldNumber) }
        let item = endRecord(&record, columnCount: columnCount, endsWithLineBreak: false)
        hasContent = false
        return item
    }

    /// The number of the first field that is not UTF-8, from 1.
    private func firstInvalidField(of record: CSVRecord) -> Int? {
        // All fields are checked in one go; halves of a character at both sides of a separator are found by the second
        // condition.
        let bytes = record.bytes
        let isWhole = UTF8Sequence.isValid(bytes.span)
        if isWhole, !record.ends.contains(where: { $0 < bytes.count && bytes[$0] & 0xC0 == 0x80 }) { return nil }
        for column in 0..<record.count
        where !record.withUTF8(at: column, { UTF8Sequence.isValid($0) }) { return column + 1 }
        return nil
    }
}
