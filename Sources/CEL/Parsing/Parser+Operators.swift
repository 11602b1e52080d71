extension Parser {
    /// The precedence of the word `not`: looser than a comparison, tighter than `and`.
    private static let wordNotPrecedence = 3

    /// The operator that stands between two operands; nil for any other token.
    private static func binaryOperator(_ token: Token.Kind) -> CELOperator? {
        switch token {
        case .and: .and
        case .or: .or
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .in: .in
        case .plus: .add
        case .minus: .subtract
        case .star: .multiply
        case .slash: .divide
        case .percent: .remainder
        case .end, .identifier, .quotedIdentifier, .int, .uint, .double, .string, .bytes, .true, .false, .null, .not,
            .wordNot, .question, .colon, .comma, .dot, .openParenthesis, .closeParenthesis, .openBracket, .closeBracket,
            .openBrace, .closeBrace, .invalid:
            nil
        }
    }

    private var top: Int { contexts.count - 1 }

    /// Reads signs and what they stand before; nil where that opens a bracket.
    mutating func start() throws(Halt) -> Operand? {
        var signCount = 0
        while token.kind == .wordNot {
            try sign(.not, at: token.range, precedence: Self.wordNotPrecedence, count: &signCount)
            try advance()
        }
        while token.kind == .not {
            try sign(.not, at: token.range, precedence: CELOperator.not.precedence, count: &signCount)
            try advance()
        }
        guard token.kind == .minus else { return try primary() }
        // The language takes a run of one sign or of the other, and a number with its minus.
        let followsNot =
            contexts[top].pending.last.map { $0.isPrefix && $0.symbol == .not && $0.precedence > 3 } ?? false
        while token.kind == .minus {
            let minus = token.range
            try advance()
            if token.kind == .int || token.kind == .double { return try number(negatedBy: minus) }
            guard !followsNot else {
                throw halt(CELIssue(.unexpectedToken, "expected an expression, found `-`", range: minus))
            }
            try sign(.negate, at: minus, precedence: CELOperator.negate.precedence, count: &signCount)
        }
        return try primary()
    }

    /// Lets a sign wait for its operand; each becomes a level, so a run that is too long is refused before it is read.
    private mutating func sign(
        _ symbol: CELOperator, at range: Range<Int>, precedence: Int, count: inout Int
    ) throws(Halt) {
        count += 1
        guard count <= options.limits.depthMax else { throw tooDeep(at: range) }
        contexts[top].pending.append(
            Context.Pending(symbol: symbol, range: range, isPrefix: true, precedence: precedence))
    }

    /// Takes an operand, and an operator after it; false where none follows.
    mutating func operate(on operand: Operand) throws(Halt) -> Bool {
        contexts[top].operands.append(operand)
        guard let symbol = Self.binaryOperator(token.kind) else {
            guard token.kind == .question else { return false }
            if case .choice = contexts[top].kind { return false }
            let condition = try reduceAll()
            try open(.choice(condition, sign: token.range), start: condition.range.lowerBound)
            return true
        }
        let next = Context.Pending(symbol: symbol, range: token.range, isPrefix: false, precedence: symbol.precedence)
        while let last = contexts[top].pending.last, Self.isReduced(last, before: next) { try reduce() }
        contexts[top].pending.append(next)
        try advance()
        return true
    }

    /// Whether an operator takes its operands before the next one; `&&` and `||` wait to become one node each.
    private static func isReduced(_ last: Context.Pending, before next: Context.Pending) -> Bool {
        if last.symbol == next.symbol, last.symbol == .and || last.symbol == .or { return false }
        return last.precedence >= next.precedence
    }

    /// Applies all operators that wait in the topmost context.
    mutating func reduceAll() throws(Halt) -> Operand {
        while !contexts[top].pending.isEmpty { try reduce() }
        guard let operand = contexts[top].operands.popLast() else { throw unexpected("an expression") }
        return operand
    }

    /// Makes a node of the last operator that waits and its operands.
    private mutating func reduce() throws(Halt) {
        let last = contexts[top].pending.removeLast()
        var count = last.isPrefix ? 1 : 2
        if last.symbol == .and || last.symbol == .or {
            while let below = contexts[top].pending.last, below.symbol == last.symbol {
                contexts[top].pending.removeLast()
                count += 1
            }
        }
        let arguments = Array(contexts[top].operands.suffix(count))
        contexts[top].operands.removeLast(count)
        let start = last.isPrefix ? last.range.lowerBound : arguments[0].range.lowerBound
        let range = start..<arguments[count - 1].range.upperBound
        let node = try make(
            .call(last.symbol.rawValue, target: nil, arguments: arguments.map(\.expression)), range,
            nameRange: last.range)
        contexts[top].operands.append(Operand(expression: node, range: range))
    }
}
