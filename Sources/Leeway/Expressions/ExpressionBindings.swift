/// What the names of a tried expression stand for.
struct ExpressionBindings {
    /// The names with their types.
    private(set) var declarations = CELDeclarations()
    /// The values that are given.
    private(set) var variables: [String: CELValue] = [:]
    /// What is not to be known.
    private(set) var unknowns: [CELAttributePattern] = []
    /// What is wrong with the values.
    var diagnostics = DiagnosticCollector()

    private let environment: CELEnvironment
    private let typing: ExpressionTrial.Typing

    init(_ trial: ExpressionTrial) throws(LeewayError) {
        environment = CELEnvironment(options: trial.options)
        typing = trial.typing
        if !trial.container.isEmpty {
            guard isName(trial.container) else {
                throw .invalidRequest(
                    message: "`\(trial.container)` cannot be a container",
                    help: "a container is a name, with dots where it has several parts, such as `com.example`")
            }
            declarations.container = trial.container
        }
        var seen: Set<String> = []
        for value in trial.values {
            guard seen.insert(value.name).inserted else {
                throw .invalidRequest(message: "`\(value.name)` is given twice", help: "give it one value")
            }
            if value.source != "?" { try add(value) }
        }
        let open = trial.values.filter { $0.source == "?" }.map(\.name)
        for text in open + trial.unknowns { try addUnknown(text) }
    }

    /// Whether a text is a name, or names with dots between them.
    private func isName(_ text: String) -> Bool {
        guard let root = environment.parse(text).tree?.root, root.isPathOfNames else { return false }
        return root.description == text && !text.hasPrefix(".")
    }

    // MARK: Values

    private mutating func add(_ value: ExpressionTrial.Value) throws(LeewayError) {
        guard isName(value.name) else {
            throw .invalidRequest(
                message: "`\(value.name)` cannot be a name in an expression",
                help: "a name has letters, digits and `_`, with dots between its parts, such as `order.total`")
        }
        let file = SourceFile(name: "<--set \(value.name)>", text: value.source)
        let (expression, issues) = typing.compile(value.source, environment)
        for (index, issue) in issues.enumerated() {
            let help = index == 0 ? value.quoted : nil
            diagnostics.add(
                .expressionIssue(issue, in: file, help: help ?? issue.help ?? Self.constantHelp(issue, in: file)))
        }
        guard let expression else {
            // Whatever it was meant to be, what else is wrong can be told as well.
            declarations.variable(value.name, .dyn)
            return
        }
        let result = environment.program(for: expression).evaluate([:])
        if case .error(let error) = result {
            diagnostics.add(.evaluationFailed(error, in: file, help: value.quoted))
        } else if value.isDate {
            diagnostics.add(.dateAsSubtraction(value, result: environment.text(of: result), in: file))
        }
        declarations.variable(value.name, expression.type)
        variables[value.name] = result
    }

    private static func constantHelp(_ issue: CELIssue, in file: SourceFile) -> String? {
        guard issue.code == .unknownName else { return nil }
        let name = SourceRange(
            file: file, lowerBound: issue.range.lowerBound, upperBound: issue.range.upperBound
        ).text
        return "a value reads no other names; a text or a key stands in quotes: `\"\(name)\"`"
    }

    // MARK: What is unknown

    private mutating func addUnknown(_ text: String) throws(LeewayError) {
        guard let path = AttributePathReader(text, environment).path else {
            throw .invalidRequest(
                message: "`\(text)` does not say what is unknown",
                help: "name a value or a part of one, such as `order`, `order.total`, `order.items[*].price`, "
                    + "`headers[\"x\"]` or `items[0]`")
        }
        // A part of a value that is given is unknown inside it; other names are unknown as a whole.
        let count = (1...path.names.count).reversed().first { variables[Self.joined(path.names.prefix($0))] != nil }
        let variable = Self.joined(path.names.prefix(count ?? path.names.count))
        if count == nil { declarations.variable(variable, .dyn) }
        let fields = path.names.dropFirst(count ?? path.names.count).map(CELAttributePattern.Qualifier.key)
        unknowns.append(CELAttributePattern(variable, fields + path.qualifiers))
    }

    private static func joined(_ names: ArraySlice<String>) -> String { names.joined(separator: ".") }
}

extension ExpressionTrial.Value {
    /// Advice for a text whose quotes were left out, or were taken by the shell; nil where it has quotes.
    fileprivate var quoted: String? {
        if source.hasPrefix("=") { return "one `=` is enough: `--set '\(name)=…'`" }
        guard !source.contains(where: { "\"'\\".contains($0) }) else { return nil }
        if CELTimestamp(parsing: source) != nil {
            return "an instant is written `--set '\(name)=timestamp(\"\(source)\")'`"
        }
        if CELDuration(parsing: source) != nil {
            return "a length of time is written `--set '\(name)=duration(\"\(source)\")'`"
        }
        guard source.allSatisfy({ $0.isLetter || $0.isNumber || " -_.:,/@%".contains($0) }) else { return nil }
        return "a text is written in quotes: `--set '\(name)=\"\(source)\"'`"
    }

    /// Whether the value looks like a date, which the language reads as a subtraction.
    fileprivate var isDate: Bool {
        let parts = source.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [4, 2, 2]
            && parts.allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
    }
}
