extension PatternParser {
    /// Reads an escape outside of brackets.
    mutating func parseEscape() throws(PatternError) {
        switch peek(1) {
        case scalar("b"): appendPlace(.wordBoundary)
        case scalar("B"): appendPlace(.noWordBoundary)
        case scalar("A"): appendPlace(.textBegin)
        case scalar("z"): appendPlace(.textEnd)
        case scalar("C"):
            position += 2
            appendNode(.anyByte)
        case scalar("Q"): parseQuotation()
        default:
            if let set = try parseNamedClass() { return appendClass(set) }
            appendLiteral(try parseCharacterEscape())
        }
    }

    private mutating func appendPlace(_ place: PatternPlaces) {
        position += 2
        appendNode(.place(place))
    }

    /// Reads `\Q…\E`, whose end may be left out.
    private mutating func parseQuotation() {
        position += 2
        while let next = peek() {
            if next == scalar("\\"), peek(1) == scalar("E") {
                position += 2
                return
            }
            position += 1
            appendLiteral(next)
        }
    }

    /// Reads an escape that stands for one code point.
    mutating func parseCharacterEscape() throws(PatternError) -> UInt32 {
        let start = position
        position += 1
        guard let letter = peek() else { throw .trailingBackslash(at: rangeRead(from: start)) }
        position += 1
        switch letter {
        case scalar("1")...scalar("7"):
            guard let next = peek(), isOctal(next) else {
                throw .backReference(textRead(from: start), at: rangeRead(from: start))
            }
            return readOctal(startingWith: letter)
        case scalar("8"), scalar("9"): throw .backReference(textRead(from: start), at: rangeRead(from: start))
        case scalar("0"): return readOctal(startingWith: letter)
        case scalar("x"): return try readHexadecimal(from: start)
        case scalar("a"): return 0x07
        case scalar("f"): return 0x0C
        case scalar("n"): return 0x0A
        case scalar("r"): return 0x0D
        case scalar("t"): return 0x09
        case scalar("v"): return 0x0B
        default:
            // As in RE2, any ASCII character but a letter or digit may be escaped, even a control character.
            guard letter < 0x80, letter == scalar("_") || !isWordByte(UInt8(truncatingIfNeeded: letter)) else {
                throw .unknownEscape(textRead(from: start), at: rangeRead(from: start))
            }
            return letter
        }
    }

    private func isOctal(_ digit: UInt32) -> Bool { (0x30...0x37).contains(digit) }

    /// Reads up to two more octal digits.
    private mutating func readOctal(startingWith digit: UInt32) -> UInt32 {
        var value = digit - 0x30
        for _ in 0..<2 {
            guard let next = peek(), isOctal(next) else { break }
            value = value * 8 + next - 0x30
            position += 1
        }
        return value
    }

    /// Reads two hexadecimal digits, or any number of them in braces.
    private mutating func readHexadecimal(from start: Int) throws(PatternError) -> UInt32 {
        let isBraced = skip("{")
        var value: UInt32 = 0
        var digitCount = 0
        while let next = peek(), let digit = hexadecimalValue(next), isBraced || digitCount < 2 {
            value = value * 16 + digit
            digitCount += 1
            position += 1
            guard value <= CodePointSet.last else { break }
        }
        let isComplete = isBraced ? digitCount > 0 && skip("}") : digitCount == 2
        guard isComplete, value <= CodePointSet.last else {
            throw .unknownEscape(textRead(from: start), at: rangeRead(from: start))
        }
        return value
    }

    private func hexadecimalValue(_ digit: UInt32) -> UInt32? {
        switch digit {
        case scalar("0")...scalar("9"): digit - 0x30
        case scalar("a")...scalar("f"): digit - 0x61 + 10
        case scalar("A")...scalar("F"): digit - 0x41 + 10
        default: nil
        }
    }
}

/// Whether a byte is a word character of `\b` and `\w`.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
}
