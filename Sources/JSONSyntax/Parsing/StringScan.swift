/// Steps through the content of a JSON string.
enum StringScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The offset of the next byte that is a quote, a backslash, a control character or not ASCII; else the end.
    @inline(__always)
    static func plainEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        let raw = bytes.bytes
        // Eight bytes at a time: a byte's high bit is set in `special` if the byte, or one below it, needs a look.
        // A borrow can only spoil bytes above the first special one, and the count takes the lowest.
        while offset + 8 <= bytes.count {
            let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let quotes = word ^ (ones &* 0x22)
            let backslashes = word ^ (ones &* 0x5C)
            let controls = word &- (ones &* 0x20)
            let special =
                ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | controls & ~word | word)
                & highs
            guard special == 0 else { return offset + special.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < bytes.count {
            let byte = bytes[unchecked: offset]
            if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { break }
            offset += 1
        }
        return offset
    }

    /// Checks the escape at a backslash and gives the offset behind it.
    static func escapeEnd(_ bytes: Span<UInt8>, from start: Int) throws(ParsingFailure) -> Int {
        guard start + 1 < bytes.count else { throw ParsingFailure(.unexpectedEnd, at: bytes.count) }
        switch bytes[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 2
        case UInt8(ascii: "u"):
            let unit = try codeUnit(bytes, escapeAt: start)
            guard (0xD800...0xDFFF).contains(unit) else { return start + 6 }
            guard unit < 0xDC00, start + 7 < bytes.count, bytes[start + 6] == UInt8(ascii: "\\"),
                bytes[start + 7] == UInt8(ascii: "u"),
                (0xDC00...0xDFFF).contains(try codeUnit(bytes, escapeAt: start + 6))
            else { throw ParsingFailure(.loneSurrogate, start..<start + 6) }
            return start + 12
        default:
            let length = UTF8Sequence.length(at: start + 1, in: bytes)
            guard length > 0 else { throw ParsingFailure(.invalidUTF8, at: start + 1) }
            throw ParsingFailure(.unknownEscape, start..<start + 1 + length)
        }
    }

    /// The UTF-16 code unit of a `\u` escape.
    private static func codeUnit(_ bytes: Span<UInt8>, escapeAt start: Int) throws(ParsingFailure) -> UInt32 {
        var unit: UInt32 = 0
        for index in start + 2..<start + 6 {
            guard index < bytes.count else { throw ParsingFailure(.unexpectedEnd, at: bytes.count) }
            guard let digit = hexadecimalValue(bytes[index]) else {
                throw ParsingFailure(.malformedUnicodeEscape, start..<index)
            }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func hexadecimalValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    /// The text of a string whose escapes were checked before.
    static func decoded(_ bytes: Span<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var offset = 0
        while offset < bytes.count {
            guard bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count else {
                text.append(bytes[offset])
                offset += 1
                continue
            }
            switch bytes[offset + 1] {
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"):
                offset = appendScalar(bytes, escapeAt: offset, to: &text)
                continue
            default: text.append(bytes[offset + 1])
            }
            offset += 2
        }
        return text
    }

    private static func appendScalar(_ bytes: Span<UInt8>, escapeAt start: Int, to text: inout [UInt8]) -> Int {
        var end = start + 6
        var value = (try? codeUnit(bytes, escapeAt: start)) ?? 0xFFFD
        if (0xD800...0xDBFF).contains(value), let low = try? codeUnit(bytes, escapeAt: start + 6) {
            value = 0x10000 + (value - 0xD800) << 10 + (low & 0x3FF)
            end = start + 12
        }
        text.append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        return end
    }
}
