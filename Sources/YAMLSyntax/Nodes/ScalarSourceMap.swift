import SourceText

/// Where each byte of a scalar's text is written.
///
/// The text is aligned with its source: outside of blanks both hold the same characters in the same order, and a run of
/// blanks in the text stands for the run of blanks, line breaks and indentation at the same place. So one walk serves
/// all styles; only the escapes of double quotes are decoded.
struct ScalarSourceMap {
    private let scalar: YAMLScalar
    /// For each byte of the text, and for its end, an offset in the file; nil when source and text do not match.
    private let offsets: [Int]?

    init(_ scalar: YAMLScalar) {
        self.scalar = scalar
        var aligner = Aligner(scalar)
        offsets = aligner.align()
    }

    /// Whether text and source were matched byte for byte.
    var isExact: Bool { offsets != nil }

    func range(ofUTF8 utf8Range: Range<Int>) -> SourceRange {
        guard let offsets else { return scalar.range }
        let last = offsets.count - 1
        let lower = min(max(utf8Range.lowerBound, 0), last)
        let upper = min(max(utf8Range.upperBound, lower), last)
        guard upper > lower else {
            return SourceRange(file: scalar.range.file, lowerBound: offsets[lower], upperBound: offsets[lower])
        }
        // The end of the last byte's own source, not the beginning of the next byte's, which may be lines below.
        return SourceRange(
            file: scalar.range.file, lowerBound: offsets[lower], upperBound: max(ends(upper - 1), offsets[lower]))
    }

    private func ends(_ index: Int) -> Int {
        guard let offsets else { return scalar.range.upperBound }
        let text = Array(scalar.text.utf8.dropFirst(index).prefix(1))
        let here = offsets[index]
        let utf8 = scalar.range.file.utf8
        let isSameByte = here < utf8.count && text.first == utf8[here]
        return isSameByte ? min(here + 1, offsets[index + 1]) : offsets[index + 1]
    }
}

/// Walks a text and its source side by side.
private struct Aligner {
    private let text: [UInt8]
    private let source: [UInt8]
    private let style: YAMLScalar.Style
    private var at: Int
    private let end: Int
    private var offsets: [Int] = []

    init(_ scalar: YAMLScalar) {
        text = Array(scalar.text.utf8)
        source = scalar.range.file.utf8
        style = scalar.style
        switch scalar.style {
        case .plain:
            at = scalar.range.lowerBound
            end = scalar.range.upperBound
        case .singleQuoted, .doubleQuoted:
            at = scalar.range.lowerBound + 1
            end = scalar.range.upperBound - 1
        case .literal, .folded:
            at = scalar.range.lowerBound
            end = scalar.range.upperBound
            while at < end, !Aligner.isBreak(source[at]) { at += 1 }
            skipBreak()
        }
    }

    mutating func align() -> [Int]? {
        guard at <= end else { return nil }
        offsets.reserveCapacity(text.count + 1)
        while offsets.count < text.count {
            let index = offsets.count
            if style == .doubleQuoted, at < end, source[at] == UInt8(ascii: "\\") {
                guard alignEscape() else { return nil }
            } else if Aligner.isBlank(text[index]) {
                guard alignBlanks() else { return nil }
            } else {
                skipBlanks()
                if style == .doubleQuoted, at < end, source[at] == UInt8(ascii: "\\") { continue }
                guard at < end, source[at] == text[index] else { return nil }
                offsets.append(at)
                let isQuotePair = style == .singleQuoted && source[at] == UInt8(ascii: "'")
                at += isQuotePair ? 2 : 1
            }
        }
        let isBlock = style == .literal || style == .folded
        offsets.append(isBlock ? min(at, end) : end)
        return offsets
    }

    private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isBreak(byte) }

    private mutating func skipBreak() {
        guard at < end else { return }
        if source[at] == 0x0D { at += 1 }
        if at < end, source[at] == 0x0A { at += 1 }
    }

    private mutating func skipBlanks() {
        while at < end, Aligner.isBlank(source[at]) { at += 1 }
    }

    /// Matches a run of blanks of the text with the run in the source: equal from the right, the rest at its start.
    private mutating func alignBlanks() -> Bool {
        let runStart = offsets.count
        var runEnd = runStart
        let sourceStart = at
        skipBlanks()
        // In double quotes the text's blanks may go on with escaped ones, which are matched on their own.
        let isBeforeEscape = style == .doubleQuoted && at < end && source[at] == UInt8(ascii: "\\")
        let available = at - sourceStart
        if isBeforeEscape { return alignBlanksBeforeEscape(sourceStart) }
        while runEnd < text.count, Aligner.isBlank(text[runEnd]) { runEnd += 1 }
        guard available > 0 || at >= end else { return false }
        var placed = [Int](repeating: sourceStart, count: runEnd - runStart)
        if hasSameBytes(from: sourceStart, as: runStart..<runEnd) {
            for index in placed.indices { placed[index] = sourceStart + index }
        } else {
            var source = at
            for index in placed.indices.reversed() {
                source -= 1
                guard source >= sourceStart, self.source[source] == text[runStart + index] else { break }
                placed[index] = source
            }
            // A place may not lie before that of the byte to its left.
            for index in placed.indices.dropFirst() { placed[index] = max(placed[index], placed[index - 1]) }
        }
        offsets += placed
        return true
    }

    private func hasSameBytes(from start: Int, as run: Range<Int>) -> Bool {
        start + run.count <= end && source[start..<(start + run.count)].elementsEqual(text[run])
    }

    /// Blanks in double quotes that an escape follows: folded line breaks become a space or line feeds.
    private mutating func alignBlanksBeforeEscape(_ sourceStart: Int) -> Bool {
        let run = source[sourceStart..<at]
        let breakCount = Aligner.breakCount(run)
        let count = breakCount == 0 ? run.count : max(1, breakCount - 1)
        guard count > 0, offsets.count + count <= text.count else { return count == 0 }
        for step in 0..<count {
            guard Aligner.isBlank(text[offsets.count]) else { return false }
            offsets.append(breakCount == 0 ? sourceStart + step : sourceStart)
        }
        return true
    }

    private static func breakCount(_ bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
            previous = byte
        }
        return count
    }

    /// An escape of double quotes, YAML 1.2.2, section 5.7.
    private mutating func alignEscape() -> Bool {
        let start = at
        guard at + 1 < end else { return false }
        let name = source[at + 1]
        if Aligner.isBreak(name) {
            at += 1
            skipBlanks()
            return true
        }
        let digitCount = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8][name] ?? 0
        at += 2 + digitCount
        guard at <= end else { return false }
        // The text was decoded already: the escape stands for one scalar, whose length its first byte tells.
        let first = text[offsets.count]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard offsets.count + length <= text.count else { return false }
        offsets += [Int](repeating: start, count: length)
        return true
    }
}
