extension Parser {
    /// Reads a literal or a name, or opens a bracket; nil where one was opened that wants an expression.
    mutating func primary() throws(Halt) -> Operand? {
        let start = token.range.lowerBound
        switch token.kind {
        case .openParenthesis:
            try open(.parenthesis, start: start)
            return nil
        case .openBracket:
            try open(.list, start: start)
            if token.kind == .closeBracket { return try close() }
            try markOptional()
            return nil
        case .openBrace:
            try open(.map, start: start)
            if token.kind == .closeBrace { return try close() }
            try markOptional()
            return nil
        case .dot, .identifier: return try name()
        default: return try literal()
        }
    }

    private mutating func name() throws(Halt) -> Operand? {
        let start = token.range.lowerBound
        let isRooted = try take(.dot)
        guard token.kind == .identifier else { throw unexpected("a name after the dot") }
        let nameRange = token.range
        let name = try word()
        if Lexer.reservedWords.contains(name) {
            issues.add(
                CELIssue(.reservedWord, "`\(name)` is a reserved word", range: nameRange, help: "use another name"))
        }
        guard token.kind != .openParenthesis else {
            try open(.arguments(name: name, nameRange: nameRange, target: nil, isRooted: isRooted), start: start)
            return token.kind == .closeParenthesis ? try close() : nil
        }
        let range = start..<nameRange.upperBound
        let node = try make(.identifier(name, isRooted: isRooted), range, nameRange: nameRange)
        return Operand(expression: node, range: range)
    }

    /// Reads `.name` or `.name(` after something.
    mutating func selection(from operand: Operand) throws(Halt) -> Following {
        try advance()
        let isOptional = try takeOptionalSign()
        let nameRange = token.range
        let isQuoted = token.kind == .quotedIdentifier
        guard let name = try selectedName() else { throw unexpected("a name after the dot") }
        let start = operand.range.lowerBound
        if isOptional {
            let field = try make(.literal(.text(name)), nameRange)
            let range = start..<nameRange.upperBound
            let node = try make(
                .call(
                    CELOperator.optionalSelect.rawValue, target: nil, arguments: [operand.expression, field]), range,
                nameRange: nameRange)
            return .operand(Operand(expression: node, range: range))
        }
        guard token.kind != .openParenthesis else {
            guard !isQuoted else {
                throw halt(
                    CELIssue(
                        .unexpectedToken, "only a field's name can stand in backticks, not a function's",
                        range: nameRange))
            }
            try open(.arguments(name: name, nameRange: nameRange, target: operand, isRooted: false), start: start)
            return token.kind == .closeParenthesis ? .operand(try close()) : .opened
        }
        let range = start..<nameRange.upperBound
        let node = try make(.select(operand.expression, field: name), range, nameRange: nameRange)
        return .operand(Operand(expression: node, range: range))
    }

    /// Reads a name that may be a reserved word or stand in backticks; nil where there is none.
    private mutating func selectedName() throws(Halt) -> String? {
        switch token.kind {
        case .identifier, .and, .or, .wordNot:
            // The signs share their tokens with the words.
            let name = text(token.range)
            guard Lexer.isPlainName(name) else { return nil }
            try advance()
            return name
        case .quotedIdentifier:
            let name = String(text(token.range).dropFirst().dropLast())
            try advance()
            return name
        default: return nil
        }
    }

    /// Reads `{`, and the first field if there is one, after the name of a record.
    mutating func record(_ name: String, _ operand: Operand) throws(Halt) -> Following {
        try open(.record(name: name, operand), start: operand.range.lowerBound)
        guard token.kind != .closeBrace else { return .operand(try close()) }
        try field()
        return .opened
    }

    /// Notes that the element, key or field that follows is optional, where a `?` says so.
    mutating func markOptional() throws(Halt) {
        guard try takeOptionalSign() else { return }
        let top = contexts.count - 1
        contexts[top].optionalPositions.append(contexts[top].parts.count)
    }

    /// Reads `name:`, with a `?` before it or not, in the record that is open.
    mutating func field() throws(Halt) {
        try markOptional()
        let nameRange = token.range
        guard let field = try selectedName() else { throw unexpected("the name of a field or `}`") }
        guard try take(.colon) else { throw unexpected("`:`") }
        contexts[contexts.count - 1].fields.append((field, nameRange))
    }

    private mutating func word() throws(Halt) -> String {
        let name = text(token.range)
        try advance()
        return name
    }

    /// The dotted name that an expression is, if it is nothing else.
    static func qualifiedName(of expression: CELExpression) -> String? {
        var names: [String] = []
        var node = expression
        while true {
            switch node.kind {
            case .select(let operand, let field):
                names.append(field)
                node = operand
            case .identifier(let name, let isRooted):
                return (isRooted ? "." : "") + ([name] + names.reversed()).joined(separator: ".")
            case .literal, .presence, .call, .list, .map, .record, .comprehension, .binding, .block: return nil
            }
        }
    }
}
