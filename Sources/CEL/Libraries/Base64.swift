/// Bytes in the alphabet of base64 (RFC 4648, section 4).
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding: UInt8 = 0x3D

    /// The value of each character, 0xFF for those that are none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// The characters of bytes, with padding.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var characters: [UInt8] = []
        characters.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for byte in group { bits = bits << 8 | UInt32(byte) }
            bits <<= UInt32(8 * (3 - group.count))
            for position in 0..<4 {
                characters.append(
                    position <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * position) & 0x3F)] : padding)
            }
        }
        return characters
    }

    /// The bytes of characters with all padding or none, or nil where they are no base64.
    ///
    /// Line ends are skipped and bits after the last byte ignored, as by the decoder that cel-go uses.
    static func decode(_ characters: [UInt8]) -> [UInt8]? {
        var digits = characters.filter { $0 != 0x0A && $0 != 0x0D }
        let paddingCount = digits.reversed().prefix(3).prefix { $0 == padding }.count
        guard paddingCount == 0 || (paddingCount < 3 && digits.count % 4 == 0) else { return nil }
        digits.removeLast(paddingCount)
        guard digits.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 4 * 3 + 2)
        for start in stride(from: 0, to: digits.count, by: 4) {
            let group = digits[start..<min(start + 4, digits.count)]
            var bits: UInt32 = 0
            for character in group {
                let value = values[Int(character)]
                guard value != 0xFF else { return nil }
                bits = bits << 6 | UInt32(value)
            }
            bits <<= UInt32(6 * (4 - group.count))
            for position in 0..<group.count - 1 {
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * position)))
            }
        }
        return bytes
    }
}

extension CELBytes {
    /// The bytes in base64 with padding (RFC 4648, section 4).
    public var base64: String { String(decoding: Base64.encode(bytes), as: UTF8.self) }
}
