extension CELCheckedExpression {
    /// Gives everything that the expression reads a slot, in the order in which planning it would.
    func reserveSlots(in slots: inout CELSlotTable, _ definitions: Definitions) {
        reserveSlots(of: root, in: &slots, definitions)
    }

    private func reserveSlots(of node: CELExpression, in slots: inout CELSlotTable, _ definitions: Definitions) {
        if let attribute = facts.attributes[node.id] {
            _ = slots.index(of: attribute.path, type: slotType(of: node, definitions))
            return
        }
        switch node.kind {
        case .literal, .identifier: break
        case .call(_, let target, let arguments):
            if let target, !isQualifiedCall(node) { reserveSlots(of: target, in: &slots, definitions) }
            for argument in arguments { reserveSlots(of: argument, in: &slots, definitions) }
        case .select, .presence, .list, .map, .record, .comprehension, .binding, .block:
            for child in node.children { reserveSlots(of: child, in: &slots, definitions) }
        }
    }

    /// The type of the values of a slot: that of the fact, also where only its presence is asked for.
    private func slotType(of node: CELExpression, _ definitions: Definitions) -> CELType {
        if case .variable(_, let type)? = facts.references[node.id] { return type }
        guard case .presence(let operand, let field) = node.kind else { return type(of: node) }
        guard case .record(let name)? = facts.types[operand.id], let record = definitions.record(name),
            let index = record.index(of: field)
        else { return .dyn }
        return record.fields[index].type
    }
}
