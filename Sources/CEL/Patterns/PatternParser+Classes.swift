extension PatternParser {
    /// Reads `[…]`.
    mutating func parseClass() throws(PatternError) {
        let start = position
        position += 1
        let isNegated = skip("^")
        var set = CodePointSet()
        // Their variants are added once for all of them, for a class may name much of Unicode again and again.
        var ranges = CodePointSet()
        var isFirst = true
        while let next = peek(), next != scalar("]") || isFirst {
            isFirst = false
            if let named = try parsePosixClass() {
                set.formUnion(named)
            } else if let named = try parseNamedClass() {
                set.formUnion(named)
            } else {
                try parseClassRange(into: &ranges, classStart: start)
            }
        }
        guard skip("]") else { throw .unclosedClass(at: range(from: start, count: 1)) }
        set.formUnion(flags.ignoresCase ? ranges.ignoringCase() : ranges)
        appendClass(isNegated ? set.inverted() : CodePointSet(set.sortedRuns))
    }

    private mutating func parseClassRange(
        into ranges: inout CodePointSet, classStart: Int
    ) throws(PatternError) {
        let start = position
        let lower = try parseClassCharacter(classStart: classStart)
        var upper = lower
        if peek() == scalar("-"), let next = peek(1), next != scalar("]") {
            position += 1
            upper = try parseClassCharacter(classStart: classStart)
            guard lower <= upper else {
                throw .backwardRange(textRead(from: start), at: rangeRead(from: start))
            }
        }
        ranges.insert(lower, through: upper)
    }

    private mutating func parseClassCharacter(classStart: Int) throws(PatternError) -> UInt32 {
        guard let next = peek() else { throw .unclosedClass(at: range(from: classStart, count: 1)) }
        if next == scalar("\\") { return try parseCharacterEscape() }
        position += 1
        return next
    }

    /// Reads `[:name:]` or `[:^name:]`, if one stands here.
    private mutating func parsePosixClass() throws(PatternError) -> CodePointSet? {
        guard peek() == scalar("["), peek(1) == scalar(":"), mayHavePosixClass else { return nil }
        let start = position
        var end = position + 2
        while end + 1 < scalars.count, scalars[end] != scalar(":") || scalars[end + 1] != scalar("]") { end += 1 }
        // Without an end the bracket stands for itself, and so do all later ones.
        guard end + 1 < scalars.count else {
            mayHavePosixClass = false
            return nil
        }
        let isNegated = peek(2) == scalar("^")
        let name = text(start + (isNegated ? 3 : 2)..<max(end, start + (isNegated ? 3 : 2)))
        position = end + 2
        let use = NamedClassUse(name: "[:\(name):]", isNegated: isNegated, ignoresCase: flags.ignoresCase)
        guard let set = namedClass(use, find: { NamedClasses.posix(name) }) else {
            throw .unknownClass(textRead(from: start), at: rangeRead(from: start))
        }
        return set
    }

    /// Reads `\d`, `\pL`, `\p{Name}` and the like, if one stands here.
    mutating func parseNamedClass() throws(PatternError) -> CodePointSet? {
        guard peek() == scalar("\\"), let letter = peek(1) else { return nil }
        let start = position
        switch letter {
        case scalar("d"), scalar("s"), scalar("w"), scalar("D"), scalar("S"), scalar("W"):
            position += 2
            // The capital letter negates; 0x20 makes it small.
            let use = NamedClassUse(
                name: "\\\(letter | 0x20)", isNegated: letter & 0x20 == 0, ignoresCase: flags.ignoresCase)
            return namedClass(use) { NamedClasses.perl(letter | 0x20) }
        case scalar("p"), scalar("P"):
            position += 2
            var isNegated = letter == scalar("P")
            let name = try readClassName(from: start, &isNegated)
            let use = NamedClassUse(name: name, isNegated: isNegated, ignoresCase: flags.ignoresCase)
            guard let set = namedClass(use, find: { NamedClasses.unicode(name) }) else {
                throw .unknownClass(textRead(from: start), at: rangeRead(from: start))
            }
            return set
        default: return nil
        }
    }

    /// Reads the `L` or `{Name}` of `\pL` and `\p{Name}`.
    private mutating func readClassName(from start: Int, _ isNegated: inout Bool) throws(PatternError) -> String {
        guard let first = peek() else { throw .unknownEscape(textRead(from: start), at: rangeRead(from: start)) }
        position += 1
        var nameStart = position - 1
        var nameEnd = position
        if first == scalar("{") {
            nameStart = position
            while let next = peek(), next != scalar("}") { position += 1 }
            nameEnd = position
            guard skip("}") else { throw .unknownClass(textRead(from: start), at: rangeRead(from: start)) }
        }
        if nameStart < nameEnd, scalars[nameStart] == scalar("^") {
            isNegated.toggle()
            nameStart += 1
        }
        return text(nameStart..<nameEnd)
    }

    /// The set of a named class; made once a pattern, for there may be thousands of uses.
    private mutating func namedClass(_ use: NamedClassUse, find: () -> CodePointSet?) -> CodePointSet? {
        if let known = namedClasses[use] { return known }
        guard var set = find() else { return nil }
        // Variants are added before the set is negated, as in RE2.
        if use.ignoresCase { set = set.ignoringCase() }
        if use.isNegated { set = set.inverted() }
        namedClasses[use] = set
        return set
    }
}
