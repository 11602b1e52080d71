/// Reads numbers and signs of dates and times from bytes.
struct DigitScan {
    /// The next byte.
    private(set) var position = 0

    /// Reads one byte, where it is the next.
    mutating func skip(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    /// Reads one of some characters, where one of them is the next.
    mutating func skip(anyOf characters: StaticString, in text: Span<UInt8>) -> UInt8? {
        guard position < text.count else { return nil }
        let byte = text[position]
        let isOne = characters.withUTF8Buffer { $0.contains(byte) }
        guard isOne else { return nil }
        position += 1
        return byte
    }

    /// Reads digits, as many as there are within the bounds; nil where there are too few.
    mutating func number(_ digitCount: ClosedRange<Int>, in text: Span<UInt8>) -> Int? {
        var value = 0
        var count = 0
        while count < digitCount.upperBound, position < text.count, text[position] &- 0x30 <= 9 {
            value = value * 10 + Int(text[position] - 0x30)
            position += 1
            count += 1
        }
        return digitCount.contains(count) ? value : nil
    }
}
