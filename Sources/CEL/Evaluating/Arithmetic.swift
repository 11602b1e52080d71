/// Gives a number, or nil where there is none: then the general way says why.
typealias IntOf = @Sendable (CELFrame) -> Int64?

/// Gives a double, or nil where there is none: then the general way says why.
typealias DoubleOf = @Sendable (CELFrame) -> Double?

/// Plans of arithmetic on numbers whose types the checker knows, which make no values on the way.
enum Arithmetic {
    /// The plan of a call with one overload of the language, as numbers where its arguments are such; the general plan
    /// otherwise, and whenever there is no result.
    static func plan(_ id: String, _ parts: [Plan], general: Plan) -> Plan {
        let ints = parts.compactMap(\.int)
        if ints.count == parts.count, let int = int(id, ints) { return general.giving(int: int) }
        let doubles = parts.compactMap(\.double)
        if doubles.count == parts.count, let double = double(id, doubles) { return general.giving(double: double) }
        if id == "size_list" || id == "list_size", let slot = parts.first?.slot {
            return general.giving(int: { $0.listCount(slot).map(Int64.init) })
        }
        return general
    }

    private static func int(_ id: String, _ parts: [IntOf]) -> IntOf? {
        guard let left = parts.first, let right = parts.last else { return nil }
        switch id {
        case "negate_int64": return { frame in left(frame).flatMap { $0 == .min ? nil : -$0 } }
        case "add_int64": return checked(left, right) { $0.addingReportingOverflow($1) }
        case "subtract_int64": return checked(left, right) { $0.subtractingReportingOverflow($1) }
        case "multiply_int64": return checked(left, right) { $0.multipliedReportingOverflow(by: $1) }
        case "divide_int64": return checked(left, right) { $0.dividedReportingOverflow(by: $1) }
        case "modulo_int64": return checked(left, right) { $0.remainderReportingOverflow(dividingBy: $1) }
        default: return nil
        }
    }

    @inline(__always)
    private static func checked(
        _ left: @escaping IntOf, _ right: @escaping IntOf,
        _ body: @escaping @Sendable (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> IntOf {
        { frame in
            guard let first = left(frame), let second = right(frame) else { return nil }
            let (result, overflowed) = body(first, second)
            return overflowed ? nil : result
        }
    }

    private static func double(_ id: String, _ parts: [DoubleOf]) -> DoubleOf? {
        guard let left = parts.first, let right = parts.last else { return nil }
        switch id {
        case "negate_double": return { frame in left(frame).map { -$0 } }
        case "add_double": return both(left, right) { $0 + $1 }
        case "subtract_double": return both(left, right) { $0 - $1 }
        case "multiply_double": return both(left, right) { $0 * $1 }
        case "divide_double": return both(left, right) { $0 / $1 }
        default: return nil
        }
    }

    @inline(__always)
    private static func both(
        _ left: @escaping DoubleOf, _ right: @escaping DoubleOf,
        _ body: @escaping @Sendable (Double, Double) -> Double
    ) -> DoubleOf {
        { frame in
            guard let first = left(frame), let second = right(frame) else { return nil }
            return body(first, second)
        }
    }
}

extension Plan {
    /// The same node, where a whole number is found the short way and everything else the general way.
    func giving(int: @escaping IntOf) -> Plan {
        let general = value
        var plan = Plan(cost: cost) { frame in
            if let number = int(frame) { return .int(number) }
            return general(frame)
        }
        plan.int = int
        return plan
    }

    /// The same node, where a double is found the short way and everything else the general way.
    func giving(double: @escaping DoubleOf) -> Plan {
        let general = value
        var plan = Plan(cost: cost) { frame in
            if let number = double(frame) { return .double(number) }
            return general(frame)
        }
        plan.double = double
        return plan
    }
}
