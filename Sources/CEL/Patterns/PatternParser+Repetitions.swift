extension PatternParser {
    /// Reads `*`, `+`, `?` or `{n,m}`, with the `?` of a lazy one, which only chooses among matches.
    mutating func parseRepetition(after priorRepetition: Int?) throws(PatternError) {
        let start = position
        guard let bounds = readBounds() else {
            // As in RE2, a brace that bounds nothing stands for itself.
            position = start + 1
            return appendLiteral(scalar("{"))
        }
        _ = skip("?")
        let text = textRead(from: start)
        if let priorRepetition {
            throw .doubleRepetition(textRead(from: priorRepetition), at: rangeRead(from: priorRepetition))
        }
        guard bounds.lower <= RepetitionBounds.countMax, bounds.upper ?? 0 <= RepetitionBounds.countMax else {
            throw .tooManyRepetitions(text, at: rangeRead(from: start))
        }
        if let upper = bounds.upper, upper < bounds.lower {
            throw .backwardRepetition(text, at: rangeRead(from: start))
        }
        guard let node = groups[groups.count - 1].sequence.popLast() else {
            throw .nothingToRepeat(text, at: rangeRead(from: start))
        }
        // Both are at most 1,000 here.
        let copyCount = copyCounts[node] * max(1, bounds.upper ?? bounds.lower)
        guard copyCount <= RepetitionBounds.countMax else {
            throw .tooManyNestedRepetitions(text, at: rangeRead(from: start))
        }
        if syntax.nodes[node] == .empty || bounds.upper == 0 {
            appendNode(.empty, copyCount: copyCount)
        } else {
            appendNode(.repetition(node, bounds), copyCount: copyCount)
        }
        repetitionStart = start
    }

    private mutating func readBounds() -> RepetitionBounds? {
        if skip("*") { return RepetitionBounds(lower: 0, upper: nil) }
        if skip("+") { return RepetitionBounds(lower: 1, upper: nil) }
        if skip("?") { return RepetitionBounds(lower: 0, upper: 1) }
        guard skip("{"), let lower = readCount() else { return nil }
        var upper: Int? = lower
        if skip(",") {
            if peek() == scalar("}") {
                upper = nil
            } else {
                guard let count = readCount() else { return nil }
                upper = count
            }
        }
        return skip("}") ? RepetitionBounds(lower: lower, upper: upper) : nil
    }

    /// Reads a number without leading zeros; as in RE2, one of more than nine digits is none.
    private mutating func readCount() -> Int? {
        let start = position
        var count = 0
        while let digit = peek(), (0x30...0x39).contains(digit) {
            guard count < 100_000_000 else { return nil }
            count = count * 10 + Int(digit - 0x30)
            position += 1
        }
        let digitCount = position - start
        guard digitCount > 0, digitCount == 1 || scalars[start] != 0x30 else { return nil }
        return count
    }
}
