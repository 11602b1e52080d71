/// Reads a text line by line, in memory that depends on the longest line allowed and not on the text.
///
/// Lines end at `\n` or `\r\n`; a lone `\r` is part of a line. Blank lines are passed over and counted.
public struct LineReader: ~Copyable {
    /// The longest line that is read where nothing else is stated: 16 MiB.
    public static let standardLineByteCountMax = 16 << 20

    /// What stands on a line.
    public enum Item: Sendable, Hashable {
        /// A line that is not blank.
        case line(TextLine)
        /// A line over the limit, passed over without keeping it: its number, where it begins, and its length.
        case tooLong(number: Int, byteOffset: Int, byteCount: Int)
    }

    private let lineByteCountMax: Int
    private var blocks: BlockReader
    /// The beginning of a line that goes on in the next block.
    private var pending: [UInt8] = []
    /// The bytes of the line so far, whether kept or not.
    private var pendingByteCount = 0
    private var lineOffset = 0
    private var endsWithCarriageReturn = false

    /// The lines read so far, blank and too long ones included.
    public private(set) var lineCount = 0
    /// The lines passed over because they hold nothing but spaces and tabs.
    public private(set) var blankLineCount = 0
    /// The bytes taken from the source so far.
    public var byteCount: Int { blocks.byteCount }

    /// Makes a reader at the beginning of a source; a byte order mark there is passed over.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - lineByteCountMax: the longest line that is kept, without its line break.
    public init(_ source: ByteSource, lineByteCountMax: Int = LineReader.standardLineByteCountMax) {
        self.lineByteCountMax = lineByteCountMax
        blocks = BlockReader(source: source)
    }

    /// Reads the next line that is not blank.
    ///
    /// - Returns: nil behind the last line.
    /// - Throws: what the source throws.
    public mutating func next() throws -> Item? {
        while try blocks.refillIfNeeded() {
            if pendingByteCount == 0 { lineOffset = blocks.offset }
            guard let lineFeed = blocks.nextLineFeed() else {
                keep(upTo: blocks.end)
                continue
            }
            keep(upTo: lineFeed)
            blocks.position = lineFeed + 1
            if let item = endLine(endsWithLineBreak: true) { return item }
        }
        guard pendingByteCount > 0 else { return nil }
        return endLine(endsWithLineBreak: false)
    }

    /// Moves bytes of the block to the line, or only counts them when the line is too long.
    private mutating func keep(upTo end: Int) {
        let range = blocks.position..<end
        blocks.position = end
        guard !range.isEmpty else { return }
        endsWithCarriageReturn = blocks.block[end - 1] == UInt8(ascii: "\r")
        // One byte more than the limit is kept: it may be the carriage return of the line break.
        if pendingByteCount + range.count <= lineByteCountMax + 1 {
            pending.append(contentsOf: blocks.block[range])
        } else {
            pending = []
        }
        pendingByteCount += range.count
    }

    private mutating func endLine(endsWithLineBreak: Bool) -> Item? {
        let byteCount = pendingByteCount - (endsWithLineBreak && endsWithCarriageReturn ? 1 : 0)
        var content = pending
        pending = []
        pendingByteCount = 0
        endsWithCarriageReturn = false
        lineCount += 1
        guard byteCount <= lineByteCountMax else {
            return .tooLong(number: lineCount, byteOffset: lineOffset, byteCount: byteCount)
        }
        content.removeLast(content.count - byteCount)
        guard !isBlank(content) else {
            blankLineCount += 1
            return nil
        }
        let line = TextLine(
            number: lineCount, byteOffset: lineOffset, utf8: content, endsWithLineBreak: endsWithLineBreak)
        return .line(line)
    }

    private func isBlank(_ content: [UInt8]) -> Bool {
        for byte in content where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") { return false }
        return true
    }
}
