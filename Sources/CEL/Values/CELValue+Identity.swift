extension CELValue: Hashable {
    /// Whether both are the same value of the same type, NaN being the same as NaN and `0.0` not the same as `-0.0`.
    ///
    /// Values may be nested to any depth, and parts that occur many times are compared once.
    public static func == (left: CELValue, right: CELValue) -> Bool {
        if left.depth == 0 || right.depth == 0 { return IdentityComparison.isSameFlat(left, right) }
        if case .list(let first) = left, case .list(let second) = right, first.depth == 1, second.depth == 1 {
            return first === second
                || first.elements.elementsEqual(second.elements, by: IdentityComparison.isSameFlat)
        }
        var comparison = IdentityComparison()
        return comparison.isSame(left, right)
    }

    /// Feeds the value to a hash in a way that agrees with `==`; of large values only the beginning.
    public func hash(into hasher: inout Hasher) {
        if case .list(let list) = self, list.depth == 1 {
            hasher.combine(list.elements.count)
            for element in list.elements.prefix(Self.hashedPartCountMax) { _ = element.hashFlat(into: &hasher) }
            return
        }
        var waiting: [ArraySlice<CELValue>] = []
        var values: ArraySlice<CELValue> = []
        var value = self
        for _ in 0..<Self.hashedPartCountMax {
            if let parts = value.hashFlat(into: &hasher) {
                if !values.isEmpty { waiting.append(values) }
                values = parts[...]
            }
            while values.isEmpty {
                guard let next = waiting.popLast() else { return }
                values = next
            }
            value = values.removeFirst()
        }
    }

    /// How many parts of a value its hash looks at.
    private static let hashedPartCountMax = 1_000

    /// Feeds what the value holds itself to a hash, and gives the values that it holds.
    ///
    /// The values of a map have no part in it, for equal maps may differ in their order.
    private func hashFlat(into hasher: inout Hasher) -> [CELValue]? {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .uint(let value): hasher.combine(value)
        case .double(let value): hasher.combine(value.isNaN ? Double.nan.bitPattern : value.bitPattern)
        case .string(let value): hasher.combine(value)
        case .bytes(let value): hasher.combine(value)
        case .timestamp(let value): hasher.combine(value)
        case .duration(let value): hasher.combine(value)
        case .list(let value): return Self.hashed(value.elements, into: &hasher)
        case .map(let value): hasher.combine(value.count)
        case .record(let value): return Self.hashed(value.values, into: &hasher)
        case .scalar(let value): hasher.combine(value)
        case .optional(let value): return Self.hashed(value.value.map { [$0] } ?? [], into: &hasher)
        case .opaque(let value): hasher.combine(value)
        case .type(let value): hasher.combine(value)
        case .error(let value): hasher.combine(value)
        case .unknown(let value): hasher.combine(value)
        }
        return nil
    }

    private static func hashed(_ parts: [CELValue], into hasher: inout Hasher) -> [CELValue]? {
        hasher.combine(parts.count)
        return parts.isEmpty ? nil : parts
    }
}
