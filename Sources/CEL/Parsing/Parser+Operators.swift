extension Parser {
    /// An operator that waits for its right operand.
    private struct Pending {
        let symbol: CELOperator
        let range: Range<Int>
        /// Whether it stands before its only operand.
        let isPrefix: Bool
        let precedence: Int
    }

    /// The precedence of the word `not`: looser than a comparison, tighter than `and`.
    private static let wordNotPrecedence = 3

    /// Reads operands and the operators between them.
    func operation() throws(Halt) -> Operand {
        var operands: [Operand] = []
        var pending: [Pending] = []
        while true {
            while token.kind == .wordNot {
                pending.append(
                    Pending(symbol: .not, range: token.range, isPrefix: true, precedence: Self.wordNotPrecedence))
                try advance()
            }
            operands.append(try operand())
            guard let symbol = Self.binaryOperators[token.kind] else { break }
            let next = Pending(symbol: symbol, range: token.range, isPrefix: false, precedence: symbol.precedence)
            while let top = pending.last, Self.isReduced(top, before: next) { try reduce(&operands, &pending) }
            pending.append(next)
            try advance()
        }
        while !pending.isEmpty { try reduce(&operands, &pending) }
        return operands[0]
    }

    /// Whether an operator takes its operands before the next one; `&&` and `||` wait to become one node each.
    private static func isReduced(_ top: Pending, before next: Pending) -> Bool {
        if top.symbol == next.symbol, top.symbol == .and || top.symbol == .or { return false }
        return top.precedence >= next.precedence
    }

    /// Makes a node of the operator on top and its operands.
    private func reduce(_ operands: inout [Operand], _ pending: inout [Pending]) throws(Halt) {
        let top = pending.removeLast()
        var count = top.isPrefix ? 1 : 2
        if top.symbol == .and || top.symbol == .or {
            while let below = pending.last, below.symbol == top.symbol {
                pending.removeLast()
                count += 1
            }
        }
        let arguments = Array(operands.suffix(count))
        operands.removeLast(count)
        let start = top.isPrefix ? top.range.lowerBound : arguments[0].range.lowerBound
        let range = start..<arguments[count - 1].range.upperBound
        let node = try make(
            .call(top.symbol.rawValue, target: nil, arguments: arguments.map(\.expression)), range,
            nameRange: top.range)
        operands.append(Operand(expression: node, range: range))
    }

    private static let binaryOperators: [Token.Kind: CELOperator] = [
        .and: .and, .or: .or, .equal: .equal, .notEqual: .notEqual, .less: .less, .lessOrEqual: .lessOrEqual,
        .greater: .greater, .greaterOrEqual: .greaterOrEqual, .in: .in, .plus: .add, .minus: .subtract,
        .star: .multiply, .slash: .divide, .percent: .remainder,
    ]

    /// Reads what stands between two operators: signs, something, and what is selected from it.
    private func operand() throws(Halt) -> Operand {
        let sign = token.kind
        guard sign == .minus || sign == .not else { return try member() }
        var signs: [Range<Int>] = []
        while token.kind == sign {
            signs.append(token.range)
            guard signs.count <= options.limits.depthMax else { throw tooDeep(at: token.range) }
            try advance()
        }
        var result: Operand
        if sign == .minus, token.kind == .int || token.kind == .double, let minus = signs.popLast() {
            // A minus directly before a number belongs to it, so that the least integer can be written.
            result = try selections(of: try number(negatedBy: minus))
        } else {
            result = try member()
        }
        let symbol = sign == .minus ? CELOperator.negate : CELOperator.not
        for range in signs.reversed() {
            let whole = range.lowerBound..<result.range.upperBound
            let node = try make(
                .call(symbol.rawValue, target: nil, arguments: [result.expression]), whole, nameRange: range)
            result = Operand(expression: node, range: whole)
        }
        return result
    }
}

extension Token.Kind: Hashable {}
