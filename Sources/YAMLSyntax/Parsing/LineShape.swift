/// How a line of block YAML is made: indentation, dashes, a key, a value.
///
/// It looks at one line alone, so it serves to explain an error, never to read.
struct LineShape {
    /// The line without its break and trailing spaces.
    let line: Range<Int>
    /// How many spaces it begins with.
    let indentation: Int
    /// Where the entry begins after dashes.
    let entryStart: Int
    /// The key with its quotes, where there is one.
    let key: Range<Int>?
    /// What follows the key, or the dashes, or the indentation; empty where nothing does.
    let value: Range<Int>

    /// Looks at the line that holds an offset.
    init(at offset: Int, in layout: NodeLayout) {
        let start = layout.lineStart(of: offset)
        let end = max(start, layout.lineEnd(from: start))
        line = start..<end
        indentation = layout.indentation(ofLineAt: start)
        var index = min(start + indentation, end)
        while layout.has("-", at: index), index + 1 < end, layout.isSpace(at: index + 1) {
            index = min(layout.skipSpaces(from: index + 1), end)
        }
        entryStart = index
        if let keyEnd = LineShape.keyEnd(from: index, to: end, in: layout) {
            key = index..<keyEnd
            let colon = layout.skipSpaces(from: keyEnd)
            let valueStart = min(layout.skipSpaces(from: colon + 1), end)
            value = valueStart..<end
        } else {
            key = nil
            value = index..<end
        }
    }

    private static func keyEnd(from start: Int, to end: Int, in layout: NodeLayout) -> Int? {
        guard start < end else { return nil }
        func isColon(_ index: Int) -> Bool {
            layout.has(":", at: index) && (index + 1 >= end || layout.isSpace(at: index + 1))
        }
        let first = layout.utf8[start]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard let close = layout.closingQuote(of: start), close < end else { return nil }
            return isColon(layout.skipSpaces(from: close + 1)) ? close + 1 : nil
        }
        guard !"[]{}!*&|>%@`#,?".utf8.contains(first) else { return nil }
        var index = start
        while index < end {
            if isColon(index) {
                var keyEnd = index
                while keyEnd > start, layout.isSpace(at: keyEnd - 1) { keyEnd -= 1 }
                return keyEnd > start ? keyEnd : nil
            }
            if layout.has("#", at: index), index > start, layout.isSpace(at: index - 1) { return nil }
            index += 1
        }
        return nil
    }
}
