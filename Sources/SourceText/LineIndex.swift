/// The byte offsets at which the lines of a text begin.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`, as in YAML 1.2, section 5.4.
struct LineIndex: Sendable {
    private let starts: [Int]

    init(utf8: [UInt8]) {
        var starts = [0]
        utf8.withUnsafeBufferPointer { bytes in
            // Without growth by doubling, a text of nothing but line breaks stays within eight times its size.
            var breakCount = 0
            for byte in bytes where byte == 0x0A || byte == 0x0D { breakCount += 1 }
            starts.reserveCapacity(1 + breakCount)
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                guard byte == 0x0A || byte == 0x0D else { continue }
                if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
                starts.append(index)
            }
        }
        self.starts = starts
    }

    func lineCount(utf8: [UInt8]) -> Int {
        guard let last = starts.last, last == utf8.count, starts.count > 1 else { return starts.count }
        return starts.count - 1
    }

    func byteRange(ofLine line: Int, utf8: [UInt8]) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return utf8.count..<utf8.count }
        let lower = starts[line - 1]
        var upper = line < starts.count ? starts[line] : utf8.count
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
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        // A column counts characters (Unicode scalars): continuation bytes do not begin one.
        let column = utf8[starts[low]..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return SourcePosition(utf8Offset: offset, line: low + 1, column: column)
    }
}
