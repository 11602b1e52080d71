import CEL

/// Operators and functions over the value types of service standards.
///
/// Exactness rules: nothing is rounded; amounts of two currencies meet only in an error; a result that does not fit in
/// 64 bits is an error.
struct HouseFunctions {
    let zone: CELTimeZone

    /// Adds them all.
    func declare(in declarations: inout CELDeclarations) {
        declareOrder(in: &declarations)
        declareSums(in: &declarations)
        declareProducts(in: &declarations)
        declareLists(in: &declarations)
        CalendarFunctions(zone: zone).declare(in: &declarations)
        let zone = zone
        declarations.function(
            "date",
            [
                .unary("date_of_timestamp", .timestamp, HouseTypes.date) { value in
                    guard case .timestamp(let instant) = value else { return Self.misfit }
                    return .scalar(CELScalar(zone.date(at: instant)))
                }
            ])
        declarations.function(
            "unknown",
            [
                .unary("unknown_string", .string, .bool) { value in
                    guard case .string(let why) = value else { return Self.misfit }
                    return .unknown(CELUnknown(CELAttributePath([why.text])))
                }
            ])
    }

    // MARK: Order

    private func declareOrder(in declarations: inout CELDeclarations) {
        let tests: [(CELOperator, String, @Sendable (FactOrder) -> Bool)] = [
            (.less, "less", { $0 == .less }), (.lessOrEqual, "less_equals", { $0 != .greater }),
            (.greater, "greater", { $0 == .greater }), (.greaterOrEqual, "greater_equals", { $0 != .less }),
        ]
        let types = [
            HouseTypes.money, HouseTypes.percent, HouseTypes.decimal, HouseTypes.date, HouseTypes.role,
            HouseTypes.timeOfDay,
        ]
        for (operation, name, holds) in tests {
            for type in types {
                declarations.overload(
                    operation,
                    .binary("\(name)_\(type)", type, type, .bool) { Self.compare($0, $1, holds) })
            }
            declarations.overload(
                operation,
                .binary("\(name)_decimal_int", HouseTypes.decimal, .int, .bool) {
                    Self.compare($0, Self.decimal($1), holds)
                })
            declarations.overload(
                operation,
                .binary("\(name)_int_decimal", .int, HouseTypes.decimal, .bool) {
                    Self.compare(Self.decimal($0), $1, holds)
                })
        }
    }

    private static func compare(_ left: CELValue, _ right: CELValue, _ holds: (FactOrder) -> Bool) -> CELValue {
        guard case .scalar(let first) = left, case .scalar(let second) = right else { return misfit }
        guard let order = FactOrder.compare(first, second) else {
            return currencyClash(first, second)
        }
        return .bool(holds(order))
    }

    // MARK: Sums

    private func declareSums(in declarations: inout CELDeclarations) {
        for type in [HouseTypes.money, HouseTypes.percent, HouseTypes.decimal] {
            declarations.overload(
                .add, .binary("add_\(type)", type, type, type) { FactSum.add($0, $1) })
            declarations.overload(
                .subtract, .binary("subtract_\(type)", type, type, type) { FactSum.subtract($0, $1) })
            declarations.overload(
                .negate,
                .unary("negate_\(type)", type, type) { value in
                    guard case .scalar(let scalar) = value, let number = scalar.number?.negated else {
                        return Self.overflow
                    }
                    return .scalar(scalar.with(number))
                })
        }
        declareMixedSums(.add, "add", in: &declarations) { $0.adding($1) }
        declareMixedSums(.subtract, "subtract", in: &declarations) { $0.subtracting($1) }
        declarations.overload(
            .subtract,
            .binary("subtract_date_date", HouseTypes.date, HouseTypes.date, .int) { left, right in
                guard case .scalar(let first) = left, case .scalar(let second) = right else { return Self.misfit }
                return .int(first.payload - second.payload)
            })
    }

    /// A decimal and a whole number.
    private func declareMixedSums(
        _ operation: CELOperator, _ name: String, in declarations: inout CELDeclarations,
        _ combine: @escaping @Sendable (ExactDecimal, ExactDecimal) -> ExactDecimal?
    ) {
        let decimal = HouseTypes.decimal
        declarations.overload(
            operation,
            .binary("\(name)_decimal_int", decimal, .int, decimal) { Self.sum($0, Self.decimal($1), combine) })
        declarations.overload(
            operation,
            .binary("\(name)_int_decimal", .int, decimal, decimal) { Self.sum(Self.decimal($0), $1, combine) })
    }

    private static func sum(
        _ left: CELValue, _ right: CELValue, _ combine: (ExactDecimal, ExactDecimal) -> ExactDecimal?
    ) -> CELValue {
        guard case .scalar(let first) = left, case .scalar(let second) = right, first.kind == second.kind else {
            return misfit
        }
        guard first.unit == second.unit else { return currencyClash(first, second) }
        guard let a = first.number, let b = second.number, let result = combine(a, b) else { return overflow }
        return .scalar(first.with(result))
    }

    // MARK: Products

    private func declareProducts(in declarations: inout CELDeclarations) {
        let money = HouseTypes.money
        let percent = HouseTypes.percent
        let decimal = HouseTypes.decimal
        let products: [(CELType, CELType, CELType)] = [
            (money, .int, money), (money, percent, money), (money, decimal, money), (percent, .int, percent),
            // A percentage is a factor, as it is to money: half of it is written as a percentage.
            (decimal, .int, decimal), (decimal, percent, decimal),
        ]
        for (scaled, factor, result) in products {
            declarations.overload(
                .multiply, .binary("multiply_\(scaled)_\(factor)", scaled, factor, result) { Self.product($0, by: $1) })
            declarations.overload(
                .multiply, .binary("multiply_\(factor)_\(scaled)", factor, scaled, result) { Self.product($1, by: $0) })
        }
        declarations.overload(
            .multiply, .binary("multiply_decimal", decimal, decimal, decimal) { Self.product($0, by: $1) })
    }

    private static func product(_ value: CELValue, by factor: CELValue) -> CELValue {
        guard case .scalar(let scalar) = value, let number = scalar.number else { return misfit }
        let multiplier: ExactDecimal?
        switch factor {
        case .int(let count): multiplier = ExactDecimal(count)
        case .scalar(let other) where other.fact == .percent: multiplier = other.percent?.fraction
        case .scalar(let other): multiplier = other.number
        default: return misfit
        }
        guard let multiplier, let result = number.multiplied(by: multiplier) else { return overflow }
        return .scalar(scalar.with(result))
    }

    // MARK: Lists

    private func declareLists(in declarations: inout CELDeclarations) {
        var overloads: [CELOverload] = [
            .unary("sum_list_int", .list(.int), .int) { value in
                guard case .list(let list) = value else { return Self.misfit }
                var total: Int64 = 0
                for element in list.elements {
                    guard case .int(let number) = element else { return Self.unfit(element) }
                    let (sum, overflowed) = total.addingReportingOverflow(number)
                    guard !overflowed else { return Self.overflow }
                    total = sum
                }
                return .int(total)
            }
        ]
        for type in [HouseTypes.money, HouseTypes.decimal, HouseTypes.percent] {
            overloads.append(
                .unary("sum_list_\(type)", .list(type), type) { value in
                    guard case .list(let list) = value else { return Self.misfit }
                    return Self.total(list.elements, isMoney: type == HouseTypes.money)
                })
        }
        declarations.function("sum", overloads)
    }

    private static func total(_ elements: [CELValue], isMoney: Bool) -> CELValue {
        guard let first = elements.first else {
            return isMoney
                ? .failure(.invalidArgument, "the sum of no amounts has no currency")
                : .scalar(CELScalar(ExactDecimal(0)))
        }
        guard case .scalar = first else { return unfit(first) }
        var result = first
        for element in elements.dropFirst() {
            guard case .scalar = element else { return unfit(element) }
            result = sum(result, element) { $0.adding($1) }
            guard case .scalar = result else { return result }
        }
        return result
    }

    // MARK: Failures

    /// An unknown or failed element makes the whole sum so.
    private static func unfit(_ element: CELValue) -> CELValue {
        element.isKnown ? misfit : element
    }

    private static func decimal(_ value: CELValue) -> CELValue {
        guard case .int(let number) = value else { return misfit }
        return .scalar(CELScalar(ExactDecimal(number)))
    }

    private static var misfit: CELValue { .failure(.noSuchOverload, "the values do not fit the operation") }
    private static var overflow: CELValue { .failure(.overflow, "the result is too large to be counted exactly") }

    private static func currencyClash(_ left: CELScalar, _ right: CELScalar) -> CELValue {
        guard let first = left.money, let second = right.money else { return misfit }
        return .failure(
            .invalidArgument,
            "amounts in \(first.currency.code) and \(second.currency.code) cannot be compared or added")
    }
}

extension CELDeclarations {
    /// Adds one form of an operator.
    fileprivate mutating func overload(_ operation: CELOperator, _ overload: CELOverload) {
        self.operator(operation, [overload])
    }
}
