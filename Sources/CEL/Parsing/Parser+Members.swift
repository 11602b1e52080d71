extension Parser {
    /// Reads something and what is selected from it.
    func member() throws(Halt) -> Operand {
        try selections(of: try primary())
    }

    /// Reads selections, calls and indices after something.
    func selections(of operand: Operand) throws(Halt) -> Operand {
        var operand = operand
        while true {
            switch token.kind {
            case .dot: operand = try selection(from: operand)
            case .openBracket: operand = try index(of: operand)
            case .openBrace:
                guard let name = Self.qualifiedName(of: operand.expression) else { return operand }
                operand = try record(name, from: operand)
            default: return operand
            }
        }
    }

    private func selection(from operand: Operand) throws(Halt) -> Operand {
        try advance()
        let nameRange = token.range
        let name: String
        switch token.kind {
        case .identifier, .and, .or, .wordNot: name = try word()
        case .quotedIdentifier: name = try quotedWord()
        default: throw unexpected("a name after the dot")
        }
        let start = operand.range.lowerBound
        guard token.kind == .openParenthesis else {
            let range = start..<nameRange.upperBound
            let node = try make(.select(operand.expression, field: name), range, nameRange: nameRange)
            return Operand(expression: node, range: range)
        }
        let (arguments, end) = try callArguments()
        let range = start..<end
        if let loop = try macro(name, of: operand.expression, arguments, range: range, nameRange: nameRange) {
            return Operand(expression: loop, range: range)
        }
        let node = try make(
            .call(name, target: operand.expression, arguments: arguments), range, nameRange: nameRange)
        return Operand(expression: node, range: range)
    }

    private func index(of operand: Operand) throws(Halt) -> Operand {
        let open = token.range.lowerBound
        try advance()
        let position = try expression()
        guard token.kind == .closeBracket else { throw unexpected("`]`") }
        let end = token.range.upperBound
        try advance()
        let range = operand.range.lowerBound..<end
        let node = try make(
            .call(CELOperator.index.rawValue, target: nil, arguments: [operand.expression, position.expression]),
            range, nameRange: open..<end)
        return Operand(expression: node, range: range)
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
            case .literal, .presence, .call, .list, .map, .record, .comprehension: return nil
            }
        }
    }

    private func record(_ name: String, from operand: Operand) throws(Halt) -> Operand {
        try advance()
        var fields: [CELExpression.FieldInitializer] = []
        while token.kind != .closeBrace {
            let nameRange = token.range
            let field: String
            switch token.kind {
            case .identifier, .and, .or, .wordNot: field = try word()
            case .quotedIdentifier: field = try quotedWord()
            default: throw unexpected("the name of a field or `}`")
            }
            guard try take(.colon) else { throw unexpected("`:`") }
            let value = try expression().expression
            fields.append(CELExpression.FieldInitializer(name: field, nameRange: nameRange, value: value))
            guard try take(.comma) else { break }
        }
        guard token.kind == .closeBrace else { throw unexpected("`,` or `}`") }
        let range = operand.range.lowerBound..<token.range.upperBound
        try advance()
        let node = try make(.record(name, fields: fields), range, nameRange: operand.range)
        return Operand(expression: node, range: range)
    }

    private func primary() throws(Halt) -> Operand {
        switch token.kind {
        case .openParenthesis:
            let start = token.range.lowerBound
            try advance()
            let inner = try expression()
            guard token.kind == .closeParenthesis else { throw unexpected("`)`") }
            let range = start..<token.range.upperBound
            try advance()
            return Operand(expression: inner.expression, range: range)
        case .openBracket: return try list()
        case .openBrace: return try map()
        case .dot, .identifier: return try name()
        default: return try literal()
        }
    }

    private func name() throws(Halt) -> Operand {
        let start = token.range.lowerBound
        let isRooted = try take(.dot)
        guard token.kind == .identifier else { throw unexpected("a name after the dot") }
        let nameRange = token.range
        let name = try word()
        if Lexer.reservedWords.contains(name) {
            issues.add(
                CELIssue(.reservedWord, "`\(name)` is a reserved word", range: nameRange, help: "use another name"))
        }
        guard token.kind == .openParenthesis else {
            let range = start..<nameRange.upperBound
            let node = try make(.identifier(name, isRooted: isRooted), range, nameRange: nameRange)
            return Operand(expression: node, range: range)
        }
        let (arguments, end) = try callArguments()
        let range = start..<end
        if let test = try presenceMacro(name, arguments, range: range, nameRange: nameRange) {
            return Operand(expression: test, range: range)
        }
        let node = try make(
            .call(isRooted ? "." + name : name, target: nil, arguments: arguments), range, nameRange: nameRange)
        return Operand(expression: node, range: range)
    }

    private func word() throws(Halt) -> String {
        let name = text(token.range)
        try advance()
        return name
    }

    private func quotedWord() throws(Halt) -> String {
        let name = String(text(token.range).dropFirst().dropLast())
        try advance()
        return name
    }

    /// Reads `(a, b)` and says where it ends.
    private func callArguments() throws(Halt) -> (arguments: [CELExpression], end: Int) {
        try advance()
        var arguments: [CELExpression] = []
        if token.kind != .closeParenthesis {
            repeat { arguments.append(try expression().expression) } while try take(.comma)
        }
        guard token.kind == .closeParenthesis else { throw unexpected("`,` or `)`") }
        let end = token.range.upperBound
        try advance()
        return (arguments, end)
    }

    private func list() throws(Halt) -> Operand {
        let start = token.range.lowerBound
        try advance()
        var elements: [CELExpression] = []
        while token.kind != .closeBracket {
            elements.append(try expression().expression)
            guard try take(.comma) else { break }
        }
        guard token.kind == .closeBracket else { throw unexpected("`,` or `]`") }
        let range = start..<token.range.upperBound
        try advance()
        return Operand(expression: try make(.list(elements), range), range: range)
    }

    private func map() throws(Halt) -> Operand {
        let start = token.range.lowerBound
        try advance()
        var entries: [CELExpression.Entry] = []
        while token.kind != .closeBrace {
            let key = try expression().expression
            guard try take(.colon) else { throw unexpected("`:`") }
            entries.append(CELExpression.Entry(key: key, value: try expression().expression))
            guard try take(.comma) else { break }
        }
        guard token.kind == .closeBrace else { throw unexpected("`,` or `}`") }
        let range = start..<token.range.upperBound
        try advance()
        return Operand(expression: try make(.map(entries), range), range: range)
    }
}
