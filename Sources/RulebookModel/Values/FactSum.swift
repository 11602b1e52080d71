package import CEL

/// Exact sums of facts, whatever their type.
package enum FactSum {
    /// The sum of two numbers, amounts, percentages or lengths of time; an error where they do not fit together or the
    /// result cannot be counted exactly.
    package static func add(_ left: CELValue, _ right: CELValue) -> CELValue { combine(left, right, isSum: true) }

    /// The first less the second.
    package static func subtract(_ left: CELValue, _ right: CELValue) -> CELValue {
        combine(left, right, isSum: false)
    }

    /// Whether a value is below nothing.
    package static func isNegative(_ value: CELValue) -> Bool {
        switch value {
        case .int(let number): number < 0
        case .duration(let length): length.nanoseconds < 0
        case .scalar(let scalar): scalar.payload < 0
        default: false
        }
    }

    /// Nothing, in the type and unit of a value.
    package static func zero(like value: CELValue) -> CELValue { subtract(value, value) }

    private static func combine(_ left: CELValue, _ right: CELValue, isSum: Bool) -> CELValue {
        switch (left, right) {
        case (.int(let first), .int(let second)):
            let (result, overflowed) =
                isSum ? first.addingReportingOverflow(second) : first.subtractingReportingOverflow(second)
            return overflowed ? overflow : .int(result)
        case (.duration(let first), .duration(let second)):
            let (result, overflowed) =
                isSum
                ? first.nanoseconds.addingReportingOverflow(second.nanoseconds)
                : first.nanoseconds.subtractingReportingOverflow(second.nanoseconds)
            return overflowed ? overflow : .duration(CELDuration(nanoseconds: result))
        case (.scalar(let first), .scalar(let second)) where first.kind == second.kind:
            guard first.unit == second.unit else { return currencyClash(first, second) }
            guard let a = first.number, let b = second.number,
                let result = isSum ? a.adding(b) : a.subtracting(b)
            else { return overflow }
            return .scalar(first.with(result))
        default: return .failure(.noSuchOverload, "the values do not fit the operation")
        }
    }

    private static var overflow: CELValue { .failure(.overflow, "the result is too large to be counted exactly") }

    private static func currencyClash(_ left: CELScalar, _ right: CELScalar) -> CELValue {
        .failure(
            .invalidArgument,
            "amounts in \(left.money?.currency.code ?? "?") and \(right.money?.currency.code ?? "?") cannot be compared "
                + "or added")
    }
}

extension CELScalar {
    /// The same kind and unit with another number.
    package func with(_ number: ExactDecimal) -> CELScalar {
        CELScalar(kind: kind, scale: number.scale, unit: unit, payload: number.mantissa)
    }
}
