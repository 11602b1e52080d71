/// Replaces what is known of an expression by its value.
///
/// The tree that was given is never changed. A part that has a value which the language can write becomes that value;
/// terms of `&&` and `||` that decide nothing are left out; a choice whose condition is known becomes its branch.
struct Residue {
    private let environment: CELEnvironment
    private let expression: CELCheckedExpression
    private let variables: [String: CELValue]
    private let unknowns: [CELAttributePattern]
    /// What evaluating parts may still cost; what is not evaluated stays as it was written.
    private var costLeft: Int
    private var nextID: Int

    init(
        _ environment: CELEnvironment, _ expression: CELCheckedExpression, _ variables: [String: CELValue],
        unknowns: [CELAttributePattern]
    ) {
        self.environment = environment
        self.expression = expression
        self.variables = variables
        self.unknowns = unknowns
        self.costLeft = environment.options.limits.costMax
        self.nextID = Int(Int32.max)
    }

    mutating func result() -> CELPartialResult {
        let found = evaluate(expression.root)
        let value = found.unknownParts.map(CELValue.unknown) ?? found
        let reduced = reduce(expression.root, bound: [])
        return CELPartialResult(value: value, residual: reduced.description)
    }

    private mutating func evaluate(_ node: CELExpression) -> CELValue {
        let program = environment.program(for: expression.subexpression(node))
        let frame = program.frame(variables, unknowns: unknowns)
        let value = program.evaluate(frame)
        costLeft -= frame.cost
        return value
    }

    private mutating func reduce(_ node: CELExpression, bound: Set<String>) -> CELExpression {
        if case .literal = node.kind { return node }
        let isFree = bound.isEmpty || expression.subexpression(node).freeVariables.isDisjoint(with: bound)
        if isFree, costLeft > 0 {
            let value = evaluate(node)
            if value.isKnown, let written = write(value, at: node.range) { return written }
        }
        return rebuild(node, bound: bound, isFree: isFree)
    }

    private mutating func rebuild(_ node: CELExpression, bound: Set<String>, isFree: Bool) -> CELExpression {
        switch node.kind {
        case .literal, .identifier: return node
        case .select(let operand, let field):
            if expression.attributePath(of: node) != nil { return node }
            return make(.select(reduce(operand, bound: bound), field: field), like: node)
        case .presence(let operand, let field):
            if expression.attributePath(of: node) != nil { return node }
            return make(.presence(reduce(operand, bound: bound), field: field), like: node)
        case .call(let name, let target, let arguments):
            return call(name, target, arguments, node, bound: bound, isFree: isFree)
        case .list(let elements, let optionals):
            return make(.list(elements.map { reduce($0, bound: bound) }, optionalPositions: optionals), like: node)
        case .map(let entries):
            let reduced = entries.map { entry in
                CELExpression.Entry(
                    key: reduce(entry.key, bound: bound), value: reduce(entry.value, bound: bound),
                    isOptional: entry.isOptional)
            }
            return make(.map(reduced), like: node)
        case .record(let name, let fields):
            let reduced = fields.map { field in
                CELExpression.FieldInitializer(
                    name: field.name, nameRange: field.nameRange, value: reduce(field.value, bound: bound),
                    isOptional: field.isOptional)
            }
            return make(.record(name, fields: reduced), like: node)
        case .comprehension(let loop): return comprehension(loop, node, bound: bound)
        case .binding(let binding):
            let reduced = CELBinding(
                macro: binding.macro, variable: binding.variable, variableRange: binding.variableRange,
                value: reduce(binding.value, bound: bound),
                body: reduce(binding.body, bound: bound.union([binding.variable])))
            return make(.binding(reduced), like: node)
        case .block(let parts, let result):
            let inner = bound.union(parts.indices.map(HiddenName.index))
            return make(
                .block(parts.map { reduce($0, bound: inner) }, result: reduce(result, bound: inner)), like: node)
        }
    }

    private mutating func comprehension(
        _ loop: CELComprehension, _ node: CELExpression, bound: Set<String>
    ) -> CELExpression {
        let inner = bound.union(loop.variables)
        let reduced = CELComprehension(
            macro: loop.macro, variable: loop.variable, variableRange: loop.variableRange,
            secondVariable: loop.secondVariable, secondVariableRange: loop.secondVariableRange,
            range: reduce(loop.range, bound: bound), condition: loop.condition.map { reduce($0, bound: inner) },
            transform: loop.transform.map { reduce($0, bound: inner) })
        return make(.comprehension(reduced), like: node)
    }

    private mutating func call(
        _ name: String, _ target: CELExpression?, _ arguments: [CELExpression], _ node: CELExpression,
        bound: Set<String>, isFree: Bool
    ) -> CELExpression {
        switch CELOperator(rawValue: name) {
        case .and?: return logic(name, arguments, neutral: true, node, bound: bound)
        case .or?: return logic(name, arguments, neutral: false, node, bound: bound)
        case .conditional?:
            let condition = reduce(arguments[0], bound: bound)
            if case .literal(.bool(let truth)) = condition.kind {
                return reduce(arguments[truth ? 1 : 2], bound: bound)
            }
            let branches = arguments.dropFirst().map { reduce($0, bound: bound) }
            return make(.call(name, target: nil, arguments: [condition] + branches), like: node)
        case .optionalSelect?:
            return make(
                .call(name, target: nil, arguments: [reduce(arguments[0], bound: bound), arguments[1]]), like: node)
        default: break
        }
        let isNamespace = expression.isQualifiedCall(node)
        let receiver = target.map { isNamespace ? $0 : reduce($0, bound: bound) }
        return make(
            .call(name, target: receiver, arguments: arguments.map { reduce($0, bound: bound) }), like: node)
    }

    private mutating func logic(
        _ name: String, _ terms: [CELExpression], neutral: Bool, _ node: CELExpression, bound: Set<String>
    ) -> CELExpression {
        var kept: [CELExpression] = []
        for term in terms {
            let reduced = reduce(term, bound: bound)
            if case .literal(.bool(let truth)) = reduced.kind {
                if truth == neutral { continue }
                return reduced
            }
            kept.append(reduced)
        }
        switch kept.count {
        case 0: return make(.literal(.bool(neutral)), like: node)
        // A term alone would be the whole value: only one that must be a truth value may stand for it.
        case 1 where expression.type(of: terms[0]) != .dyn || isTruth(kept[0]): return kept[0]
        case 1: return make(.call(name, target: nil, arguments: [kept[0], truth(neutral, node)]), like: node)
        default: return make(.call(name, target: nil, arguments: kept), like: node)
        }
    }

    private func isTruth(_ node: CELExpression) -> Bool { expression.type(of: node) == .bool }

    private mutating func truth(_ value: Bool, _ node: CELExpression) -> CELExpression {
        make(.literal(.bool(value)), like: node)
    }

    private mutating func make(_ kind: CELExpression.Kind, like node: CELExpression) -> CELExpression {
        nextID += 1
        return CELExpression(id: nextID, range: node.range, nameRange: node.nameRange, kind: kind)
    }

    // MARK: Values

    /// How many elements a value may have to be written out.
    private static let writtenCountMax = 1_000
    /// How deep a value may be nested to be written out.
    private static let writtenDepthMax = 16

    /// The expression that has a value; nil where the language cannot write it.
    private mutating func write(
        _ value: CELValue, at range: Range<Int>, depth: Int = 0
    ) -> CELExpression? {
        guard depth < Self.writtenDepthMax else { return nil }
        let kind: CELExpression.Kind?
        switch value {
        case .null, .bool, .int, .uint, .string, .bytes: kind = .literal(value)
        case .double(let number): kind = number.isFinite ? .literal(value) : nil
        case .timestamp(let instant): kind = conversion("timestamp", instant.description, range)
        case .duration(let length): kind = conversion("duration", length.description, range)
        case .list(let list):
            guard list.elements.count <= Self.writtenCountMax else { return nil }
            var elements: [CELExpression] = []
            for element in list.elements {
                guard let written = write(element, at: range, depth: depth + 1) else { return nil }
                elements.append(written)
            }
            kind = .list(elements, optionalPositions: [])
        case .map(let map):
            guard map.count <= Self.writtenCountMax, map.openness == nil else { return nil }
            var entries: [CELExpression.Entry] = []
            for (key, value) in zip(map.keys, map.values) {
                guard let key = write(key, at: range, depth: depth + 1),
                    let value = write(value, at: range, depth: depth + 1)
                else { return nil }
                entries.append(CELExpression.Entry(key: key, value: value, isOptional: false))
            }
            kind = .map(entries)
        case .record, .scalar, .optional, .opaque, .type, .error, .unknown: kind = nil
        }
        guard let kind else { return nil }
        nextID += 1
        return CELExpression(id: nextID, range: range, kind: kind)
    }

    private mutating func conversion(_ name: String, _ text: String, _ range: Range<Int>) -> CELExpression.Kind {
        nextID += 1
        let literal = CELExpression(id: nextID, range: range, kind: .literal(.text(text)))
        return .call(name, target: nil, arguments: [literal])
    }
}
