import CEL
import RulebookModel

/// What some conditions read, and the values at which their answers may change.
struct ConditionReading {
    /// The facts, each with the values that it is compared with.
    private(set) var constants: [CELAttributePath: [CELValue]] = [:]
    /// The types of the facts, as conditions see them.
    private(set) var types: [CELAttributePath: CELType] = [:]
    /// The facts that are asked whether they are there at all.
    private(set) var presences: Set<CELAttributePath> = []
    /// Whether every answer is one of a single fact beside constants, so that the values between those cannot matter.
    private(set) var isExact = true

    /// The facts, in order of name.
    var paths: [CELAttributePath] { types.keys.sorted { $0.description < $1.description } }

    /// Takes in what a condition reads.
    mutating func add(_ condition: Condition?) { for part in condition?.expressions ?? [] { add(part) } }

    /// Takes in what an expression reads.
    mutating func add(_ expression: ConditionExpression) {
        walk(expression.checked.root, of: expression)
    }

    /// Takes in the facts of a scope.
    mutating func add(_ scope: [ScopeEquality]) {
        for equality in scope {
            let path = CELAttributePath(equality.path)
            note(path, RulebookSymbols.type(of: equality.type), constants: equality.values)
        }
    }

    /// Takes in what an expression gives, held against some limits.
    mutating func add(_ expression: ConditionExpression, limits: [CELValue]) {
        let checked = expression.checked
        guard let path = checked.attributePath(of: checked.root) else {
            isExact = false
            return add(expression)
        }
        note(path, checked.type, constants: limits)
    }

    /// Says that more is asked than can be read here.
    mutating func giveUp() { isExact = false }

    /// Takes in a fact with values that it is compared with.
    mutating func note(_ path: CELAttributePath, _ type: CELType, constants: [CELValue] = []) {
        types[path] = type
        switch type {
        case .list, .map, .record, .dyn: isExact = false
        default: break
        }
        self.constants[path, default: []] += constants
    }

    private mutating func walk(_ node: CELExpression, of expression: ConditionExpression) {
        let checked = expression.checked
        if let path = checked.attributePath(of: node) {
            if case .presence = node.kind {
                presences.insert(path)
                // Whether it is there is one question, what it says another; only types with few values answer both.
                isExact = false
            } else if checked.type(of: node) != .bool {
                isExact = false
            }
            return note(path, checked.type(of: node))
        }
        switch node.calledOperator {
        case .and, .or, .not, .conditional:
            for child in node.children { walk(child, of: expression) }
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in:
            compare(node.children[0], node.children[1], of: expression)
        default:
            if case .literal = node.kind { return }
            if expression.environment.constantValue(of: checked.subexpression(node)) != nil { return }
            isExact = false
            for read in checked.subexpression(node).attributes { note(read.path, read.type) }
        }
    }

    private mutating func compare(_ left: CELExpression, _ right: CELExpression, of expression: ConditionExpression) {
        let checked = expression.checked
        if let path = checked.attributePath(of: left) {
            note(path, checked.type(of: left), constants: values(right, of: expression))
        } else if let path = checked.attributePath(of: right) {
            note(path, checked.type(of: right), constants: values(left, of: expression))
        } else {
            isExact = false
            for read in [left, right].flatMap({ checked.subexpression($0).attributes }) { note(read.path, read.type) }
        }
    }

    /// The values that a side can have: a constant, or those of a table in which a fact looks one up.
    private mutating func values(_ node: CELExpression, of expression: ConditionExpression) -> [CELValue] {
        let checked = expression.checked
        if let value = expression.environment.constantValue(of: checked.subexpression(node)) {
            return Self.leaves(value)
        }
        if node.calledOperator == .index {
            let table = node.children[0]
            let key = node.children[1]
            if let path = checked.attributePath(of: key) {
                note(path, checked.type(of: key))
            } else if expression.environment.constantValue(of: checked.subexpression(key)) == nil {
                isExact = false
            }
            return values(table, of: expression)
        }
        isExact = false
        for read in checked.subexpression(node).attributes { note(read.path, read.type) }
        return []
    }

    private static func leaves(_ value: CELValue) -> [CELValue] {
        switch value {
        case .list(let list): list.elements.flatMap(leaves)
        case .map(let map): map.values.flatMap(leaves)
        default: [value]
        }
    }
}
