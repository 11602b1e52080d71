extension StandardFunctions {
    /// `== != < <= > >=`.
    static let comparisons: [(String, [CELOverload])] =
        [
            (
                CELOperator.equal.rawValue,
                [.binary("equals", .parameter("A"), .parameter("A"), .bool) { CELValue($0.equals($1)) }]
            ),
            (
                CELOperator.notEqual.rawValue,
                [.binary("not_equals", .parameter("A"), .parameter("A"), .bool) { CELValue($0.equals($1).negated) }]
            ),
        ] + orderings.map { ($0.symbol.rawValue, ordered($0.symbol, $0.prefix)) }

    private static let orderings: [(symbol: CELOperator, prefix: String)] = [
        (.less, "less"), (.lessOrEqual, "less_equals"), (.greater, "greater"), (.greaterOrEqual, "greater_equals"),
    ]

    /// The overloads of one operator of order: each type with itself, and the types of numbers with each other.
    private static func ordered(_ symbol: CELOperator, _ prefix: String) -> [CELOverload] {
        let mask = OrderMask(symbol)
        let types: [(String, CELType)] = [
            ("bool", .bool), ("int64", .int), ("uint64", .uint), ("double", .double), ("string", .string),
            ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
        ]
        let numbers = types[1...3]
        let same = types.map { overload("\(prefix)_\($0.0)", $0.1, $0.1, symbol, mask) }
        let mixed = numbers.flatMap { left in
            numbers.filter { $0.1 != left.1 }.map { right in
                overload("\(prefix)_\(left.0)_\(right.0)", left.1, right.1, symbol, mask)
            }
        }
        return same + mixed
    }

    private static func overload(
        _ id: String, _ left: CELType, _ right: CELType, _ symbol: CELOperator, _ mask: OrderMask
    ) -> CELOverload {
        .binary(id, left, right, .bool) { left, right in
            switch ValueComparison.order(left, right) {
            case .ordered(let ordering): .bool(mask.contains(ordering))
            case .unordered: .bool(false)
            case .incomparable: noSuchOverload(symbol.rawValue, left, right)
            }
        }
    }
}
