extension Parser {
    /// Makes the node of a macro, or nil where the call is none that the environment knows.
    mutating func macro(
        _ name: String, of target: CELExpression?, _ arguments: [CELExpression], range: Range<Int>,
        nameRange: Range<Int>
    ) throws(Halt) -> CELExpression? {
        guard options.macros else { return nil }
        guard let target else {
            if options.fieldFunctions.contains(name) {
                return try field(of: name, arguments, range: range, nameRange: nameRange)
            }
            return try presence(name, arguments, range: range, nameRange: nameRange)
        }
        if case .identifier("cel", isRooted: false) = target.kind,
            let made = try namespaced(name, arguments, range: range, nameRange: nameRange)
        {
            return made
        }
        if let macro = CELBinding.Macro(rawValue: name), macro != .bind, arguments.count == 2,
            options.libraries.contains(.optionals)
        {
            return try binding(
                macro, arguments[0], value: target, body: arguments[1], range: range, nameRange: nameRange)
        }
        return try loop(name, of: target, arguments, range: range, nameRange: nameRange)
    }

    /// Makes a presence test of `has(a.b)`.
    private mutating func presence(
        _ name: String, _ arguments: [CELExpression], range: Range<Int>, nameRange: Range<Int>
    ) throws(Halt) -> CELExpression? {
        guard name == "has", arguments.count == 1 else { return nil }
        guard case .select(let operand, let field) = arguments[0].kind else {
            return malformed(arguments[0], "`has` asks whether a field is present", help: "write `has(a.b)`")
        }
        return try make(.presence(operand, field: field), range, nameRange: arguments[0].nameRange)
    }

    /// Makes the reading of a field of `f("field")`.
    private mutating func field(
        of name: String, _ arguments: [CELExpression], range: Range<Int>, nameRange: Range<Int>
    ) throws(Halt) -> CELExpression? {
        guard arguments.count == 1, case .literal(.string(let field)) = arguments[0].kind else {
            let culprit = arguments.first?.range ?? nameRange
            issues.add(
                CELIssue(
                    .malformedMacro, "`\(name)` takes one name, written out", range: culprit,
                    help: "write `\(name)(\"…\")`"))
            return try make(.literal(.bool(false)), range, nameRange: nameRange)
        }
        let record = try make(.identifier(name, isRooted: true), nameRange, nameRange: nameRange)
        return try make(.select(record, field: field.text), range, nameRange: arguments[0].range)
    }

    /// Makes what is written as a function of `cel`.
    private mutating func namespaced(
        _ name: String, _ arguments: [CELExpression], range: Range<Int>, nameRange: Range<Int>
    ) throws(Halt) -> CELExpression? {
        if name == CELBinding.Macro.bind.rawValue, arguments.count == 3, options.libraries.contains(.bindings) {
            return try binding(
                .bind, arguments[0], value: arguments[1], body: arguments[2], range: range, nameRange: nameRange)
        }
        guard options.libraries.contains(.block) else { return nil }
        if name == "block", arguments.count == 2 {
            guard case .list(let parts, optionalPositions: []) = arguments[0].kind else {
                return malformed(
                    arguments[0], "the first argument of `cel.block` must be a list of its parts",
                    help: "write `cel.block([a, b], c)`")
            }
            return try make(.block(parts, result: arguments[1]), range, nameRange: nameRange)
        }
        guard let hidden = HiddenName.of(name, arguments) else { return nil }
        return try make(.identifier(hidden, isRooted: false), range, nameRange: nameRange)
    }

    /// Makes a name for a value.
    private mutating func binding(
        _ macro: CELBinding.Macro, _ name: CELExpression, value: CELExpression, body: CELExpression,
        range: Range<Int>, nameRange: Range<Int>
    ) throws(Halt) -> CELExpression {
        guard case .identifier(let variable, isRooted: false) = name.kind else {
            let form = macro == .bind ? "cel.bind(x, value, ...)" : ".\(macro.rawValue)(x, ...)"
            return malformed(
                name, "the first argument of `\(macro.rawValue)` must be a plain name", help: "write `\(form)`")
        }
        let binding = CELBinding(
            macro: macro, variable: variable, variableRange: name.range, value: value, body: body)
        return try make(.binding(binding), range, nameRange: nameRange)
    }

    /// Makes a loop of `list.all(x, condition)` and its like.
    private mutating func loop(
        _ name: String, of target: CELExpression, _ arguments: [CELExpression], range: Range<Int>,
        nameRange: Range<Int>
    ) throws(Halt) -> CELExpression? {
        let spelling = name == "existsOne" ? CELComprehension.Macro.existsOne.rawValue : name
        guard let macro = CELComprehension.Macro(rawValue: spelling),
            let shape = LoopShape(macro, argumentCount: arguments.count, options)
        else { return nil }
        var variables: [(name: String, range: Range<Int>)] = []
        for argument in arguments.prefix(shape.variableCount) {
            guard case .identifier(let variable, isRooted: false) = argument.kind else {
                let names = shape.variableCount == 1 ? "x" : "i, x"
                return malformed(
                    argument, "the first argument of `\(name)` must be a plain name for the element",
                    help: "write `.\(name)(\(names), ...)`")
            }
            variables.append((variable, argument.range))
        }
        if variables.count == 2, variables[0].name == variables[1].name {
            return malformed(
                arguments[1], "both names of `\(name)` are `\(variables[1].name)`", help: "use two names")
        }
        let second = variables.count > 1 ? variables[1] : nil
        let comprehension = CELComprehension(
            macro: macro, variable: variables[0].name, variableRange: variables[0].range,
            secondVariable: second?.name, secondVariableRange: second?.range, range: target,
            condition: shape.hasCondition ? arguments[shape.variableCount] : nil,
            transform: shape.hasTransform ? arguments[arguments.count - 1] : nil)
        return try make(.comprehension(comprehension), range, nameRange: nameRange)
    }

    /// Notes a macro whose arguments have the wrong form, and goes on with one of them.
    private mutating func malformed(_ argument: CELExpression, _ message: String, help: String) -> CELExpression {
        issues.add(CELIssue(.malformedMacro, message, range: argument.range, help: help))
        return argument
    }
}

/// What the arguments of a loop are, which their number tells.
private struct LoopShape {
    let variableCount: Int
    let hasCondition: Bool
    let hasTransform: Bool

    /// The shape of a loop, or nil where the environment has no such macro with so many arguments.
    init?(_ macro: CELComprehension.Macro, argumentCount: Int, _ options: CELOptions) {
        let takesTwo = options.libraries.contains(.comprehensions)
        switch (macro, argumentCount) {
        case (.all, 2), (.exists, 2), (.existsOne, 2), (.filter, 2):
            (variableCount, hasCondition, hasTransform) = (1, true, false)
        case (.map, 2): (variableCount, hasCondition, hasTransform) = (1, false, true)
        case (.map, 3): (variableCount, hasCondition, hasTransform) = (1, true, true)
        case (.all, 3), (.exists, 3), (.existsOne, 3):
            guard takesTwo else { return nil }
            (variableCount, hasCondition, hasTransform) = (2, true, false)
        case (.transformList, 3), (.transformMap, 3), (.transformMapEntry, 3):
            guard takesTwo else { return nil }
            (variableCount, hasCondition, hasTransform) = (2, false, true)
        case (.transformList, 4), (.transformMap, 4), (.transformMapEntry, 4):
            guard takesTwo else { return nil }
            (variableCount, hasCondition, hasTransform) = (2, true, true)
        default: return nil
        }
    }
}
