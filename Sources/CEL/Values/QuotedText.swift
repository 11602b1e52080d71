/// Texts and bytes as literals of the language.
enum QuotedText {
    /// A string literal in double quotes.
    static func quote(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if let escape = shortEscapes[scalar.value] {
                result += escape
            } else if scalar.value < 0x20 || scalar.value == 0x7F {
                result += "\\x" + hex(UInt8(scalar.value))
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// A bytes literal in double quotes.
    static func quote(bytes: [UInt8]) -> String {
        var result = "b\""
        for byte in bytes {
            if let escape = shortEscapes[UInt32(byte)] {
                result += escape
            } else if byte < 0x20 || byte >= 0x7F {
                result += "\\x" + hex(byte)
            } else {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return result + "\""
    }

    private static let shortEscapes: [UInt32: String] = [
        0x22: "\\\"", 0x5C: "\\\\", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t",
    ]

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
