/// Reads an expression from its tokens.
///
/// Brackets that are open and operators that wait stand on stacks of its own, so that no source can exhaust the
/// machine's. Their depth and the height of the tree are limited. The first error of syntax ends the parse: what
/// follows one is guesswork.
struct Parser {
    /// Thrown once the reason is in the list of issues.
    struct Halt: Error {}

    /// A node and where it stands with the brackets around it.
    struct Operand {
        let expression: CELExpression
        let range: Range<Int>
    }

    let options: CELOptions
    var issues: IssueList
    /// What is open; the first is the whole expression.
    var contexts: [Context] = [Context(.whole, start: 0)]
    private var lexer: Lexer
    private(set) var token = Token(kind: .end, range: 0..<0)
    private var nodeCount = 0

    /// Parses a source.
    static func parse(_ source: String, options: CELOptions) -> CELParsing {
        let byteCount = source.utf8.count
        let byteCountMax = options.limits.sourceByteCountMax
        guard byteCount <= byteCountMax else {
            let issue = CELIssue(
                .sourceTooLong, "the expression has \(byteCount) bytes, more than the \(byteCountMax) allowed",
                range: 0..<byteCount, help: "split it into several")
            return CELParsing(tree: nil, issues: [issue])
        }
        var parser = Parser(Array(source.utf8), options: options)
        let root = try? parser.parse()
        guard let root, parser.issues.isEmpty else { return CELParsing(tree: nil, issues: parser.issues.sorted) }
        return CELParsing(
            tree: CELSyntaxTree(source: source, root: root, nodeCount: parser.nodeCount), issues: [])
    }

    private init(_ bytes: [UInt8], options: CELOptions) {
        self.options = options
        self.issues = IssueList(countMax: options.limits.issueCountMax)
        self.lexer = Lexer(bytes, wordOperators: options.wordOperators)
    }

    private mutating func parse() throws(Halt) -> CELExpression {
        try advance()
        if token.kind == .end {
            throw halt(CELIssue(.unexpectedToken, "expected an expression, found nothing", range: token.range))
        }
        while true {
            guard var operand = try start() else { continue }
            following: while true {
                switch try follow(operand) {
                case .opened: break following
                case .operand(let next): operand = next
                case .root(let root): return root
                }
            }
        }
    }

    /// What comes after an operand.
    enum Following {
        /// Another operand is due.
        case opened
        /// The operand was continued, or a bracket was closed and is an operand in turn.
        case operand(Operand)
        /// The end was reached.
        case root(CELExpression)
    }

    /// Reads what stands after an operand: what is selected from it, an operator, or the end of what is open.
    private mutating func follow(_ operand: Operand) throws(Halt) -> Following {
        switch token.kind {
        case .dot: return try selection(from: operand)
        case .openBracket:
            try open(.index(operand, isOptional: false), start: operand.range.lowerBound)
            if try takeOptionalSign() {
                contexts[contexts.count - 1].kind = .index(operand, isOptional: true)
            }
            return .opened
        case .openBrace:
            if let name = Self.qualifiedName(of: operand.expression) { return try record(name, operand) }
        default: break
        }
        if try operate(on: operand) { return .opened }
        return try deliver(try reduceAll())
    }

    // MARK: Tokens

    /// Moves to the next token; one that cannot be read ends the parse.
    mutating func advance() throws(Halt) {
        token = lexer.next()
        if let issue = lexer.issue { throw halt(issue) }
    }

    /// Whether the next token is of a kind, which is then passed.
    mutating func take(_ kind: Token.Kind) throws(Halt) -> Bool {
        guard token.kind == kind else { return false }
        try advance()
        return true
    }

    /// Passes a `?` that makes what follows optional; false where there is none.
    mutating func takeOptionalSign() throws(Halt) -> Bool {
        guard token.kind == .question else { return false }
        guard options.libraries.contains(.optionals) else {
            throw halt(
                CELIssue(
                    .libraryIsOff, "`?` here belongs to the library of optionals, which is off", range: token.range,
                    help: "ask for presence with `has(...)`"))
        }
        try advance()
        return true
    }

    func text(_ range: Range<Int>) -> String { lexer.text(range) }
    func slice(_ range: Range<Int>) -> ArraySlice<UInt8> { lexer.slice(range) }

    // MARK: Nodes

    /// Makes a node unless the tree would grow too high.
    mutating func make(
        _ kind: CELExpression.Kind, _ range: Range<Int>, nameRange: Range<Int>? = nil
    ) throws(Halt) -> CELExpression {
        nodeCount += 1
        let node = CELExpression(id: nodeCount, range: range, nameRange: nameRange, kind: kind)
        guard node.height <= options.limits.depthMax else { throw tooDeep(at: range) }
        return node
    }

    /// Passes an opening token; what follows stands one level deeper.
    mutating func open(_ kind: Context.Kind, start: Int) throws(Halt) {
        guard contexts.count <= options.limits.depthMax else { throw tooDeep(at: token.range) }
        contexts.append(Context(kind, start: start))
        try advance()
    }

    // MARK: Issues

    /// Notes an issue that ends the parse.
    mutating func halt(_ issue: CELIssue) -> Halt {
        issues.add(issue)
        return Halt()
    }

    /// The halt for a token that should have been something else.
    mutating func unexpected(_ expected: String) -> Halt {
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
        default: nil
        }
    }

    /// The end of a parse at whatever stands a level too deep.
    mutating func tooDeep(at range: Range<Int>) -> Halt {
        halt(
            CELIssue(
                .nestingTooDeep, "the expression is nested deeper than \(options.limits.depthMax) levels", range: range,
                help: "split it into several"))
    }
}
