/// An expression whose names are resolved and whose types fit, or a part of one.
public struct CELCheckedExpression: Sendable {
    /// The tree that the expression belongs to.
    public let tree: CELSyntaxTree
    /// The topmost node of this expression.
    public let root: CELExpression
    let facts: Facts

    init(_ tree: CELSyntaxTree, root: CELExpression, _ facts: Facts) {
        self.tree = tree
        self.root = root
        self.facts = facts
    }

    /// The type of the whole.
    public var type: CELType { type(of: root) }

    /// The text of this expression, as it stands in the source.
    public var text: String { tree.text(of: root) }

    /// The type of a node.
    public func type(of expression: CELExpression) -> CELType { facts.types[expression.id] ?? .dyn }

    /// The value of a literal, as its place reads it; nil for any other node.
    public func literalValue(of expression: CELExpression) -> CELValue? {
        guard case .literal(let value) = expression.kind else { return nil }
        return facts.conversions[expression.id] ?? value
    }

    /// The value that a name stands for by declaration; nil for any other node.
    public func declaredConstant(of expression: CELExpression) -> CELValue? {
        guard case .constant(let value)? = facts.references[expression.id] else { return nil }
        return value
    }

    /// The path of the slot that a node reads, or whose presence it asks for; nil for any other node.
    public func attributePath(of expression: CELExpression) -> CELAttributePath? {
        facts.attributePath(of: expression)
    }

    /// Whether the receiver of a call is no value but part of the function's name.
    func isQualifiedCall(_ expression: CELExpression) -> Bool {
        guard case .overloads(_, isQualified: true)? = facts.references[expression.id] else { return false }
        return true
    }

    /// The ids of the overloads that a call may take; empty for any other node.
    public func overloadIDs(of expression: CELExpression) -> [String] {
        guard case .overloads(let overloads, _)? = facts.references[expression.id] else { return [] }
        return overloads.map(\.id)
    }

    /// A part as an expression of its own, or nil where no node has the id.
    public func subexpression(_ id: Int) -> CELCheckedExpression? {
        root.descendant(id).map(subexpression)
    }

    /// A node of the same tree as an expression of its own.
    public func subexpression(_ expression: CELExpression) -> CELCheckedExpression {
        CELCheckedExpression(tree, root: expression, facts)
    }

    /// The terms that must all hold: those of `&&` at the top, or the whole.
    public var conjuncts: [CELCheckedExpression] {
        guard root.calledOperator == .and else { return [self] }
        var found: [CELCheckedExpression] = []
        addConjuncts(of: root, to: &found)
        return found
    }

    private func addConjuncts(of node: CELExpression, to found: inout [CELCheckedExpression]) {
        guard node.calledOperator == .and, case .call(_, _, let arguments) = node.kind else {
            found.append(subexpression(node))
            return
        }
        for argument in arguments { addConjuncts(of: argument, to: &found) }
    }

    /// The facts that the expression reads, in the order of the source; a fact read twice stands twice.
    public var attributes: [CELAttributeRead] {
        var reads: [CELAttributeRead] = []
        collect(root, &reads)
        return reads
    }

    private func collect(_ expression: CELExpression, _ reads: inout [CELAttributeRead]) {
        if let path = attributePath(of: expression) {
            let isPresence = if case .presence = expression.kind { true } else { false }
            reads.append(
                CELAttributeRead(
                    path: path, range: expression.range, type: type(of: expression), isPresenceTest: isPresence))
            return
        }
        let isQualified = if case .overloads(_, true)? = facts.references[expression.id] { true } else { false }
        for (index, child) in expression.children.enumerated() where !(isQualified && index == 0) {
            collect(child, &reads)
        }
    }

    /// The loop variables that the expression reads and does not introduce; one that has such cannot run alone.
    public var freeVariables: Set<String> { freeVariables(root, bound: []) }

    private func freeVariables(_ expression: CELExpression, bound: Set<String>) -> Set<String> {
        switch expression.kind {
        case .identifier(let name, _):
            return facts.references[expression.id] == nil && !bound.contains(name) ? [name] : []
        case .comprehension(let comprehension):
            let inner = bound.union(comprehension.variables)
            return comprehension.parts.reduce(freeVariables(comprehension.range, bound: bound)) {
                $0.union(freeVariables($1, bound: inner))
            }
        case .binding(let binding):
            return freeVariables(binding.value, bound: bound)
                .union(freeVariables(binding.body, bound: bound.union([binding.variable])))
        case .block(let parts, let result):
            let inner = bound.union(parts.indices.map(HiddenName.index))
            return (parts + [result]).reduce([]) { $0.union(freeVariables($1, bound: inner)) }
        default:
            // A name that is part of a longer one stands for nothing by itself.
            if facts.references[expression.id] != nil, case .select = expression.kind { return [] }
            if facts.references[expression.id] != nil, case .presence = expression.kind { return [] }
            let isQualified = if case .overloads(_, true)? = facts.references[expression.id] { true } else { false }
            return expression.children.dropFirst(isQualified ? 1 : 0).reduce([]) {
                $0.union(freeVariables($1, bound: bound))
            }
        }
    }
}
