extension Facts {
    /// The path that a node reads as one fact: a variable, or fields of records down from one.
    func attributePath(of expression: CELExpression) -> CELAttributePath? {
        switch references[expression.id] {
        case .variable(let name, _)?: return CELAttributePath(dotted: name)
        case .constant?, .overloads?, .message?, .nothing?: return nil
        case nil: break
        }
        switch expression.kind {
        case .select(let operand, let field), .presence(let operand, let field):
            guard case .record? = types[operand.id] else { return nil }
            return attributePath(of: operand)?.appending(field)
        default: return nil
        }
    }
}
