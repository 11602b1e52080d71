extension PatternParser {
    /// Reads `(`, or `(?` with a name or flags.
    mutating func openGroup() throws(PatternError) {
        let start = position
        guard peek(1) == scalar("?") else {
            position += 1
            return try pushGroup(from: start, innerFlags: flags)
        }
        try refuseLookAround()
        if peek(2) == scalar("<") || (peek(2) == scalar("P") && peek(3) == scalar("<")) {
            return try openNamedGroup()
        }
        try parseFlags()
    }

    /// Reads `)`.
    mutating func closeGroup() throws(PatternError) {
        guard groups.count > 1 else { throw .unopenedGroup(at: range(from: position, count: 1)) }
        position += 1
        let node = finishAlternatives()
        flags = groups[groups.count - 1].outerFlags
        groups.removeLast()
        groups[groups.count - 1].sequence.append(node)
    }

    private mutating func pushGroup(from start: Int, innerFlags: Flags) throws(PatternError) {
        guard groups.count <= limits.depthMax else {
            throw .tooDeep(limits.depthMax, at: rangeRead(from: start))
        }
        groups.append(OpenGroup(start: start, outerFlags: flags))
        flags = innerFlags
    }

    private func refuseLookAround() throws(PatternError) {
        let signs = [scalar("="), scalar("!")]
        if let sign = peek(2), signs.contains(sign) {
            throw .lookAround(text(position..<position + 3), at: range(from: position, count: 3))
        }
        if peek(2) == scalar("<"), let sign = peek(3), signs.contains(sign) {
            throw .lookAround(text(position..<position + 4), at: range(from: position, count: 4))
        }
    }

    private mutating func openNamedGroup() throws(PatternError) {
        let start = position
        position += peek(2) == scalar("P") ? 4 : 3
        let nameStart = position
        while let next = peek(), next != scalar(">") { position += 1 }
        let name = nameStart..<position
        guard skip(">"), !name.isEmpty, name.allSatisfy({ NamedClasses.groupName.contains(scalars[$0]) }) else {
            throw .badGroupName(textRead(from: start), at: rangeRead(from: start))
        }
        // As in RE2, several groups may have one name, which means nothing here.
        try pushGroup(from: start, innerFlags: flags)
    }

    /// Reads `(?flags)`, `(?flags:` and `(?:`; `U` only chooses among matches and so changes nothing here.
    private mutating func parseFlags() throws(PatternError) {
        let start = position
        position += 2
        var newFlags = flags
        var isOn = true
        var isFlagDue = false
        while let next = peek() {
            position += 1
            switch next {
            case scalar("i"): newFlags.ignoresCase = isOn
            case scalar("m"): newFlags.linesCount = isOn
            case scalar("s"): newFlags.dotIsAny = isOn
            case scalar("U"): break
            case scalar("-") where isOn:
                isOn = false
                isFlagDue = true
                continue
            case scalar(":") where !isFlagDue: return try pushGroup(from: start, innerFlags: newFlags)
            case scalar(")") where !isFlagDue:
                flags = newFlags
                return
            default: throw .unknownGroup(textRead(from: start), at: rangeRead(from: start))
            }
            isFlagDue = false
        }
        throw .unclosedGroup(at: rangeRead(from: start))
    }
}
