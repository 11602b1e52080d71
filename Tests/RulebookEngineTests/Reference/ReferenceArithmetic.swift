import Foundation

/// Arithmetic and order, written out for each pair of types.
enum ReferenceArithmetic {
    static func compute(_ symbol: String, _ left: ReferenceValue, _ right: ReferenceValue) -> ReferenceResult {
        switch (symbol, left, right) {
        case (_, .int(let left), .int(let right)): return whole(symbol, left, right)
        case ("+", .money(let left, let unit), .money(let right, let other)):
            return unit == other ? .value(.money(left + right, unit)) : .failed
        case ("-", .money(let left, let unit), .money(let right, let other)):
            return unit == other ? .value(.money(left - right, unit)) : .failed
        case ("*", .money(let amount, let unit), .int(let factor)),
            ("*", .int(let factor), .money(let amount, let unit)):
            return .value(.money(amount * Decimal(factor), unit))
        case ("*", .money(let amount, let unit), .percent(let points)):
            return .value(.money(amount * points / 100, unit))
        case ("+", .percent(let left), .percent(let right)): return .value(.percent(left + right))
        case ("-", .percent(let left), .percent(let right)): return .value(.percent(left - right))
        case ("+", .decimal(let left), .decimal(let right)): return .value(.decimal(left + right))
        case ("-", .decimal(let left), .decimal(let right)): return .value(.decimal(left - right))
        case ("*", .decimal(let left), .decimal(let right)): return .value(.decimal(left * right))
        default: return .failed
        }
    }

    private static func whole(_ symbol: String, _ left: Int64, _ right: Int64) -> ReferenceResult {
        let outcome: (partialValue: Int64, overflow: Bool)
        switch symbol {
        case "+": outcome = left.addingReportingOverflow(right)
        case "-": outcome = left.subtractingReportingOverflow(right)
        case "*": outcome = left.multipliedReportingOverflow(by: right)
        case "/": outcome = left.dividedReportingOverflow(by: right)
        default: outcome = left.remainderReportingOverflow(dividingBy: right)
        }
        return outcome.overflow ? .failed : .value(.int(outcome.partialValue))
    }

    static func compare(_ symbol: String, _ left: ReferenceValue, _ right: ReferenceValue) -> ReferenceResult {
        // Amounts of two currencies are certainly not the same, but neither is more than the other.
        if symbol == "==" { return .value(.bool(left == right)) }
        if symbol == "!=" { return .value(.bool(left != right)) }
        guard let order = order(left, right) else { return .failed }
        switch symbol {
        case "<": return .value(.bool(order < 0))
        case "<=": return .value(.bool(order <= 0))
        case ">": return .value(.bool(order > 0))
        default: return .value(.bool(order >= 0))
        }
    }

    /// −1, 0 or 1; nil where there is no order.
    static func order(_ left: ReferenceValue, _ right: ReferenceValue) -> Int? {
        func sign<Value: Comparable>(_ left: Value, _ right: Value) -> Int { left < right ? -1 : left == right ? 0 : 1 }
        switch (left, right) {
        case (.int(let left), .int(let right)): return sign(left, right)
        case (.decimal(let left), .decimal(let right)): return sign(left, right)
        case (.percent(let left), .percent(let right)): return sign(left, right)
        case (.money(let left, let unit), .money(let right, let other)): return unit == other ? sign(left, right) : nil
        case (.instant(let left), .instant(let right)): return sign(left, right)
        case (.span(let left), .span(let right)): return sign(left, right)
        case (.role(_, let left), .role(_, let right)): return sign(left, right)
        case (.text(let left), .text(let right)): return sign(left, right)
        default: return nil
        }
    }
}
