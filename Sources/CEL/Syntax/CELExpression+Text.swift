extension CELExpression: CustomStringConvertible {
    /// The expression in canonical form: signs instead of words, one space, only the brackets it needs.
    ///
    /// Parsing the text gives the same tree again.
    public var description: String {
        var printer = ExpressionPrinter()
        printer.write(self, minimum: 0)
        return printer.text
    }
}

/// Writes expressions as text.
private struct ExpressionPrinter {
    var text = ""

    /// Writes a node, in brackets where it binds looser than its place asks.
    mutating func write(_ expression: CELExpression, minimum: Int) {
        let needsBrackets = precedence(of: expression) < minimum
        if needsBrackets { text += "(" }
        switch expression.kind {
        case .literal(let value):
            text += value.text(elementCountMax: .max, depthMax: .max, partCountMax: .max) { String($0.payload) }
        case .identifier(let name, let isRooted): text += (isRooted ? "." : "") + HiddenName.sourceText(of: name)
        case .select(let operand, let field): writeSelection(operand, field)
        case .presence(let operand, let field):
            text += "has("
            writeSelection(operand, field)
            text += ")"
        case .call(let name, let target, let arguments): writeCall(name, target, arguments, of: expression)
        case .list(let elements, let optionals): writeList(elements, "[", "]", optionalPositions: optionals)
        case .map(let entries):
            text += "{"
            for (index, entry) in entries.enumerated() {
                text += (index > 0 ? ", " : "") + (entry.isOptional ? "?" : "")
                write(entry.key, minimum: 0)
                text += ": "
                write(entry.value, minimum: 0)
            }
            text += "}"
        case .record(let name, let fields):
            text += name + "{"
            for (index, field) in fields.enumerated() {
                text += (index > 0 ? ", " : "") + (field.isOptional ? "?" : "") + fieldName(field.name) + ": "
                write(field.value, minimum: 0)
            }
            text += "}"
        case .comprehension(let comprehension): writeComprehension(comprehension)
        case .binding(let binding): writeBinding(binding)
        case .block(let parts, let result):
            text += "cel.block("
            writeList(parts, "[", "], ")
            write(result, minimum: 0)
            text += ")"
        }
        if needsBrackets { text += ")" }
    }

    private func precedence(of expression: CELExpression) -> Int {
        if let symbol = expression.calledOperator { return symbol.precedence }
        // A minus before a literal is part of it, yet `-1.size()` would be read as `-(1.size())` by people.
        if case .literal(let value) = expression.kind, value.isNegativeNumber { return CELOperator.negate.precedence }
        return CELOperator.index.precedence
    }

    private mutating func writeSelection(_ operand: CELExpression, _ field: String) {
        write(operand, minimum: CELOperator.index.precedence)
        text += "." + fieldName(field)
    }

    /// A name after a dot; one that is no plain name stands in backticks.
    private func fieldName(_ name: String) -> String {
        Lexer.isPlainName(name) ? name : "`\(name)`"
    }

    private mutating func writeList(
        _ elements: [CELExpression], _ open: String, _ close: String, optionalPositions: [Int] = []
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            text += (index > 0 ? ", " : "") + (optionalPositions.contains(index) ? "?" : "")
            write(element, minimum: 0)
        }
        text += close
    }

    private mutating func writeCall(
        _ name: String, _ target: CELExpression?, _ arguments: [CELExpression], of expression: CELExpression
    ) {
        guard let symbol = expression.calledOperator else {
            if let target {
                write(target, minimum: CELOperator.index.precedence)
                text += "."
            }
            text += name
            writeList(arguments, "(", ")")
            return
        }
        switch symbol {
        case .conditional:
            write(arguments[0], minimum: CELOperator.or.precedence)
            text += " ? "
            write(arguments[1], minimum: CELOperator.or.precedence)
            text += " : "
            write(arguments[2], minimum: 0)
        case .not, .negate:
            text += symbol.symbol
            writeOperand(arguments[0], of: symbol)
        case .index:
            write(arguments[0], minimum: symbol.precedence)
            writeList([arguments[1]], "[", "]")
        case .optionalIndex:
            write(arguments[0], minimum: symbol.precedence)
            writeList([arguments[1]], "[?", "]")
        case .optionalSelect:
            write(arguments[0], minimum: symbol.precedence)
            guard case .literal(.string(let field)) = arguments[1].kind else { return }
            text += ".?" + fieldName(field.text)
        case .and, .or, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .add, .subtract,
            .multiply, .divide, .remainder:
            for (index, argument) in arguments.enumerated() {
                if index > 0 { text += " \(symbol.symbol) " }
                let isFirst = index == 0 && symbol != .and && symbol != .or
                write(argument, minimum: symbol.precedence + (isFirst ? 0 : 1))
            }
        }
    }

    /// Writes the operand of a sign: a chain of the same sign needs no brackets, what begins with a number does, since
    /// a minus before a number is read as part of it.
    private mutating func writeOperand(_ operand: CELExpression, of symbol: CELOperator) {
        if operand.calledOperator == symbol {
            write(operand, minimum: symbol.precedence)
            return
        }
        let startOffset = text.utf8.count
        write(operand, minimum: CELOperator.index.precedence)
        let start = text.utf8.index(text.startIndex, offsetBy: startOffset)
        if symbol == .negate, text[start...].first?.isNumber == true {
            text.insert("(", at: start)
            text += ")"
        }
    }

    private mutating func writeComprehension(_ comprehension: CELComprehension) {
        write(comprehension.range, minimum: CELOperator.index.precedence)
        let isOneOfTwo = comprehension.macro == .existsOne && comprehension.secondVariable != nil
        text += ".\(isOneOfTwo ? "existsOne" : comprehension.macro.rawValue)("
        text += comprehension.variables.map { HiddenName.sourceText(of: $0) }.joined(separator: ", ")
        for part in comprehension.parts {
            text += ", "
            write(part, minimum: 0)
        }
        text += ")"
    }

    private mutating func writeBinding(_ binding: CELBinding) {
        if binding.macro == .bind {
            text += "cel.bind(\(HiddenName.sourceText(of: binding.variable)), "
            write(binding.value, minimum: 0)
        } else {
            write(binding.value, minimum: CELOperator.index.precedence)
            text += ".\(binding.macro.rawValue)(\(HiddenName.sourceText(of: binding.variable))"
        }
        text += ", "
        write(binding.body, minimum: 0)
        text += ")"
    }
}

extension CELValue {
    /// Whether this prints with a minus before it.
    fileprivate var isNegativeNumber: Bool {
        switch self {
        case .int(let value): value < 0
        case .double(let value): value.sign == .minus
        default: false
        }
    }
}
