extension CELValue {
    /// How many parts are looked at.
    private static let inspectedCountMax = 100_000

    /// What is missing of the value: itself where it is unknown, or what is unknown somewhere in it; nil where nothing
    /// is.
    ///
    /// Parts of parts wait in an array, so that no depth matters; beyond 100,000 parts nothing more is looked at.
    var unknownParts: CELUnknown? {
        var missing: CELUnknown?
        var waiting = [self]
        var count = 0
        while let value = waiting.popLast(), count < Self.inspectedCountMax {
            count += 1
            switch value {
            case .unknown(let unknown): missing = missing?.merging(unknown) ?? unknown
            case .list(let list): waiting += list.elements
            case .map(let map):
                if let openness = map.openness { missing = missing?.merging(openness) ?? openness }
                waiting += map.values
            case .optional(let optional): waiting += optional.value.map { [$0] } ?? []
            case .record(let record): waiting += record.values
            case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .scalar, .opaque, .type,
                .error:
                break
            }
        }
        return missing
    }
}
