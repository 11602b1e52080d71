extension CELValue: Hashable {
    /// Whether both are the same value of the same type, NaN being the same as NaN and `0.0` not the same as `-0.0`.
    public static func == (left: CELValue, right: CELValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.uint(let left), .uint(let right)): left == right
        case (.double(let left), .double(let right)):
            left.bitPattern == right.bitPattern || (left.isNaN && right.isNaN)
        case (.string(let left), .string(let right)): left == right
        case (.bytes(let left), .bytes(let right)): left == right
        case (.timestamp(let left), .timestamp(let right)): left == right
        case (.duration(let left), .duration(let right)): left == right
        case (.list(let left), .list(let right)): left === right || left.elements == right.elements
        case (.map(let left), .map(let right)): left === right || left.isIdentical(to: right)
        case (.record(let left), .record(let right)):
            left === right || (left.type.name == right.type.name && left.values == right.values)
        case (.scalar(let left), .scalar(let right)): left == right
        case (.optional(let left), .optional(let right)): left === right || left.value == right.value
        case (.opaque(let left), .opaque(let right)): left == right
        case (.type(let left), .type(let right)): left == right
        case (.error(let left), .error(let right)): left == right
        case (.unknown(let left), .unknown(let right)): left == right
        default: false
        }
    }

    /// Feeds the value to a hash in a way that agrees with `==`.
    public func hash(into hasher: inout Hasher) {
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
        case .list(let value): hasher.combine(value.elements)
        case .map(let value): hasher.combine(value.count)
        case .record(let value): hasher.combine(value.values)
        case .scalar(let value): hasher.combine(value)
        case .optional(let value): hasher.combine(value.value)
        case .opaque(let value): hasher.combine(value)
        case .type(let value): hasher.combine(value)
        case .error(let value): hasher.combine(value)
        case .unknown(let value): hasher.combine(value)
        }
    }
}
