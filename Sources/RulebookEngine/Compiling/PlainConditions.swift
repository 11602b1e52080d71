import CEL
import RulebookModel

/// Finds the comparisons of facts with constants that conditions ask for together.
struct PlainConditions {
    /// The places of the event's own facts.
    private let places: [CELAttributePath: Int]
    /// Facts that are the same for every event.
    private let constants: [CELAttributePath: CELValue]
    /// The paths of all slots.
    private let slots: [CELSlotTable.Slot]
    private(set) var tests: [PlainTest] = []
    /// Whether the tests are all that was asked since it was last said to be so.
    var isWhole = true

    /// - Parameters:
    ///   - slots: the slots of a frame.
    ///   - fillings: where the facts of the event come from, by their places.
    init(slots: [CELSlotTable.Slot], fillings: ArraySlice<EventProgram.Filling>) {
        var places: [CELAttributePath: Int] = [:]
        var constants: [CELAttributePath: CELValue] = [:]
        places.reserveCapacity(fillings.count)
        for (place, filling) in fillings.enumerated() {
            places[filling.path] = place
            if case .constant(let value) = filling.source, value.isKnown { constants[filling.path] = value }
        }
        self.slots = slots
        self.places = places
        self.constants = constants
    }

    /// Forgets the tests from a place on.
    mutating func removeTests(from start: Int) { tests.removeSubrange(start...) }

    /// Adds what decides whether a standard is about an event.
    mutating func add(scopeOf standard: StandardProgram) {
        if !standard.effective.isAlways || standard.unless != nil { isWhole = false }
        for test in standard.scope { add(test) }
        switch standard.alternatives.count {
        case 0: break
        case 1: add(standard.alternatives[0])
        default: isWhole = false
        }
        if let when = standard.when { add(when) }
    }

    private mutating func add(_ scope: ScopeTest) {
        guard let place = places[slots[scope.slot].path] else {
            isWhole = false
            return
        }
        if scope.values.count == 1 { return add(PlainTest(place: place, .equal, Self.interned(scope.values[0]))) }
        let texts = scope.values.compactMap(Self.text)
        add(texts.count == scope.values.count ? PlainTest(place: place, in: texts) : nil)
    }

    /// Adds a condition that must hold.
    mutating func add(_ condition: ConditionProgram) {
        switch condition {
        case .expression(let expression):
            for term in expression.source.form.conjunction.terms { add(term) }
        case .all(let clauses): for clause in clauses { add(clause.program) }
        case .any, .not: isWhole = false
        }
    }

    /// Adds a condition of which one of several comparisons is enough; it is not whole where it is anything else.
    mutating func add(anyOf condition: ConditionProgram) {
        switch condition {
        case .expression(let expression): add(anyOf: expression.source.form.conjunction.terms)
        case .any(let clauses): for clause in clauses { add(anyOf: clause.program) }
        case .all(let clauses) where clauses.count == 1: add(anyOf: clauses[0].program)
        case .all, .not: isWhole = false
        }
    }

    private mutating func add(anyOf terms: [CELConjunction.Term]) {
        if terms.count == 1, case .any(let alternatives) = terms[0] {
            for alternative in alternatives { add(anyOf: alternative) }
            return
        }
        guard terms.count == 1 else {
            isWhole = false
            return
        }
        let count = tests.count
        add(terms[0])
        // What always holds adds nothing.
        if tests.count != count + 1 { isWhole = false }
    }

    private mutating func add(_ test: PlainTest?) {
        if let test { tests.append(test) } else { isWhole = false }
    }

    private mutating func add(_ term: CELConjunction.Term) {
        switch term {
        case .truth(let operand, let isNegated):
            if case .bool(let truth)? = constant(operand) {
                if truth == isNegated { tests.append(.never) }
            } else {
                add(place(operand).flatMap { PlainTest(place: $0, isNegated ? .notEqual : .equal, .bool(true)) })
            }
        case .comparison(.in, let fact, let list, isNegated: false): add(membership(fact, list))
        case .comparison(let operation, let left, let right, let isNegated):
            let relation = PlainTest.Relation(operation)
            add(relation.flatMap { comparison(left, isNegated ? $0.opposite : $0, right) })
        case .any, .other: isWhole = false
        }
    }

    private func comparison(
        _ left: CELConjunction.Operand, _ relation: PlainTest.Relation, _ right: CELConjunction.Operand
    ) -> PlainTest? {
        if let place = place(left), let value = constant(right) {
            return PlainTest(place: place, relation, Self.counted(value, as: left, relation))
        }
        guard let place = place(right), let value = constant(left) else { return nil }
        return PlainTest(place: place, relation.exchanged, Self.counted(value, as: right, relation))
    }

    /// A whole number that a decimal fact is ordered against, as a decimal number.
    private static func counted(
        _ value: CELValue, as fact: CELConjunction.Operand, _ relation: PlainTest.Relation
    ) -> CELValue {
        guard case .int(let number) = value, relation != .equal, relation != .notEqual, case .fact(let fact) = fact,
            case .scalar("decimal") = fact.type
        else { return value }
        return .scalar(CELScalar(ExactDecimal(number)))
    }

    private func membership(_ fact: CELConjunction.Operand, _ list: CELConjunction.Operand) -> PlainTest? {
        guard let place = place(fact) else { return nil }
        var texts: [CELString] = []
        if case .list(let elements) = list {
            for element in elements {
                guard let text = constant(element).flatMap(Self.text) else { return nil }
                texts.append(text)
            }
        } else if case .list(let list)? = constant(list) {
            for element in list.elements {
                guard let text = Self.text(element) else { return nil }
                texts.append(text)
            }
        } else {
            return nil
        }
        return PlainTest(place: place, in: texts)
    }

    // MARK: Parts of terms

    private func place(_ operand: CELConjunction.Operand) -> Int? {
        guard case .fact(let fact) = operand else { return nil }
        return places[fact.path]
    }

    private func constant(_ operand: CELConjunction.Operand) -> CELValue? {
        switch operand {
        case .constant(let value): value
        case .fact(let fact): constants.isEmpty ? nil : constants[fact.path].map(Self.interned)
        case .list: nil
        }
    }

    private static func interned(_ value: CELValue) -> CELValue {
        if case .string(let text) = value { return .string(text.interned) }
        return value
    }

    private static func text(_ value: CELValue) -> CELString? {
        if case .string(let text) = value { return text.interned }
        return nil
    }
}

extension PlainTest.Relation {
    /// The relation that an operator asks for; nil for one that is no comparison.
    fileprivate init?(_ operation: CELOperator) {
        switch operation {
        case .equal: self = .equal
        case .notEqual: self = .notEqual
        case .less: self = .less
        case .lessOrEqual: self = .lessOrEqual
        case .greater: self = .greater
        case .greaterOrEqual: self = .greaterOrEqual
        default: return nil
        }
    }

    /// What holds where this does not; facts that are known are in order.
    fileprivate var opposite: PlainTest.Relation {
        switch self {
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .equal: .notEqual
        case .notEqual: .equal
        case .greaterOrEqual: .less
        case .greater: .lessOrEqual
        }
    }
}
