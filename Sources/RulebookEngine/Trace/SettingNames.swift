import CEL

/// Finds the settings that an expression names.
enum SettingNames {
    /// The names, each once, in order.
    static func of(_ root: CELExpression) -> [String] {
        var names: Set<String> = []
        func visit(_ node: CELExpression) {
            if case .select(let operand, let field) = node.kind, case .identifier("settings", _) = operand.kind {
                names.insert(field)
            }
            for child in node.children { visit(child) }
        }
        visit(root)
        return names.sorted()
    }
}
