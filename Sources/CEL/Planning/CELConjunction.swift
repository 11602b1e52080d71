/// What a checked condition asks, as terms that must all hold; kept where its tree is not.
///
/// Most conditions of rulebooks compare facts with constants. Such a term says all that it takes to ask it in a few words
/// of memory, where a tree with types takes some hundred bytes for each comparison.
package struct CELConjunction: Sendable {
    /// A side of a comparison.
    package enum Operand: Sendable {
        /// A fact that is read.
        case fact(CELFact)
        /// A value that is written out or declared; texts are interned.
        case constant(CELValue)
        /// A list of such, as it is written.
        case list([Operand])
    }

    /// One thing that must hold.
    package enum Term: Sendable {
        /// That a fact or a constant is true; or not, where it is negated.
        case truth(Operand, isNegated: Bool)
        /// That two sides compare in a way; or not, where it is negated.
        case comparison(CELOperator, Operand, Operand, isNegated: Bool)
        /// That one of several holds, each of them terms that must all hold.
        case any([[Term]])
        /// Something else, which only the tree tells.
        case other
    }

    /// The terms, in written order.
    package let terms: [Term]
    /// Whether the terms are all that is asked: none of them is something else.
    package let isWhole: Bool

    /// Finds the terms of an expression.
    package init(_ expression: CELCheckedExpression) {
        var finder = TermFinder(expression)
        finder.add(expression.root, isNegated: false)
        terms = finder.terms
        isWhole = finder.isWhole
    }

    /// Terms that are known.
    init(terms: [Term]) {
        self.terms = terms
        isWhole = terms.allSatisfy(\.isWhole)
    }

    /// The facts that the terms read, in written order; a fact read twice stands twice.
    package var facts: [CELFact] {
        var found: [CELFact] = []
        forEachOperand { if case .fact(let fact) = $0 { found.append(fact) } }
        return found
    }

    /// Gives the facts that the terms read slots, as making a program would.
    ///
    /// - Precondition: the terms are all that is asked; what else is may read further facts.
    /// - Parameter slots: the table of slots, which gains those that are read and that it lacks.
    /// - Returns: the positions of the facts in written order.
    package func reserveSlots(in slots: inout CELSlotTable) -> [Int] {
        precondition(isWhole, "what else is asked may read further facts")
        return facts.map { slots.index(of: $0.path, type: $0.type) }
    }

    /// Calls a closure with every fact and constant in written order.
    package func forEachOperand(_ body: (Operand) -> Void) {
        for term in terms { term.forEachOperand(body) }
    }
}

extension CELConjunction.Term {
    /// Whether it is not something else, nor is a part of it.
    fileprivate var isWhole: Bool {
        switch self {
        case .truth, .comparison: true
        case .any(let alternatives): alternatives.allSatisfy { $0.allSatisfy(\.isWhole) }
        case .other: false
        }
    }

    func forEachOperand(_ body: (CELConjunction.Operand) -> Void) {
        switch self {
        case .truth(let operand, isNegated: _): operand.forEach(body)
        case .comparison(_, let left, let right, isNegated: _):
            left.forEach(body)
            right.forEach(body)
        case .any(let alternatives):
            for alternative in alternatives { for term in alternative { term.forEachOperand(body) } }
        case .other: break
        }
    }
}

extension CELConjunction.Operand {
    fileprivate func forEach(_ body: (CELConjunction.Operand) -> Void) {
        switch self {
        case .fact, .constant: body(self)
        case .list(let elements): for element in elements { element.forEach(body) }
        }
    }
}

/// Walks a tree for its terms.
private struct TermFinder {
    private let expression: CELCheckedExpression
    private(set) var terms: [CELConjunction.Term] = []
    private(set) var isWhole = true

    init(_ expression: CELCheckedExpression) { self.expression = expression }

    mutating func add(_ node: CELExpression, isNegated: Bool) {
        if let operand = operand(node) { return terms.append(.truth(operand, isNegated: isNegated)) }
        guard let operation = node.calledOperator, case .call(_, _, let arguments) = node.kind else {
            return addOther()
        }
        switch operation {
        case .and where !isNegated: for argument in arguments { add(argument, isNegated: false) }
        case .or where !isNegated: addAny(arguments)
        case .not where arguments.count == 1: add(arguments[0], isNegated: !isNegated)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in:
            guard arguments.count == 2, let left = operand(arguments[0]), let right = operand(arguments[1]) else {
                return addOther()
            }
            terms.append(.comparison(operation, left, right, isNegated: isNegated))
        case .and, .or, .not, .conditional, .add, .subtract, .multiply, .divide, .remainder, .negate, .index,
            .optionalSelect, .optionalIndex:
            addOther()
        }
    }

    private mutating func addAny(_ nodes: [CELExpression]) {
        var alternatives: [[CELConjunction.Term]] = []
        for node in nodes {
            var finder = TermFinder(expression)
            finder.add(node, isNegated: false)
            isWhole = isWhole && finder.isWhole
            if finder.terms.count == 1, case .any(let inner) = finder.terms[0] {
                alternatives += inner
            } else {
                alternatives.append(finder.terms)
            }
        }
        terms.append(.any(alternatives))
    }

    private mutating func addOther() {
        terms.append(.other)
        isWhole = false
    }

    private func operand(_ node: CELExpression) -> CELConjunction.Operand? {
        switch node.kind {
        case .literal, .identifier, .select: break
        case .list(let elements, optionalPositions: let optional):
            guard optional.isEmpty else { return nil }
            var operands: [CELConjunction.Operand] = []
            operands.reserveCapacity(elements.count)
            for element in elements {
                guard let operand = operand(element) else { return nil }
                operands.append(operand)
            }
            return .list(operands)
        case .presence, .call, .map, .record, .comprehension, .binding, .block: return nil
        }
        if let value = expression.literalValue(of: node) ?? expression.declaredConstant(of: node) {
            if case .string(let text) = value { return .constant(.string(text.interned)) }
            return .constant(value)
        }
        guard let attribute = expression.facts.attributes[node.id] else { return nil }
        // A variable has the type that was declared, whatever is made of it where it is read.
        if case .variable(_, let type)? = expression.facts.references[node.id] { return .fact(attribute.fact(type)) }
        return .fact(attribute.fact(expression.type(of: node)))
    }
}
