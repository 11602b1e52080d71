/// The byte offsets at which the lines of a text begin.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`, as in YAML 1.2, section 5.4.
struct LineIndex: Sendable {
    // Texts are never as long as four gigabytes.
    private let starts: [UInt32]

    init(utf8: [UInt8]) {
        var starts: [UInt32] = [0]
        utf8.withUnsafeBytes { bytes in
            // Without growth by doubling, a text of nothing but line breaks stays within four times its size.
            var breakCount = 0
            Self.forEachBreak(in: bytes) { _ in breakCount += 1 }
            starts.reserveCapacity(1 + breakCount)
            Self.forEachBreak(in: bytes) { index in
                let isFirstOfTwo = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                if !isFirstOfTwo { starts.append(UInt32(clamping: index + 1)) }
            }
        }
        self.starts = starts
    }

    /// Calls a closure with the place of each byte that ends a line, or is one of two that do; eight bytes at a time.
    private static func forEachBreak(in bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
        var index = 0
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if mayHold(0x0A, word) || mayHold(0x0D, word) {
                for place in index..<index + 8 where bytes[place] == 0x0A || bytes[place] == 0x0D { body(place) }
            }
            index += 8
        }
        for place in index..<bytes.count where bytes[place] == 0x0A || bytes[place] == 0x0D { body(place) }
    }

    /// Whether one of eight bytes is the given one: a byte of the difference is then zero.
    @inline(__always)
    private static func mayHold(_ byte: UInt64, _ word: UInt64) -> Bool {
        let difference = word ^ (byte &* 0x0101_0101_0101_0101)
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
    }

    func lineCount(utf8: [UInt8]) -> Int {
        guard let last = starts.last, Int(last) == utf8.count, starts.count > 1 else { return starts.count }
        return starts.count - 1
    }

    func byteRange(ofLine line: Int, utf8: [UInt8]) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return utf8.count..<utf8.count }
        let lower = Int(starts[line - 1])
        var upper = line < starts.count ? Int(starts[line]) : utf8.count
        while upper > lower, utf8[upper - 1] == UInt8(ascii: "\n") || utf8[upper - 1] == UInt8(ascii: "\r") {
            upper -= 1
        }
        return lower..<upper
    }

    func position(atOffset offset: Int, utf8: [UInt8]) -> SourcePosition {
        let offset = min(max(offset, 0), utf8.count)
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        // A column counts characters (Unicode scalars): continuation bytes do not begin one.
        let column = utf8[Int(starts[low])..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return SourcePosition(utf8Offset: offset, line: low + 1, column: column)
    }
}
