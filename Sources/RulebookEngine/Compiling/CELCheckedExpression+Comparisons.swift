import CEL

extension CELCheckedExpression {
    /// Whether all that it asks are comparisons of facts with constants, joined by `and` or `or`.
    var comparesFacts: Bool { compares(root) }

    private func compares(_ node: CELExpression) -> Bool {
        if isFactOrConstant(node) { return true }
        guard let operation = node.calledOperator, case .call(_, _, let arguments) = node.kind else { return false }
        switch operation {
        case .and, .or, .not: return arguments.allSatisfy(compares)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in:
            return arguments.allSatisfy(isFactOrConstant)
        case .conditional, .add, .subtract, .multiply, .divide, .remainder, .negate, .index, .optionalSelect,
            .optionalIndex:
            return false
        }
    }

    private func isFactOrConstant(_ node: CELExpression) -> Bool {
        switch node.kind {
        case .literal: true
        case .list(let elements, optionalPositions: []): elements.allSatisfy(\.isLiteral)
        case .identifier, .select: attributePath(of: node) != nil || declaredConstant(of: node) != nil
        case .presence, .call, .list, .map, .record, .comprehension, .binding, .block: false
        }
    }
}

extension CELExpression {
    fileprivate var isLiteral: Bool {
        if case .literal = kind { true } else { false }
    }
}
