/// Turns the text of a string or bytes literal into what it stands for.
struct StringDecoder {
    /// Why a literal cannot be decoded.
    struct Failure: Error {
        let message: String
        /// Relative to the start of the literal.
        let range: Range<Int>
        let help: String?
    }

    private let bytes: ArraySlice<UInt8>
    private let isBytes: Bool
    private var position: Int
    private var result: [UInt8] = []

    /// Decodes a literal with its prefix and quotes.
    static func decode(_ literal: ArraySlice<UInt8>, isBytes: Bool) throws(Failure) -> [UInt8] {
        var decoder = StringDecoder(literal, isBytes: isBytes)
        return try decoder.decode()
    }

    private init(_ literal: ArraySlice<UInt8>, isBytes: Bool) {
        self.bytes = literal
        self.isBytes = isBytes
        self.position = literal.startIndex
    }

    private mutating func decode() throws(Failure) -> [UInt8] {
        var isRaw = false
        while bytes[position] != 0x22, bytes[position] != 0x27 {
            if bytes[position] | 0x20 == 0x72 { isRaw = true }
            position += 1
        }
        let quote = bytes[position]
        let body = bytes[position...]
        let isTriple = body.count >= 6 && body.prefix(3).allSatisfy { $0 == quote }
        let quoteLength = isTriple ? 3 : 1
        let end = bytes.endIndex - quoteLength
        position += quoteLength
        result.reserveCapacity(max(0, end - position))
        while position < end {
            let byte = bytes[position]
            if byte == 0x5C, !isRaw {
                try escape(end: end)
            } else {
                result.append(byte)
                position += 1
            }
        }
        return result
    }

    private mutating func escape(end: Int) throws(Failure) {
        let start = position
        position += 1
        guard position < end else { throw failure(from: start, "a backslash must be followed by something") }
        let letter = bytes[position]
        position += 1
        if let simple = Self.simpleEscapes[letter] {
            result.append(simple)
            return
        }
        switch letter {
        case 0x78, 0x58: appendCode(try digits(2, radix: 16, from: start, end: end), isByte: true)
        case 0x75: try unicode(4, from: start, end: end)
        case 0x55: try unicode(8, from: start, end: end)
        case 0x30...0x33:
            position -= 1
            appendCode(try digits(3, radix: 8, from: start, end: end), isByte: true)
        default:
            while position < end, bytes[position] & 0xC0 == 0x80 { position += 1 }
            throw failure(
                from: start, "`\(String(decoding: bytes[start..<position], as: UTF8.self))` is no escape",
                help: "write `\\\\` for a backslash, or put `r` before the string")
        }
    }

    private mutating func unicode(_ count: Int, from start: Int, end: Int) throws(Failure) {
        guard !isBytes else {
            throw failure(from: start, "`\\u` and `\\U` name characters, not bytes", help: "write `\\x` and two digits")
        }
        let code = try digits(count, radix: 16, from: start, end: end)
        guard Unicode.Scalar(code) != nil else { throw failure(from: start, "there is no such character") }
        appendCode(code, isByte: false)
    }

    private mutating func digits(_ count: Int, radix: UInt32, from start: Int, end: Int) throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard position < end, let digit = Self.digit(bytes[position]), digit < radix else {
                throw failure(from: start, "expected \(count) \(radix == 16 ? "hexadecimal" : "octal") digits")
            }
            value = value * radix + digit
            position += 1
        }
        return value
    }

    private mutating func appendCode(_ code: UInt32, isByte: Bool) {
        if isBytes {
            result.append(UInt8(truncatingIfNeeded: code))
        } else if let scalar = Unicode.Scalar(code) {
            result.append(contentsOf: String(Character(scalar)).utf8)
        }
    }

    private func failure(from start: Int, _ message: String, help: String? = nil) -> Failure {
        Failure(message: message, range: start - bytes.startIndex..<position - bytes.startIndex, help: help)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x61...0x66: UInt32(byte - 0x57)
        case 0x41...0x46: UInt32(byte - 0x37)
        default: nil
        }
    }

    private static let simpleEscapes: [UInt8: UInt8] = [
        0x61: 0x07, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x76: 0x0B, 0x5C: 0x5C, 0x3F: 0x3F,
        0x22: 0x22, 0x27: 0x27, 0x60: 0x60,
    ]
}
