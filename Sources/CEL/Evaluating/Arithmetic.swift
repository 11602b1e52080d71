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
        let constant: Double? =
            if parts.count == 2, case .double(let number)? = parts[1].constant { number } else { nil }
        if doubles.count == parts.count, let double = double(id, doubles, constant) {
            return general.giving(double: double)
        }
        if id == "size_list" || id == "list_size", let slot = parts.first?.slot {
            return general.giving(int: { $0.listCount(slot).map(Int64.init) })
        }
        return general
    }

    // Each operator is written out: a closure that is handed in would be one more call for each operation.
    private static func int(_ id: String, _ parts: [IntOf]) -> IntOf? {
        guard let left = parts.first, let right = parts.last else { return nil }
        switch id {
        case "negate_int64": return { frame in left(frame).flatMap { $0 == .min ? nil : -$0 } }
        case "add_int64":
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return nil }
                let (result, overflowed) = first.addingReportingOverflow(second)
                return overflowed ? nil : result
            }
        case "subtract_int64":
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return nil }
                let (result, overflowed) = first.subtractingReportingOverflow(second)
                return overflowed ? nil : result
            }
        case "multiply_int64":
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return nil }
                let (result, overflowed) = first.multipliedReportingOverflow(by: second)
                return overflowed ? nil : result
            }
        case "divide_int64":
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return nil }
                let (result, overflowed) = first.dividedReportingOverflow(by: second)
                return overflowed ? nil : result
            }
        case "modulo_int64":
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return nil }
                let (result, overflowed) = first.remainderReportingOverflow(dividingBy: second)
                return overflowed ? nil : result
            }
        default: return nil
        }
    }

    private static func double(_ id: String, _ parts: [DoubleOf], _ constant: Double?) -> DoubleOf? {
        guard let left = parts.first, let right = parts.last else { return nil }
        if let constant, let short = double(id, left, constant) { return short }
        switch id {
        case "negate_double": return { frame in left(frame).map { -$0 } }
        case "add_double":
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return nil }
                return first + second
            }
        case "subtract_double":
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return nil }
                return first - second
            }
        case "multiply_double":
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return nil }
                return first * second
            }
        case "divide_double":
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return nil }
                return first / second
            }
        default: return nil
        }
    }

    /// The operators with a constant on their right.
    private static func double(_ id: String, _ left: @escaping DoubleOf, _ constant: Double) -> DoubleOf? {
        switch id {
        case "add_double":
            return { frame in
                guard let first = left(frame) else { return nil }
                return first + constant
            }
        case "subtract_double":
            return { frame in
                guard let first = left(frame) else { return nil }
                return first - constant
            }
        case "multiply_double":
            return { frame in
                guard let first = left(frame) else { return nil }
                return first * constant
            }
        case "divide_double":
            return { frame in
                guard let first = left(frame) else { return nil }
                return first / constant
            }
        default: return nil
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
