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
            for term in expression.source.form.conjunction.terms {
                if let key = key(of: term, slots: slots) { keys.append(key) }
            }
        case .all(let clauses):
            for clause in clauses { collect(clause.program, slots: slots, into: &keys) }
        case .any, .not: break
        }
    }

    /// The key of `fact == constant`, `constant == fact` or `fact in [constants]`.
    private static func key(of term: CELConjunction.Term, slots: CELSlotTable) -> IndexKey? {
        guard case .comparison(let operation, let left, let right, isNegated: false) = term else { return nil }
        switch (operation, left, right) {
        case (.equal, .fact(let fact), let other), (.equal, let other, .fact(let fact)):
            guard let slot = slots.index(of: fact.path), let value = constant(other) else { return nil }
            return IndexKey(slot: slot, of: [value])
        case (.in, .fact(let fact), let list):
            guard let slot = slots.index(of: fact.path), case .list(let list)? = constant(list) else { return nil }
            return IndexKey(slot: slot, of: list.elements)
        default: return nil
        }
    }

    private static func constant(_ operand: CELConjunction.Operand) -> CELValue? {
        switch operand {
        case .fact: return nil
        case .constant(let value): return value
        case .list(let elements):
            var values: [CELValue] = []
            for element in elements {
                guard let value = constant(element) else { return nil }
                values.append(value)
            }
            return .elements(values)
        }
    }
}
