/// A short, printable form of bytes at fault, for messages.
struct Excerpt {
    /// The characters shown before the excerpt is cut.
    static let characterCountMax = 40

    /// The bytes in backticks, or in words where they are no printable text.
    let quoted: String

    init(_ bytes: ArraySlice<UInt8>) {
        if bytes.isEmpty {
            quoted = "the end of the text"
            return
        }
        // Four bytes hold any one character; the range may end inside of one that is about to be cut.
        let head = Array(bytes.prefix(Excerpt.characterCountMax * 4))
        guard head.count < bytes.count || UTF8Sequence.isValid(head.span) else {
            quoted = "byte 0x" + Excerpt.hexadecimal(UInt32(head[0]), digitCount: 2)
            return
        }
        let text = String(decoding: head, as: UTF8.self)
        if let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1, Excerpt.isUnprintable(scalar) {
            quoted = "the character U+" + Excerpt.hexadecimal(scalar.value, digitCount: 4)
            return
        }
        var shown = "`"
        for scalar in text.unicodeScalars.prefix(Excerpt.characterCountMax) {
            shown.unicodeScalars.append(Excerpt.isUnprintable(scalar) ? "\u{FFFD}" : scalar)
        }
        let isCut = text.unicodeScalars.count > Excerpt.characterCountMax || head.count < bytes.count
        quoted = shown + (isCut ? "…`" : "`")
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
        default: false
        }
    }

    private static func hexadecimal(_ value: UInt32, digitCount: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digitCount - digits.count)) + digits
    }
}
