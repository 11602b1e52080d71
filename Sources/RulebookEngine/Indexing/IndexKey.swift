import CEL
import RulebookModel

/// An equality without which a standard cannot apply: a fact that must have one of some values.
struct IndexKey: Sendable {
    /// The slot of the fact.
    let slot: Int
    /// The values, any of which will do.
    let values: [CELMapKey]

    init(slot: Int, values: [CELMapKey]) {
        self.slot = slot
        self.values = values
    }

    /// Makes a key of values; nil where one of them cannot be looked up by its hash.
    private init?(slot: Int, of values: [CELValue]) {
        var keys: [CELMapKey] = []
        for value in values {
            guard let key = CELMapKey(value) else { return nil }
            keys.append(key)
        }
        self.init(slot: slot, values: keys)
    }

    /// All that a standard offers: the equalities of its `for`, and those that must hold in its `when` and its pattern.
    ///
    /// A false term makes the whole false whatever else is unknown or errs, so a standard may be passed over as soon as
    /// one of these certainly does not hold.
    static func all(
        scope: [ScopeTest], when: ConditionProgram?, alternatives: [ConditionProgram], slots: CELSlotTable
    ) -> [IndexKey] {
        var keys = scope.compactMap { IndexKey(slot: $0.slot, of: $0.values) }
        if let when { collect(when, slots: slots, into: &keys) }
        if alternatives.count == 1 { collect(alternatives[0], slots: slots, into: &keys) }
        return keys
    }

    private static func collect(_ condition: ConditionProgram, slots: CELSlotTable, into keys: inout [IndexKey]) {
        switch condition {
        case .expression(let expression):
            for term in expression.source.checked.conjuncts {
                if let key = key(of: term, slots: slots) { keys.append(key) }
            }
        case .all(let clauses):
            for clause in clauses { collect(clause.program, slots: slots, into: &keys) }
        case .any, .not: break
        }
    }

    /// The key of `fact == constant`, `constant == fact` or `fact in [constants]`.
    private static func key(of term: CELCheckedExpression, slots: CELSlotTable) -> IndexKey? {
        guard let operation = term.root.calledOperator, operation == .equal || operation == .in,
            case .call(_, _, let arguments) = term.root.kind, arguments.count == 2
        else { return nil }
        if let slot = slot(arguments[0], in: term, slots: slots), let value = constant(arguments[1], in: term) {
            if operation == .equal { return IndexKey(slot: slot, of: [value]) }
            guard case .list(let list) = value else { return nil }
            return IndexKey(slot: slot, of: list.elements)
        }
        guard operation == .equal, let slot = slot(arguments[1], in: term, slots: slots),
            let value = constant(arguments[0], in: term)
        else { return nil }
        return IndexKey(slot: slot, of: [value])
    }

    private static func slot(
        _ node: CELExpression, in term: CELCheckedExpression, slots: CELSlotTable
    ) -> Int? {
        if case .presence = node.kind { return nil }
        return term.attributePath(of: node).flatMap { slots.index(of: $0) }
    }

    private static func constant(_ node: CELExpression, in term: CELCheckedExpression) -> CELValue? {
        if let value = term.literalValue(of: node) ?? term.declaredConstant(of: node) { return value }
        guard case .list(let elements, optionalPositions: []) = node.kind else { return nil }
        var values: [CELValue] = []
        for element in elements {
            guard let value = constant(element, in: term) else { return nil }
            values.append(value)
        }
        return .elements(values)
    }
}
