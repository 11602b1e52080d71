import CEL
import RulebookModel

/// Finds the comparisons of facts with constants that a condition asks for together.
struct PlainConditions {
    /// The layout of a frame.
    let slots: CELSlotTable
    /// The places of the event's own facts, by their slots.
    let places: [Int: Int]
    /// Facts that are the same for every event, by their slots.
    let constants: [Int: CELValue]
    private(set) var tests: [PlainTest] = []
    /// Whether the tests are all that was asked.
    var isWhole = true

    init(slots: CELSlotTable, places: [Int: Int], constants: [Int: CELValue]) {
        self.slots = slots
        self.places = places
        self.constants = constants
    }

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
        guard let place = places[scope.slot] else {
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
            for term in expression.source.checked.conjuncts { add(term, isNegated: false) }
        case .all(let clauses): for clause in clauses { add(clause.program) }
        case .any, .not: isWhole = false
        }
    }

    /// Adds a condition of which one of several comparisons is enough; it is not whole where it is anything else.
    mutating func add(anyOf condition: ConditionProgram) {
        switch condition {
        case .expression(let expression): add(anyOf: expression.source.checked)
        case .any(let clauses): for clause in clauses { add(anyOf: clause.program) }
        case .all(let clauses) where clauses.count == 1: add(anyOf: clauses[0].program)
        case .all, .not: isWhole = false
        }
    }

    private mutating func add(anyOf term: CELCheckedExpression) {
        if term.root.calledOperator == .or, case .call(_, _, let arguments) = term.root.kind {
            for argument in arguments { add(anyOf: term.subexpression(argument)) }
            return
        }
        let count = tests.count
        add(term, isNegated: false)
        // What always holds adds nothing.
        if tests.count != count + 1 { isWhole = false }
    }

    private mutating func add(_ test: PlainTest?) {
        if let test { tests.append(test) } else { isWhole = false }
    }

    private mutating func add(_ term: CELCheckedExpression, isNegated: Bool) {
        if case .bool(let truth)? = constant(term.root, in: term) {
            if truth == isNegated { tests.append(.never) }
            return
        }
        if let place = place(term.root, in: term) {
            return add(PlainTest(place: place, isNegated ? .notEqual : .equal, .bool(true)))
        }
        guard let operation = term.root.calledOperator, case .call(_, _, let arguments) = term.root.kind else {
            isWhole = false
            return
        }
        switch operation {
        case .not where arguments.count == 1:
            add(term.subexpression(arguments[0]), isNegated: !isNegated)
        case .in where !isNegated && arguments.count == 2:
            add(membership(arguments[0], arguments[1], in: term))
        default:
            guard arguments.count == 2, let relation = PlainTest.Relation(operation) else {
                isWhole = false
                return
            }
            add(comparison(arguments[0], isNegated ? relation.opposite : relation, arguments[1], in: term))
        }
    }

    private func comparison(
        _ left: CELExpression, _ relation: PlainTest.Relation, _ right: CELExpression, in term: CELCheckedExpression
    ) -> PlainTest? {
        if let place = place(left, in: term), let value = constant(right, in: term) {
            return PlainTest(place: place, relation, Self.counted(value, as: term.type(of: left), relation))
        }
        guard let place = place(right, in: term), let value = constant(left, in: term) else { return nil }
        return PlainTest(place: place, relation.exchanged, Self.counted(value, as: term.type(of: right), relation))
    }

    /// A whole number that a decimal fact is ordered against, as a decimal number.
    private static func counted(_ value: CELValue, as type: CELType, _ relation: PlainTest.Relation) -> CELValue {
        guard case .int(let number) = value, type == .scalar("decimal"), relation != .equal, relation != .notEqual
        else { return value }
        return .scalar(CELScalar(ExactDecimal(number)))
    }

    private func membership(
        _ fact: CELExpression, _ list: CELExpression, in term: CELCheckedExpression
    ) -> PlainTest? {
        guard let place = place(fact, in: term) else { return nil }
        var values: [CELValue] = []
        if case .list(let elements, optionalPositions: []) = list.kind {
            for element in elements {
                guard let value = constant(element, in: term) else { return nil }
                values.append(value)
            }
        } else if case .list(let elements)? = constant(list, in: term) {
            values = elements.elements
        } else {
            return nil
        }
        let texts = values.compactMap(Self.text)
        return texts.count == values.count ? PlainTest(place: place, in: texts) : nil
    }

    // MARK: Parts of terms

    private func place(_ node: CELExpression, in term: CELCheckedExpression) -> Int? {
        if case .presence = node.kind { return nil }
        return term.attributePath(of: node).flatMap { slots.index(of: $0) }.flatMap { places[$0] }
    }

    private func constant(_ node: CELExpression, in term: CELCheckedExpression) -> CELValue? {
        if let value = term.literalValue(of: node) ?? term.declaredConstant(of: node) { return Self.interned(value) }
        if case .presence = node.kind { return nil }
        return term.attributePath(of: node).flatMap { slots.index(of: $0) }.flatMap { constants[$0] }
            .map(Self.interned)
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
