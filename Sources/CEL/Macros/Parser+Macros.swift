extension Parser {
    /// Makes a presence test of `has(a.b)`, or nil where the call is no macro.
    func presenceMacro(
        _ name: String, _ arguments: [CELExpression], range: Range<Int>, nameRange: Range<Int>
    ) throws(Halt) -> CELExpression? {
        guard options.macros, name == "has", arguments.count == 1 else { return nil }
        guard case .select(let operand, let field) = arguments[0].kind else {
            issues.add(
                CELIssue(
                    .malformedMacro, "`has` asks whether a field is present", range: arguments[0].range,
                    help: "write `has(a.b)`"))
            return arguments[0]
        }
        return try make(.presence(operand, field: field), range, nameRange: arguments[0].nameRange)
    }

    /// Makes a loop of `list.all(x, condition)` and its like, or nil where the call is no macro.
    func macro(
        _ name: String, of range: CELExpression, _ arguments: [CELExpression], range wholeRange: Range<Int>,
        nameRange: Range<Int>
    ) throws(Halt) -> CELExpression? {
        guard options.macros, let macro = CELComprehension.Macro(rawValue: name),
            arguments.count == 2 || (macro == .map && arguments.count == 3)
        else { return nil }
        guard case .identifier(let variable, isRooted: false) = arguments[0].kind else {
            issues.add(
                CELIssue(
                    .malformedMacro, "the first argument of `\(name)` must be a plain name for the element",
                    range: arguments[0].range, help: "write `.\(name)(x, ...)`"))
            return arguments[0]
        }
        let comprehension = CELComprehension(
            macro: macro, variable: variable, variableRange: arguments[0].range, range: range,
            condition: macro == .map && arguments.count == 2 ? nil : arguments[1],
            transform: macro == .map ? arguments[arguments.count - 1] : nil)
        return try make(.comprehension(comprehension), wholeRange, nameRange: nameRange)
    }
}
