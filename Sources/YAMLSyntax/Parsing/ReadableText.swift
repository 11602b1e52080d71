import SourceText

/// A text that libyaml can be trusted with: short enough, UTF-8, free of control characters.
struct ReadableText {
    let file: SourceFile
    /// The bytes of the file, forbidden characters replaced by others of the same length.
    let utf8: [UInt8]
    /// The first byte after a byte order mark.
    let start: Int
    /// Whether something was already reported that makes the text unusable.
    let hasErrors: Bool

    /// After so many forbidden characters the text is given up.
    private static let reportedCharacterCountMax = 50
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Checks the bytes of a file and reports what is wrong with them; nil when they cannot be read at all.
    init?(_ file: SourceFile, limits: YAMLLimits, diagnostics: inout DiagnosticCollector) {
        guard file.utf8.count <= limits.byteCountMax else {
            diagnostics.add(.textTooLong(file, byteCountMax: limits.byteCountMax))
            return nil
        }
        if let encoding = ReadableText.wideEncoding(of: file.utf8) {
            diagnostics.add(.wideEncoding(encoding, in: file))
            return nil
        }
        if let invalid = ReadableText.invalidUTF8(file.utf8) {
            diagnostics.add(.invalidUTF8(file.range(invalid..<(invalid + 1))))
            return nil
        }
        self.file = file
        let start = file.utf8.starts(with: ReadableText.byteOrderMark) ? 3 : 0
        self.start = start
        var mended = file.utf8
        let forbidden = ReadableText.forbiddenCharacters(file.utf8, from: start)
        for character in forbidden {
            diagnostics.add(.forbiddenCharacter(character.value, at: file.range(character.range)))
            mended.replaceSubrange(
                character.range, with: ReadableText.replacement(byteCount: character.range.count))
        }
        guard forbidden.count < ReadableText.reportedCharacterCountMax else { return nil }
        utf8 = mended
        hasErrors = !forbidden.isEmpty
    }

    /// Letters of the same length, so that every offset stays.
    private static func replacement(byteCount: Int) -> [UInt8] {
        switch byteCount {
        case 1: [UInt8(ascii: "x")]
        case 2: [0xC2, 0xB7]
        default: [0xEF, 0xBF, 0xBD]
        }
    }

    /// UTF-16 and UTF-32 by their marks, or by the zero bytes beside the first character (YAML 1.2.2, section 5.2).
    private static func wideEncoding(of utf8: [UInt8]) -> String? {
        let head = Array(utf8.prefix(4))
        if head == [0, 0, 0xFE, 0xFF] || head == [0xFF, 0xFE, 0, 0] { return "UTF-32" }
        if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) { return "UTF-16" }
        guard head.count >= 2 else { return nil }
        let zeros = head.map { $0 == 0 }
        if zeros == [true, true, true, false] || zeros == [false, true, true, true] { return "UTF-32" }
        if zeros == [true, false, true, false] || zeros == [false, true, false, true] { return "UTF-16" }
        return nil
    }

    /// The offset of the first byte that is not UTF-8.
    private static func invalidUTF8(_ utf8: [UInt8]) -> Int? {
        var decoder = Unicode.UTF8.ForwardParser()
        guard utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        var iterator = utf8.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    /// Characters outside YAML's printable set (YAML 1.2.2, section 5.1), and the line separators that YAML 1.1 and
    /// 1.2 read differently (section 5.4): nobody sees them, and readers disagree on them.
    ///
    /// Only the first ``reportedCharacterCountMax`` are looked for: what has more of them is no text.
    private static func forbiddenCharacters(_ utf8: [UInt8], from start: Int) -> [ForbiddenCharacter] {
        var found: [ForbiddenCharacter] = []
        utf8.withUnsafeBufferPointer { addForbiddenCharacters($0, from: start, to: &found) }
        return found
    }

    private static func addForbiddenCharacters(
        _ utf8: UnsafeBufferPointer<UInt8>, from start: Int, to found: inout [ForbiddenCharacter]
    ) {
        var index = start
        while index < utf8.count, found.count < reportedCharacterCountMax {
            let byte = utf8[index]
            // Nearly all of a text is letters and line breaks.
            if (0x20..<0x7F).contains(byte) || byte == 0x0A {
                index += 1
                continue
            }
            var length = 1
            var value = UInt32(byte)
            if byte >= 0x80 {
                length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                value &= 0xFF >> UInt32(length + 1)
                for step in 1..<length { value = value << 6 | UInt32(utf8[index + step] & 0x3F) }
            }
            if isForbidden(value) {
                found.append(ForbiddenCharacter(value: value, range: index..<(index + length)))
            }
            index += length
        }
    }

    private static func isForbidden(_ value: UInt32) -> Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}

/// A character that may not stand in the text.
private struct ForbiddenCharacter {
    let value: UInt32
    let range: Range<Int>
}
