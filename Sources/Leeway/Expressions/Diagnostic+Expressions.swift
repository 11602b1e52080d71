extension Diagnostic.Code {
    /// An expression in bytes that are not UTF-8.
    public static let expressionNotUTF8 = Self(rawValue: "EX0001")
    /// A value that looks like a date and is a subtraction.
    public static let dateAsSubtraction = Self(rawValue: "EX0002")
    /// An evaluation that failed.
    public static let evaluationFailed = Self(rawValue: "EX0101")
}

extension Diagnostic {
    static func notUTF8(at offset: Int, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: .expressionNotUTF8, severity: .error, message: "the expression is not valid UTF-8 here",
            range: SourceRange(file: file, lowerBound: offset, upperBound: offset + 1),
            help: "save it as UTF-8")
    }

    static func dateAsSubtraction(_ value: ExpressionTrial.Value, result: String, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: .dateAsSubtraction, severity: .warning,
            message: "this is a subtraction, not a date; `\(value.name)` is \(result)", range: file.wholeRange,
            help: "an instant is written `--set '\(value.name)=timestamp(\"\(value.source)T00:00:00Z\")'`")
    }

    /// What is wrong with an expression, under the code that the language's module gives it.
    static func expressionIssue(_ issue: CELIssue, in file: SourceFile, help: String? = nil) -> Diagnostic {
        let range = SourceRange(file: file, lowerBound: issue.range.lowerBound, upperBound: issue.range.upperBound)
        var help = help ?? issue.help
        if help == nil, issue.code == .unknownName {
            help =
                "give it a value with `--set '\(range.text)=…'`, or leave it open with `--set '\(range.text)=?'`; "
                + "a text stands in quotes"
        }
        if help == nil, issue.code == .libraryIsOff { help = "switch it on with `--library`" }
        return Diagnostic(
            code: Code(rawValue: issue.code.rawValue), severity: .error, message: issue.message, range: range,
            help: help)
    }

    static func evaluationFailed(_ error: CELError, in file: SourceFile, help: String? = nil) -> Diagnostic {
        let place = error.range ?? 0..<file.utf8.count
        return Diagnostic(
            code: .evaluationFailed, severity: .error, message: error.message,
            range: SourceRange(file: file, lowerBound: place.lowerBound, upperBound: place.upperBound),
            help: help ?? (error.code == .noSuchKey ? "ask first whether it is there, with `has(…)` or `in`" : nil))
    }
}
