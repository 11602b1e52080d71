package import CEL

/// How two facts stand to each other.
package enum FactOrder: Sendable {
    /// The first is smaller.
    case less
    /// Neither is smaller.
    case equal
    /// The first is greater.
    case greater

    /// Compares two values of one type; nil where they have no order, such as amounts of two currencies.
    package static func compare(_ left: CELValue, _ right: CELValue) -> FactOrder? {
        switch (left, right) {
        case (.int(let left), .int(let right)): of(left, right)
        case (.duration(let left), .duration(let right)): of(left, right)
        case (.timestamp(let left), .timestamp(let right)): of(left, right)
        case (.scalar(let left), .scalar(let right)): compare(left, right)
        default: nil
        }
    }

    /// Compares two scalars of one kind.
    package static func compare(_ left: CELScalar, _ right: CELScalar) -> FactOrder? {
        guard left.kind == right.kind, left.unit == right.unit else { return nil }
        if left.scale == right.scale { return of(left.payload, right.payload) }
        guard let first = left.number, let second = right.number else { return nil }
        return of(first, second)
    }

    private static func of<Value: Comparable>(_ left: Value, _ right: Value) -> FactOrder {
        left < right ? .less : left == right ? .equal : .greater
    }
}
