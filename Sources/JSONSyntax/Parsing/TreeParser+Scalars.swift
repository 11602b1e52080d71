extension TreeParser {
    /// Reads a string, from its opening quote to behind the closing one; escapes are checked and kept.
    @inline(__always)
    mutating func readString(_ bytes: Span<UInt8>, _ position: inout Int) throws(ParsingFailure) {
        let start = position + 1
        var end = start
        var hasEscapes = false
        while true {
            end = StringScan.plainEnd(bytes, from: end)
            guard end < bytes.count else { throw ParsingFailure(.unexpectedEnd, at: bytes.count) }
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                end = try StringScan.escapeEnd(bytes, from: end)
            } else if byte >= 0x80 {
                let length = UTF8Sequence.length(at: end, in: bytes)
                guard length > 0 else { throw ParsingFailure(.invalidUTF8, at: end) }
                end += length
            } else {
                throw ParsingFailure(.controlCharacter, at: end)
            }
        }
        var node = NodeRecord(.string, offset: start, length: end - start, index: nodes.count)
        node.hasEscapes = hasEscapes
        try append(node)
        position = end + 1
    }

    /// Reads a number and keeps its text.
    @inline(__always)
    mutating func readNumber(_ bytes: Span<UInt8>, _ position: inout Int) throws(ParsingFailure) {
        let start = position
        guard let end = NumberScan.end(bytes, from: start) else {
            throw ParsingFailure(.malformedNumber, wordRange(bytes, start))
        }
        // `01`, `1.5.2` and `12abc` go on where a number has ended.
        if end < bytes.count, isWordByte(bytes[unchecked: end]) {
            throw ParsingFailure(.malformedNumber, wordRange(bytes, start))
        }
        try append(NodeRecord(.number, offset: start, length: end - start, index: nodes.count))
        position = end
    }

    /// Reads `true`, `false` or `null`, and words the refusal of anything else.
    mutating func readWord(_ bytes: Span<UInt8>, _ position: inout Int) throws(ParsingFailure) {
        let range = wordRange(bytes, position)
        let kind: JSONKind
        var isTrue = false
        if matches(bytes, range, "true") {
            (kind, isTrue) = (.bool, true)
        } else if matches(bytes, range, "false") {
            kind = .bool
        } else if matches(bytes, range, "null") {
            kind = .null
        } else {
            throw refusal(bytes, range)
        }
        var node = NodeRecord(kind, offset: range.lowerBound, length: range.count, index: nodes.count)
        node.isTrue = isTrue
        try append(node)
        position = range.upperBound
    }

    private func refusal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ParsingFailure {
        let position = range.lowerBound
        let first = bytes[position]
        if beginsComment(bytes, position) { return ParsingFailure(.comment, position..<position + 2) }
        switch first {
        case UInt8(ascii: "'"):
            return ParsingFailure(.singleQuotes, at: position)
        case UInt8(ascii: "+"), UInt8(ascii: "."):
            return ParsingFailure(.malformedNumber, range)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            return ParsingFailure(.unknownWord, range)
        default:
            guard first < 0x80 || UTF8Sequence.length(at: position, in: bytes) > 0 else {
                return ParsingFailure(.invalidUTF8, at: position)
            }
            return ParsingFailure(.expectedValue, range)
        }
    }

    /// Whether `//`, `/*` or `#` stands here.
    func beginsComment(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
        if bytes[position] == UInt8(ascii: "#") { return true }
        guard bytes[position] == UInt8(ascii: "/"), position + 1 < bytes.count else { return false }
        return bytes[position + 1] == UInt8(ascii: "/") || bytes[position + 1] == UInt8(ascii: "*")
    }

    /// The word or number at a position, or else the one character there.
    func wordRange(_ bytes: Span<UInt8>, _ position: Int) -> Range<Int> {
        var end = position
        while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
        guard end == position else { return position..<end }
        let length = position < bytes.count ? UTF8Sequence.length(at: position, in: bytes) : 0
        return position..<position + max(length, 1)
    }

    @inline(__always)
    private func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
            UInt8(ascii: "-"):
            true
        default:
            false
        }
    }

    private func matches(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { letters in
            var index = 0
            while index < letters.count {
                if letters[index] != bytes[range.lowerBound + index] { return false }
                index += 1
            }
            return true
        }
    }
}
