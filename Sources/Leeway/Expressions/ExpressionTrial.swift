/// An expression of the Common Expression Language that somebody tries by itself, with values for its names.
///
/// ```swift
/// var trial = ExpressionTrial(SourceFile(name: "<expression>", text: "order.total > 100.0"))
/// trial.values = [ExpressionTrial.Value(name: "order", source: #"{"total": 250.0}"#)]
/// let report = try trial.report()
/// ```
public struct ExpressionTrial: Sendable {
    /// A name, and the expression whose value it has; `?` where that is not to be known.
    public struct Value: Sendable {
        /// The name; it may have dots.
        public let name: String
        /// The expression, which reads no names.
        public let source: String

        /// Makes a value.
        public init(name: String, source: String) {
            self.name = name
            self.source = source
        }
    }

    /// When types are checked.
    public enum Typing: Sendable {
        /// Before anything is evaluated: what does not fit is an error with its place.
        case checked
        /// Value by value, when the expression runs.
        case unchecked
    }

    /// The name that people see for an expression of the command line.
    public static let sourceName = "<expression>"

    /// The expression.
    public let source: SourceFile
    /// What names stand for, in any order.
    public var values: [Value] = []
    /// What is not to be known, such as `order.items[*].price`.
    public var unknowns: [String] = []
    /// The namespace in which names are looked up first; empty for the root.
    public var container = ""
    /// How expressions are read; all libraries are on.
    public var options = CELOptions(libraries: Set(CELLibrary.allCases))
    /// When types are checked.
    public var typing = Typing.checked
    /// Whether the report tells of every part.
    public var explainsParts = false

    /// Prepares an expression.
    public init(_ source: SourceFile) { self.source = source }

    /// Prepares an expression that was given in words, or stands on standard input where it is called `-`.
    public init(reading argument: String) throws(LeewayError) {
        guard argument == "-" else {
            self.init(SourceFile(name: Self.sourceName, text: argument))
            return
        }
        let file = try OpenFile(reading: argument)
        var bytes = try file.contents(byteCountMax: 2 * CELLimits().sourceByteCountMax)
        // A line end after the expression is no part of it, and errors at the end stand behind its last word.
        while let last = bytes.last, [0x0A, 0x0D, 0x20, 0x09].contains(last) { bytes.removeLast() }
        self.init(SourceFile(name: file.name, utf8: bytes))
    }

    /// Evaluates the expression.
    ///
    /// - Returns: what came of it; what is wrong with the expression, and with the values, is told all at once.
    /// - Throws: ``LeewayError/invalidRequest(message:help:)`` for a name that cannot be one, or is given twice.
    public func report() throws(LeewayError) -> ExpressionReport {
        var bindings = try ExpressionBindings(self)
        if let misplaced = source.firstInvalidOffset {
            bindings.diagnostics.add(.notUTF8(at: misplaced, in: source))
            return ExpressionReport(evaluation: nil, diagnostics: bindings.diagnostics.sorted)
        }
        let environment = CELEnvironment(bindings.declarations, options: options)
        let (expression, issues) = typing.compile(String(decoding: source.utf8, as: UTF8.self), environment)
        let advice = issues.isEmpty ? nil : wordsAdvice()
        for issue in issues { bindings.diagnostics.add(.expressionIssue(issue, in: source, help: advice)) }
        guard let expression, !bindings.diagnostics.hasErrors else {
            return ExpressionReport(evaluation: nil, diagnostics: bindings.diagnostics.sorted)
        }
        let evaluation = evaluate(expression, environment, bindings)
        if case .error(let error) = evaluation.value {
            bindings.diagnostics.add(.evaluationFailed(error, in: source))
        }
        return ExpressionReport(evaluation: evaluation, diagnostics: bindings.diagnostics.sorted)
    }

    /// Advice for an expression that is right as a rulebook's condition; nil where it is not.
    private func wordsAdvice() -> String? {
        let text = String(decoding: source.utf8, as: UTF8.self)
        var wordOptions = options
        wordOptions.wordOperators = true
        guard CELEnvironment(options: options).parse(text).tree == nil,
            CELEnvironment(options: wordOptions).parse(text).tree != nil
        else { return nil }
        return "`and`, `or` and `not` are operators with `--words`, as in rulebooks"
    }

    private func evaluate(
        _ expression: CELCheckedExpression, _ environment: CELEnvironment, _ bindings: ExpressionBindings
    ) -> ExpressionReport.Evaluation {
        let value: CELValue
        let cost: Int
        var parts: [ExpressionReport.Part]?
        if explainsParts {
            let explanation = environment.explain(expression, bindings.variables, unknowns: bindings.unknowns)
            value = explanation.value
            cost = explanation.cost
            parts = explanation.reportedParts(in: source, environment)
        } else {
            let program = environment.program(for: expression)
            let frame = program.frame(bindings.variables, unknowns: bindings.unknowns)
            value = program.evaluate(frame)
            cost = frame.cost
        }
        var residual: String?
        if case .unknown = value {
            residual =
                environment.partiallyEvaluate(expression, bindings.variables, unknowns: bindings.unknowns).residual
        }
        return ExpressionReport.Evaluation(
            value: value, text: environment.text(of: value), type: expression.type, cost: cost,
            estimate: environment.estimateCost(of: expression), residual: residual, parts: parts)
    }
}

extension ExpressionTrial.Typing {
    /// Reads an expression.
    func compile(
        _ text: String, _ environment: CELEnvironment
    ) -> (expression: CELCheckedExpression?, issues: [CELIssue]) {
        let parsing = environment.parse(text)
        guard let tree = parsing.tree else { return (nil, parsing.issues) }
        switch self {
        case .checked:
            let checking = environment.check(tree)
            return (checking.expression, checking.issues)
        case .unchecked: return (environment.resolve(tree), [])
        }
    }
}

extension SourceFile {
    /// The offset of the first byte that belongs to no character of UTF-8; nil where all do.
    fileprivate var firstInvalidOffset: Int? {
        let repaired = String(decoding: utf8, as: UTF8.self).utf8
        return zip(utf8, repaired).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    }
}
