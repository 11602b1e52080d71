/// Finds in the bytes of a text what libyaml's marks leave open.
struct NodeLayout {
    let utf8: [UInt8]

    func isBreak(at index: Int) -> Bool { utf8[index] == 0x0A || utf8[index] == 0x0D }
    func isSpace(at index: Int) -> Bool { utf8[index] == 0x20 || utf8[index] == 0x09 }
    func has(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
        index < utf8.count && utf8[index] == UInt8(ascii: scalar)
    }

    /// Past spaces and tabs.
    func skipSpaces(from index: Int) -> Int {
        var index = index
        while index < utf8.count, isSpace(at: index) { index += 1 }
        return index
    }

    /// Past spaces, line breaks and comments.
    func skipToContent(from index: Int) -> Int {
        var index = index
        while index < utf8.count {
            if isSpace(at: index) || isBreak(at: index) {
                index += 1
            } else if utf8[index] == UInt8(ascii: "#") {
                while index < utf8.count, !isBreak(at: index) { index += 1 }
            } else {
                break
            }
        }
        return index
    }

    /// Past an anchor or a tag.
    func skipProperty(from index: Int) -> Int {
        var index = index
        while index < utf8.count, !isSpace(at: index), !isBreak(at: index) {
            if [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(utf8[index]) { break }
            index += 1
        }
        return index
    }

    /// Where a node itself begins, after its anchor and tag.
    func contentStart(_ start: Int, properties: ParserEvent.Properties) -> Int {
        guard properties.anchor != nil || properties.tag != nil else { return start }
        var index = start
        while has("&", at: index) || has("!", at: index) {
            index = skipToContent(from: skipProperty(from: index))
        }
        return min(index, utf8.count)
    }

    /// The tag of a node that begins with one, or with an anchor before it.
    func tagRange(from start: Int) -> Range<Int> {
        var index = start
        while has("&", at: index) { index = skipToContent(from: skipProperty(from: index)) }
        return index..<max(index, skipProperty(from: index))
    }

    /// Where a scalar is written: without anchor and tag, without the blank lines that libyaml counts to a block.
    func scalarRange(
        _ event: Range<Int>, properties: ParserEvent.Properties, style: YAMLScalar.Style, isEmpty: Bool
    ) -> Range<Int> {
        if style == .plain, isEmpty { return event.upperBound..<event.upperBound }
        let lower = contentStart(event.lowerBound, properties: properties)
        var upper = max(event.upperBound, lower)
        while upper > lower, isSpace(at: upper - 1) || isBreak(at: upper - 1) { upper -= 1 }
        return lower..<upper
    }

    /// The `---` of a document, which may stand after directives.
    func documentMark(in range: Range<Int>) -> Range<Int> {
        range.count >= 3 ? (range.upperBound - 3)..<range.upperBound : range
    }

    /// A directive's line, from an offset on.
    func directive(named name: String, from start: Int) -> Range<Int> {
        let bytes = Array(name.utf8)
        var index = start
        while index < utf8.count, !utf8[index...].starts(with: bytes) { index += 1 }
        return index..<lineEnd(from: index)
    }

    /// The end of the line, without its break and the spaces before it.
    func lineEnd(from start: Int) -> Int {
        var index = start
        while index < utf8.count, !isBreak(at: index) { index += 1 }
        while index > start, isSpace(at: index - 1) { index -= 1 }
        return index
    }

    /// The beginning of the line that holds an offset.
    func lineStart(of offset: Int) -> Int {
        var index = min(offset, utf8.count)
        while index > 0, !isBreak(at: index - 1) { index -= 1 }
        return index
    }

    /// The beginning of the next line, or the end of the text.
    func nextLine(after offset: Int) -> Int {
        var index = offset
        while index < utf8.count, !isBreak(at: index) { index += 1 }
        if index < utf8.count, utf8[index] == 0x0D { index += 1 }
        if index < utf8.count, utf8[index] == 0x0A { index += 1 }
        return index
    }

    /// How many spaces a line begins with.
    func indentation(ofLineAt lineStart: Int) -> Int {
        var index = lineStart
        while has(" ", at: index) { index += 1 }
        return index - lineStart
    }

    /// Whether a line holds nothing, or only a comment.
    func isIdleLine(at lineStart: Int) -> Bool {
        let index = skipSpaces(from: lineStart)
        return index >= utf8.count || isBreak(at: index) || utf8[index] == UInt8(ascii: "#")
    }

    /// Whether an offset lies in a range, or before it with nothing but spaces between.
    func isOnlySpace(between range: Range<Int>, and offset: Int) -> Bool {
        if range.contains(offset) { return true }
        guard offset <= range.lowerBound else { return false }
        return utf8[offset..<range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// The offset of the quote that closes the one at `start`, on whatever line; nil where none does before a limit.
    func closingQuote(of start: Int, before limit: Int = .max) -> Int? {
        let limit = min(limit, utf8.count)
        let quote = utf8[start]
        var index = start + 1
        while index < limit {
            if quote == UInt8(ascii: "\""), utf8[index] == UInt8(ascii: "\\") {
                index += 2
            } else if utf8[index] == quote {
                guard quote == UInt8(ascii: "'"), has("'", at: index + 1) else { return index }
                index += 2
            } else {
                index += 1
            }
        }
        return nil
    }
}
