/// Reads an expression from its tokens.
///
/// Operators are reduced by precedence on stacks of its own, so that the machine's stack grows only with brackets;
/// their depth and the height of the tree are limited. The first error of syntax ends the parse: what follows one is
/// guesswork.
final class Parser {
    /// Thrown once the reason is in the list of issues.
    struct Halt: Error {}

    /// A node and where it stands with the brackets around it.
    struct Operand {
        let expression: CELExpression
        let range: Range<Int>
    }

    let options: CELOptions
    var issues: IssueList
    private var lexer: Lexer
    private(set) var token: Token
    private var depth = 0
    private var nodeCount = 0

    /// Parses a source.
    static func parse(_ source: String, options: CELOptions) -> (root: CELExpression?, issues: [CELIssue]) {
        let limits = options.limits
        let byteCount = source.utf8.count
        guard byteCount <= limits.sourceByteCountMax else {
            let issue = CELIssue(
                .sourceTooLong,
                "the expression has \(byteCount) bytes, more than the \(limits.sourceByteCountMax) allowed",
                range: 0..<byteCount, help: "split it into several")
            return (nil, [issue])
        }
        let parser = Parser(Array(source.utf8), options: options)
        let root = try? parser.parse()
        return (parser.issues.isEmpty ? root : nil, parser.issues.sorted)
    }

    private init(_ bytes: [UInt8], options: CELOptions) {
        self.options = options
        self.issues = IssueList(countMax: options.limits.issueCountMax)
        self.lexer = Lexer(bytes, wordOperators: options.wordOperators)
        self.token = Token(kind: .end, range: 0..<0)
    }

    private func parse() throws(Halt) -> CELExpression {
        try advance()
        if token.kind == .end {
            throw halt(CELIssue(.unexpectedToken, "expected an expression, found nothing", range: token.range))
        }
        let root = try expression()
        guard token.kind == .end else { throw unexpected("the end of the expression") }
        return root.expression
    }

    /// Reads `a`, or `a ? b : c`.
    func expression() throws(Halt) -> Operand {
        depth += 1
        defer { depth -= 1 }
        guard depth <= options.limits.depthMax else { throw tooDeep(at: token.range) }
        let condition = try operation()
        guard token.kind == .question else { return condition }
        let sign = token.range
        try advance()
        let first = try operation()
        guard token.kind == .colon else { throw unexpected("`:` and what it is otherwise") }
        try advance()
        let second = try expression()
        let range = condition.range.lowerBound..<second.range.upperBound
        let node = try make(
            .call(
                CELOperator.conditional.rawValue, target: nil,
                arguments: [condition.expression, first.expression, second.expression]),
            range, nameRange: sign)
        return Operand(expression: node, range: range)
    }

    // MARK: Tokens

    /// Moves to the next token; one that cannot be read ends the parse.
    func advance() throws(Halt) {
        token = lexer.next()
        if let issue = lexer.issue { throw halt(issue) }
    }

    /// Whether the next token is of a kind, which is then passed.
    func take(_ kind: Token.Kind) throws(Halt) -> Bool {
        guard token.kind == kind else { return false }
        try advance()
        return true
    }

    func text(_ range: Range<Int>) -> String { lexer.text(range) }
    func slice(_ range: Range<Int>) -> ArraySlice<UInt8> { lexer.slice(range) }

    // MARK: Nodes

    /// Makes a node unless the tree would grow too high.
    func make(
        _ kind: CELExpression.Kind, _ range: Range<Int>, nameRange: Range<Int>? = nil
    ) throws(Halt) -> CELExpression {
        nodeCount += 1
        let node = CELExpression(id: nodeCount, range: range, nameRange: nameRange, kind: kind)
        guard node.height <= options.limits.depthMax else { throw tooDeep(at: range) }
        return node
    }

    // MARK: Issues

    /// Notes an issue that ends the parse.
    func halt(_ issue: CELIssue) -> Halt {
        issues.add(issue)
        return Halt()
    }

    /// The halt for a token that should have been something else.
    func unexpected(_ expected: String) -> Halt {
        guard token.kind != .end else {
            return halt(CELIssue(.unexpectedToken, "expected \(expected), found the end", range: token.range))
        }
        let found = text(token.range)
        return halt(
            CELIssue(
                .unexpectedToken, "expected \(expected), found `\(found)`", range: token.range, help: advice(for: found)
            ))
    }

    private func advice(for found: String) -> String? {
        switch found {
        case "and": "write `&&`"
        case "or": "write `||`"
        case "not": "write `!`"
        case "is": "write `==` to compare"
        case "?": "`.?` and `[?` are not yet available"
        default: nil
        }
    }

    /// The halt for nesting beyond the limit.
    func tooDeep(at range: Range<Int>) -> Halt {
        halt(
            CELIssue(
                .nestingTooDeep, "the expression is nested deeper than \(options.limits.depthMax) levels", range: range,
                help: "split it into several"))
    }
}
