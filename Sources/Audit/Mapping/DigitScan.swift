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
        let start = position
        // No number here has so many digits that its value would not fit.
        let end = min(text.count, start + min(digitCount.upperBound, 18))
        var offset = start
        while offset < end {
            let digit = text[unchecked: offset] &- 0x30
            if digit > 9 { break }
            value = value &* 10 &+ Int(digit)
            offset &+= 1
        }
        position = offset
        return offset - start >= digitCount.lowerBound ? value : nil
    }
}
