/// Well-formed UTF-8, as in Unicode 16, table 3-7: no overlong forms, surrogates or values over U+10FFFF.
enum UTF8Sequence {
    /// The length of the well-formed sequence at an offset, or 0 where there is none.
    static func length(at offset: Int, in bytes: Span<UInt8>) -> Int {
        let lead = bytes[offset]
        guard lead >= 0x80 else { return 1 }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard bytes.count - offset >= length, second ~= bytes[offset + 1] else { return 0 }
        for index in 2..<max(length, 2) where bytes[offset + index] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// The offset of the first byte that is not well-formed, or nil where all are.
    static func firstInvalidOffset(in bytes: Span<UInt8>) -> Int? {
        let raw = bytes.bytes
        var offset = 0
        while offset < bytes.count {
            while offset + 8 <= bytes.count,
                raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                offset += 8
            }
            guard offset < bytes.count else { break }
            if bytes[offset] < 0x80 {
                offset += 1
                continue
            }
            let length = length(at: offset, in: bytes)
            if length == 0 { return offset }
            offset += length
        }
        return nil
    }

    /// Whether all bytes are well-formed.
    static func isValid(_ bytes: Span<UInt8>) -> Bool { firstInvalidOffset(in: bytes) == nil }
}
