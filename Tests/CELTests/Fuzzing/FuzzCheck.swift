import CEL

/// What must hold of any source, whoever wrote it; each check gives the first thing that does not.
package enum FuzzCheck {
    /// Looks at bytes as a source.
    package static func source(_ bytes: [UInt8]) -> String? { source(String(decoding: bytes, as: UTF8.self)) }

    /// Looks at bytes as the choices by which an expression of the right types is made.
    package static func choices(_ bytes: [UInt8]) -> String? { source(ExpressionMaker.make(bytes)) }

    /// Looks at a source.
    package static func source(_ source: String) -> String? {
        let environment = FuzzWorld.environment
        let parsing = environment.parse(source)
        if let fault = places(parsing.issues, in: source) { return "parsing \(fault)" }
        guard let tree = parsing.tree else { return parsing.issues.isEmpty ? "neither tree nor issue" : nil }
        guard parsing.issues.isEmpty else { return "a tree and issues" }
        if let fault = printing(tree) { return fault }
        let checking = environment.check(tree)
        if let fault = places(checking.issues, in: source) { return "checking \(fault)" }
        guard (checking.expression == nil) != checking.issues.isEmpty else { return "neither expression nor issue" }
        let resolved = environment.resolve(tree)
        let late: CELValue
        switch evaluation(resolved, in: environment) {
        case .success(let value): late = value
        case .failure(let fault): return "resolved only: \(fault.text)"
        }
        guard let checked = checking.expression else { return nil }
        switch evaluation(checked, in: environment) {
        case .failure(let fault): return "checked: \(fault.text)"
        case .success(let early):
            guard isSameOutcome(early, late) else {
                return "checked it gives \(early.plainText), resolved only \(late.plainText)"
            }
            return conforms(early, to: checked.type) ? nil : "the type is \(checked.type), the value \(early.plainText)"
        }
    }

    /// Why a check fails.
    struct Fault: Error {
        let text: String
    }

    private static func places(_ issues: [CELIssue], in source: String) -> String? {
        let range = 0..<source.utf8.count
        for issue in issues
        where issue.range.lowerBound < range.lowerBound || issue.range.upperBound > range.upperBound {
            return "reports \(issue.code.rawValue) at \(issue.range), outside of the source"
        }
        return nil
    }

    /// What is printed is read as the same tree, and printed alike again.
    private static func printing(_ tree: CELSyntaxTree) -> String? {
        let printed = tree.root.description
        let parsing = FuzzWorld.roomyEnvironment.parse(printed)
        guard let again = parsing.tree else {
            return "printed as `\(printed)`, it does not parse: \(parsing.issues.map(\.message))"
        }
        guard again.root.description == printed else {
            return "printed as `\(printed)`, then as `\(again.root.description)`"
        }
        guard TreeShape.text(again.root) == TreeShape.text(tree.root) else {
            return "printed as `\(printed)`, it is another tree"
        }
        return nil
    }

    /// Evaluates twice with all facts, twice as a condition, and once with none.
    private static func evaluation(
        _ expression: CELCheckedExpression, in environment: CELEnvironment
    ) -> Result<CELValue, Fault> {
        var slots = CELSlotTable()
        let program = environment.program(for: expression, slots: &slots)
        let frame = FuzzWorld.frame(slots)
        let value = program.evaluate(frame)
        let again = program.evaluate(frame)
        guard value == again else { return .failure(Fault(text: "gives \(value.plainText), then \(again.plainText)")) }
        if case .error(let error) = value {
            let range = 0..<expression.tree.source.utf8.count
            guard let place = error.range else { return .failure(Fault(text: "an error without a place")) }
            guard place.lowerBound >= 0, place.upperBound <= range.upperBound else {
                return .failure(Fault(text: "an error at \(place), outside of the source"))
            }
        }
        if let fault = condition(program, frame, value) { return .failure(fault) }
        _ = program.evaluate(CELFrame(slots))
        _ = expression.attributes
        _ = expression.freeVariables
        _ = environment.constantValue(of: expression)
        _ = environment.text(of: value)
        return .success(value)
    }

    private static func condition(_ program: CELProgram, _ frame: CELFrame, _ value: CELValue) -> Fault? {
        switch (value, program.evaluateCondition(frame)) {
        case (.bool(true), .true), (.bool(false), .false), (.error, .error), (.unknown, .unknown): return nil
        case (.bool, let truth), (.error, let truth), (.unknown, let truth):
            return Fault(text: "gives \(value.plainText), as a condition \(truth)")
        // What is no truth value is an error as a condition.
        case (_, .error): return nil
        case (_, let truth): return Fault(text: "gives \(value.plainText), as a condition \(truth)")
        }
    }

    /// Errors may be worded in another way once types are known.
    private static func isSameOutcome(_ left: CELValue, _ right: CELValue) -> Bool {
        if case .error = left, case .error = right { return true }
        return left == right
    }

    /// Whether a value is of the type that the checker deduced.
    private static func conforms(_ value: CELValue, to type: CELType) -> Bool {
        switch (type, value) {
        case (_, .error), (_, .unknown), (.dyn, _), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint),
            (.double, .double), (.string, .string), (.bytes, .bytes), (.type, .type):
            true
        // Null is assignable to instants and lengths of time.
        case (.timestamp, .timestamp), (.timestamp, .null), (.duration, .duration), (.duration, .null): true
        case (.list(let element), .list(let list)): list.elements.allSatisfy { conforms($0, to: element) }
        case (.map(let key, let item), .map(let map)):
            map.keys.allSatisfy { conforms($0, to: key) } && map.values.allSatisfy { conforms($0, to: item) }
        case (.bool, _), (.int, _), (.uint, _), (.double, _), (.string, _), (.bytes, _), (.timestamp, _),
            (.duration, _), (.list, _), (.map, _), (.null, _), (.type, _):
            false
        default: true
        }
    }
}
