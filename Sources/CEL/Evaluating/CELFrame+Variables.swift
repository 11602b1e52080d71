extension CELFrame {
    /// Fills the slots of a table with what values of variables hold.
    ///
    /// - Parameters:
    ///   - table: the table that programs of this frame were made with.
    ///   - variables: values by the names of variables; those that no slot reads are ignored.
    ///   - unknowns: what is not to be known.
    public func fill(
        _ table: CELSlotTable, _ variables: [String: CELValue], unknowns: [CELAttributePattern] = []
    ) {
        var masked = variables
        for pattern in unknowns {
            if let value = masked[pattern.variable] { masked[pattern.variable] = pattern.masking(value) }
        }
        for (position, slot) in table.slots.enumerated() where position < slotCount {
            let isUnknown = unknowns.contains { $0.covers(slot.path) }
            self[position] =
                isUnknown ? .unknown(CELUnknown(slot.path, isWithheld: true)) : Self.value(slot.path, in: masked)
        }
    }

    /// The value at a path: the longest beginning of it that names a variable, and the fields from there.
    private static func value(_ path: CELAttributePath, in variables: [String: CELValue]) -> CELValue {
        var count = path.names.count
        while count > 0 {
            if let value = variables[path.names.prefix(count).joined(separator: ".")] {
                return field(path.names.dropFirst(count), of: value) ?? .unknown(CELUnknown(path))
            }
            count -= 1
        }
        return .unknown(CELUnknown(path, isWithheld: true))
    }

    private static func field(_ names: ArraySlice<String>, of value: CELValue) -> CELValue? {
        guard let name = names.first else { return value }
        switch value {
        case .record(let record): return record.value(of: name).flatMap { field(names.dropFirst(), of: $0) }
        case .map(let map): return map.value(forKey: .text(name)).flatMap { field(names.dropFirst(), of: $0) }
        case .unknown, .error: return value
        default: return nil
        }
    }
}
