/// What becomes of complete expressions in what is open.
extension Parser {
    /// Gives a complete expression to the topmost context, which asks for more or is closed.
    mutating func deliver(_ complete: Operand) throws(Halt) -> Following {
        var complete = complete
        // A choice is complete with its last part, and then delivered in turn.
        while case .alternative(let condition, let first, let sign) = contexts[contexts.count - 1].kind {
            contexts.removeLast()
            let range = condition.range.lowerBound..<complete.range.upperBound
            let arguments = [condition.expression, first.expression, complete.expression]
            let node = try make(
                .call(CELOperator.conditional.rawValue, target: nil, arguments: arguments), range, nameRange: sign)
            complete = Operand(expression: node, range: range)
        }
        let top = contexts.count - 1
        contexts[top].parts.append(complete.expression)
        switch contexts[top].kind {
        case .whole:
            guard token.kind == .end else { throw unexpected("the end of the expression") }
            return .root(complete.expression)
        case .parenthesis:
            guard token.kind == .closeParenthesis else { throw unexpected("`)`") }
        case .index:
            guard token.kind == .closeBracket else { throw unexpected("`]`") }
        case .list:
            if try take(.comma), token.kind != .closeBracket {
                try markOptional()
                return .opened
            }
            guard token.kind == .closeBracket else { throw unexpected("`,` or `]`") }
        case .arguments:
            if try take(.comma) { return .opened }
            guard token.kind == .closeParenthesis else { throw unexpected("`,` or `)`") }
        case .map:
            if contexts[top].parts.count % 2 == 1 {
                guard try take(.colon) else { throw unexpected("`:`") }
                return .opened
            }
            if try take(.comma), token.kind != .closeBrace {
                try markOptional()
                return .opened
            }
            guard token.kind == .closeBrace else { throw unexpected("`,` or `}`") }
        case .record:
            if try take(.comma), token.kind != .closeBrace {
                try field()
                return .opened
            }
            guard token.kind == .closeBrace else { throw unexpected("`,` or `}`") }
        case .choice(let condition, let sign):
            guard try take(.colon) else { throw unexpected("`:` and what it is otherwise") }
            contexts[top].kind = .alternative(condition, complete, sign: sign)
            return .opened
        case .alternative: break
        }
        return .operand(try close())
    }

    /// Passes the closing token of the topmost context and makes its node.
    mutating func close() throws(Halt) -> Operand {
        let context = contexts.removeLast()
        let range = context.start..<token.range.upperBound
        let bracket = token.range
        try advance()
        let parts = context.parts
        switch context.kind {
        case .list:
            let node = try make(.list(parts, optionalPositions: context.optionalPositions), range)
            return Operand(expression: node, range: range)
        case .map:
            let entries = stride(from: 0, to: parts.count, by: 2).map {
                CELExpression.Entry(
                    key: parts[$0], value: parts[$0 + 1], isOptional: context.optionalPositions.contains($0))
            }
            return Operand(expression: try make(.map(entries), range), range: range)
        case .index(let operand, let isOptional):
            let symbol = isOptional ? CELOperator.optionalIndex : .index
            let node = try make(
                .call(symbol.rawValue, target: nil, arguments: [operand.expression] + parts), range,
                nameRange: operand.range.upperBound..<bracket.upperBound)
            return Operand(expression: node, range: range)
        case .arguments(let name, let nameRange, let target, let isRooted):
            let node = try call(
                name, target?.expression, parts, range: range, nameRange: nameRange, isRooted: isRooted)
            return Operand(expression: node, range: range)
        case .record(let name, let operand):
            let initializers = zip(context.fields, parts).enumerated().map { position, field in
                CELExpression.FieldInitializer(
                    name: field.0.name, nameRange: field.0.range, value: field.1,
                    isOptional: context.optionalPositions.contains(position))
            }
            let node = try make(.record(name, fields: initializers), range, nameRange: operand.range)
            return Operand(expression: node, range: range)
        case .parenthesis, .whole, .choice, .alternative:
            guard let inner = parts.last else { throw unexpected("an expression") }
            return Operand(expression: inner, range: range)
        }
    }

    /// Makes a macro's node or a call.
    private mutating func call(
        _ name: String, _ target: CELExpression?, _ arguments: [CELExpression], range: Range<Int>,
        nameRange: Range<Int>, isRooted: Bool
    ) throws(Halt) -> CELExpression {
        let expanded = try macro(name, of: target, arguments, range: range, nameRange: nameRange)
        if let expanded { return expanded }
        return try make(
            .call(isRooted ? "." + name : name, target: target, arguments: arguments), range, nameRange: nameRange)
    }
}
