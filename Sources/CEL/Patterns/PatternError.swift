/// Why a text is not a pattern.
struct PatternError: Error, Hashable {
    /// What is wrong, lower case, without a period, the pattern's own words in backticks.
    let message: String
    /// Where, in UTF-8 bytes of the pattern.
    let range: Range<Int>
}

extension PatternError {
    static func tooLong(_ byteCountMax: Int, in range: Range<Int>) -> PatternError {
        PatternError(message: "the pattern is longer than \(byteCountMax) bytes", range: range)
    }

    static func tooLarge(_ instructionCountMax: Int, in range: Range<Int>) -> PatternError {
        PatternError(message: "the pattern takes more than \(instructionCountMax) instructions", range: range)
    }

    static func tooDeep(_ depthMax: Int, at range: Range<Int>) -> PatternError {
        PatternError(message: "groups are nested deeper than \(depthMax)", range: range)
    }

    static func unclosedGroup(at range: Range<Int>) -> PatternError {
        PatternError(message: "`(` is not closed by `)`", range: range)
    }

    static func unopenedGroup(at range: Range<Int>) -> PatternError {
        PatternError(message: "`)` closes no group", range: range)
    }

    static func unknownGroup(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(message: "`\(text)` opens no known kind of group and sets no known flags", range: range)
    }

    static func lookAround(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(message: "looking around with `\(text)` is not supported", range: range)
    }

    static func badGroupName(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(message: "`\(text)` does not name a group", range: range)
    }

    static func nothingToRepeat(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(message: "nothing stands before `\(text)` that it could repeat", range: range)
    }

    static func doubleRepetition(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(message: "`\(text)` repeats a repetition; put the inner one in a group", range: range)
    }

    static func tooManyRepetitions(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(
            message: "`\(text)` repeats more than \(RepetitionBounds.countMax) times", range: range)
    }

    static func tooManyNestedRepetitions(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(
            message: "with the repetitions inside, `\(text)` repeats more than \(RepetitionBounds.countMax) times",
            range: range)
    }

    static func backwardRepetition(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(message: "`\(text)` allows fewer repetitions than it asks for", range: range)
    }

    static func trailingBackslash(at range: Range<Int>) -> PatternError {
        PatternError(message: "the backslash at the end escapes nothing", range: range)
    }

    static func backReference(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(message: "the back-reference `\(text)` is not supported", range: range)
    }

    static func unknownEscape(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(message: "`\(text)` is not an escape", range: range)
    }

    static func unclosedClass(at range: Range<Int>) -> PatternError {
        PatternError(message: "`[` is not closed by `]`", range: range)
    }

    static func unknownClass(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(message: "`\(text)` is not a known class of characters", range: range)
    }

    static func backwardRange(_ text: String, at range: Range<Int>) -> PatternError {
        PatternError(message: "the range `\(text)` ends before it begins", range: range)
    }
}
