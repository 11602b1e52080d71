/// Quotes and escapes of JSON strings.
enum StringEscaping {
    /// Appends a string with its quotes.
    ///
    /// Beyond what RFC 8259 demands, U+2028 and U+2029 are escaped: JavaScript once took them for line breaks.
    static func append(_ text: Span<UInt8>, to output: inout [UInt8], escapesMarkup: Bool) {
        // Twice as much each time: room for just this one would be made, and all copied, again for the next one.
        let count = output.count + text.count + 2
        if count > output.capacity { output.reserveCapacity(max(count, 2 * output.capacity)) }
        output.append(UInt8(ascii: "\""))
        var runStart = 0
        var offset = 0
        while offset < text.count {
            if !escapesMarkup {
                offset = StringScan.plainEnd(text, from: offset)
                guard offset < text.count else { break }
            }
            let length = escapedLength(text, at: offset, escapesMarkup: escapesMarkup)
            if length == 0 {
                offset += 1
                continue
            }
            appendRun(text.extracting(runStart..<offset), to: &output)
            appendEscape(text, at: offset, to: &output)
            offset += length
            runStart = offset
        }
        appendRun(text.extracting(runStart..<offset), to: &output)
        output.append(UInt8(ascii: "\""))
    }

    /// The bytes of the character at an offset if it needs an escape, else 0.
    @inline(__always)
    private static func escapedLength(_ text: Span<UInt8>, at offset: Int, escapesMarkup: Bool) -> Int {
        let byte = text[offset]
        switch byte {
        case 0x00..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): return 1
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): return escapesMarkup ? 1 : 0
        case 0xE2:
            let isSeparator = offset + 2 < text.count && text[offset + 1] == 0x80 && text[offset + 2] & 0xFE == 0xA8
            return isSeparator ? 3 : 0
        default: return 0
        }
    }

    private static func appendEscape(_ text: Span<UInt8>, at offset: Int, to output: inout [UInt8]) {
        let byte = text[offset]
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0xE2: appendCodeUnit(0x2028 | UInt16(text[offset + 2] & 1), to: &output)
        default: appendCodeUnit(UInt16(byte), to: &output)
        }
    }

    private static func appendCodeUnit(_ unit: UInt16, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift) & 0xF)
            output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    private static func appendRun(_ run: Span<UInt8>, to output: inout [UInt8]) {
        run.withUnsafeBufferPointer { output.append(contentsOf: $0) }
    }
}
