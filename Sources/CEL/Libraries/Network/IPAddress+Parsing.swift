extension IPAddress {
    /// Why a text is no address.
    package enum ParsingFailure: Error, Hashable, Sendable {
        /// It has not the form of an address.
        case malformed
        /// It names a zone, such as `fe80::1%eth0`.
        case zone
        /// It is an address of version 4 written as one of version 6, such as `::ffff:1.2.3.4`.
        case mapped
    }

    /// No address is written with more bytes.
    private static let byteCountMax = 45

    /// Reads an address: four decimal numbers without zeros before them, or the forms of RFC 4291, section 2.2.
    ///
    /// An address of version 6 that stands for one of version 4 is that one when it is written in hexadecimal
    /// (`::ffff:c0a8:1` is `192.168.0.1`), and refused when it is written with dots.
    package init(parsing text: String) throws(ParsingFailure) {
        try self.init(parsing: Array(text.utf8)[...])
    }

    /// Reads an address from UTF-8.
    init(parsing bytes: ArraySlice<UInt8>) throws(ParsingFailure) {
        if let percent = bytes.firstIndex(of: 0x25) {
            // What stands before the zone tells the reason for which it is refused.
            if (try? IPAddress(parsing: bytes[..<percent]))?.family == .v6 { throw .zone }
            throw .malformed
        }
        guard bytes.count <= Self.byteCountMax else { throw .malformed }
        guard bytes.contains(0x3A) else {
            guard let number = Self.dotted(bytes) else { throw .malformed }
            self.init(v4: number)
            return
        }
        guard let bits = Self.groups(bytes) else { throw .malformed }
        guard bits >> 32 == 0xFFFF else {
            self.init(v6: bits)
            return
        }
        if bytes.contains(0x2E) { throw .mapped }
        self.init(v4: UInt32(truncatingIfNeeded: bits))
    }

    /// Reads four decimal numbers with dots between them.
    private static func dotted(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            guard let number = decimal(part, atMost: 255) else { return nil }
            bits = bits << 8 | UInt32(number)
        }
        return bits
    }

    /// Reads one to three decimal digits without a zero before them.
    static func decimal(_ bytes: ArraySlice<UInt8>, atMost largest: Int) -> Int? {
        guard (1...3).contains(bytes.count), bytes.count == 1 || bytes.first != 0x30 else { return nil }
        var number = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number <= largest ? number : nil
    }

    /// Reads hexadecimal groups with colons between them, of which one `::` may stand for one or more zeros.
    private static func groups(_ bytes: ArraySlice<UInt8>) -> UInt128? {
        let double = zip(bytes.indices, bytes.indices.dropFirst()).first { bytes[$0] == 0x3A && bytes[$1] == 0x3A }
        guard let double else {
            guard let groups = list(bytes, mayEndDotted: true), groups.count == 8 else { return nil }
            return number(groups)
        }
        guard let before = list(bytes[..<double.0], mayEndDotted: false),
            let after = list(bytes[(double.1 + 1)...], mayEndDotted: true), before.count + after.count <= 7
        else { return nil }
        return number(before + Array(repeating: 0, count: 8 - before.count - after.count) + after)
    }

    private static func number(_ groups: [UInt16]) -> UInt128 {
        groups.reduce(0) { $0 << 16 | UInt128($1) }
    }

    /// Reads groups with single colons between them; none from nothing.
    private static func list(_ bytes: ArraySlice<UInt8>, mayEndDotted: Bool) -> [UInt16]? {
        guard !bytes.isEmpty else { return [] }
        let parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
        var groups: [UInt16] = []
        for (position, part) in parts.enumerated() {
            if mayEndDotted, position == parts.count - 1, part.contains(0x2E) {
                guard let low = dotted(part) else { return nil }
                groups += [UInt16(truncatingIfNeeded: low >> 16), UInt16(truncatingIfNeeded: low)]
            } else {
                guard let group = hexadecimal(part) else { return nil }
                groups.append(group)
            }
        }
        return groups
    }

    /// Reads one to four hexadecimal digits.
    private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> UInt16? {
        guard (1...4).contains(bytes.count) else { return nil }
        var number: UInt16 = 0
        for byte in bytes {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: return nil
            }
            number = number << 4 | UInt16(digit)
        }
        return number
    }
}
