extension StandardFunctions {
    /// `+ - * / %` and the sign.
    static let arithmetic: [(String, [CELOverload])] = [
        (
            CELOperator.add.rawValue,
            [
                int("add_int64", .add) { $0.addingReportingOverflow($1) },
                uint("add_uint64", .add) { $0.addingReportingOverflow($1) },
                double("add_double", .add) { $0 + $1 },
            ]
        ),
        (
            CELOperator.subtract.rawValue,
            [
                int("subtract_int64", .subtract) { $0.subtractingReportingOverflow($1) },
                uint("subtract_uint64", .subtract) { $0.subtractingReportingOverflow($1) },
                double("subtract_double", .subtract) { $0 - $1 },
            ]
        ),
        (
            CELOperator.multiply.rawValue,
            [
                int("multiply_int64", .multiply) { $0.multipliedReportingOverflow(by: $1) },
                uint("multiply_uint64", .multiply) { $0.multipliedReportingOverflow(by: $1) },
                double("multiply_double", .multiply) { $0 * $1 },
            ]
        ),
        (
            CELOperator.divide.rawValue,
            [
                int("divide_int64", .divide) { $0.dividedReportingOverflow(by: $1) },
                uint("divide_uint64", .divide) { $0.dividedReportingOverflow(by: $1) },
                double("divide_double", .divide) { $0 / $1 },
            ]
        ),
        (
            CELOperator.remainder.rawValue,
            [
                int("modulo_int64", .remainder) { $0.remainderReportingOverflow(dividingBy: $1) },
                uint("modulo_uint64", .remainder) { $0.remainderReportingOverflow(dividingBy: $1) },
            ]
        ),
        (
            CELOperator.negate.rawValue,
            [
                .unary("negate_int64", .int, .int) { value in
                    guard case .int(let value) = value else {
                        return noSuchOverload(CELOperator.negate.rawValue, value)
                    }
                    return value == .min ? overflow(.negate) : .int(-value)
                },
                .unary("negate_double", .double, .double) { value in
                    guard case .double(let value) = value else {
                        return noSuchOverload(CELOperator.negate.rawValue, value)
                    }
                    return .double(-value)
                },
            ]
        ),
    ]

    private static func int(
        _ id: String, _ symbol: CELOperator,
        _ body: @escaping @Sendable (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> CELOverload {
        let divides = symbol == .divide || symbol == .remainder
        return .binary(id, .int, .int, .int) { left, right in
            guard case .int(let first) = left, case .int(let second) = right else {
                return noSuchOverload(symbol.rawValue, left, right)
            }
            if divides, second == 0 { return divisionByZero }
            let (result, overflowed) = body(first, second)
            return overflowed ? overflow(symbol) : .int(result)
        }
    }

    private static func uint(
        _ id: String, _ symbol: CELOperator,
        _ body: @escaping @Sendable (UInt64, UInt64) -> (partialValue: UInt64, overflow: Bool)
    ) -> CELOverload {
        let divides = symbol == .divide || symbol == .remainder
        return .binary(id, .uint, .uint, .uint) { left, right in
            guard case .uint(let first) = left, case .uint(let second) = right else {
                return noSuchOverload(symbol.rawValue, left, right)
            }
            if divides, second == 0 { return divisionByZero }
            let (result, overflowed) = body(first, second)
            return overflowed ? overflow(symbol) : .uint(result)
        }
    }

    private static func double(
        _ id: String, _ symbol: CELOperator, _ body: @escaping @Sendable (Double, Double) -> Double
    ) -> CELOverload {
        .binary(id, .double, .double, .double) { left, right in
            guard case .double(let first) = left, case .double(let second) = right else {
                return noSuchOverload(symbol.rawValue, left, right)
            }
            return .double(body(first, second))
        }
    }

    private static var divisionByZero: CELValue { .failure(.divisionByZero, "division by zero") }
}
