/// The grammar of JSON numbers (RFC 8259, section 6).
enum NumberScan {
    /// The offset behind the number that begins at an offset, or nil where none does.
    @inline(__always)
    static func end(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var offset = start
        if offset < bytes.count, bytes[unchecked: offset] == UInt8(ascii: "-") { offset += 1 }
        guard offset < bytes.count, isDigit(bytes[unchecked: offset]) else { return nil }
        if bytes[unchecked: offset] == UInt8(ascii: "0") {
            offset += 1
        } else {
            skipDigits(bytes, &offset)
        }
        if offset < bytes.count, bytes[unchecked: offset] == UInt8(ascii: ".") {
            offset += 1
            guard skipDigits(bytes, &offset) else { return nil }
        }
        if offset < bytes.count, bytes[unchecked: offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if offset < bytes.count,
                bytes[unchecked: offset] == UInt8(ascii: "+") || bytes[unchecked: offset] == UInt8(ascii: "-")
            {
                offset += 1
            }
            guard skipDigits(bytes, &offset) else { return nil }
        }
        return offset
    }

    /// Whether the bytes are one number and nothing else.
    static func isNumber(_ bytes: Span<UInt8>) -> Bool {
        end(bytes, from: 0) == bytes.count
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    @inline(__always)
    @discardableResult
    private static func skipDigits(_ bytes: Span<UInt8>, _ offset: inout Int) -> Bool {
        let start = offset
        while offset < bytes.count, isDigit(bytes[unchecked: offset]) { offset += 1 }
        return offset > start
    }
}
