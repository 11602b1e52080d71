/// The plans of `==`, `!=` and the operators of order, with short ways for what conditions compare most.
enum Comparing {
    /// Whether two values are equal, or are not.
    static func equality(_ left: Plan, _ right: Plan, isNegated: Bool, range: Range<Int>) -> Plan {
        let cost = left.cost + right.cost + 1
        let (leftValue, rightValue) = (left.value, right.value)
        let otherwise: Test = { frame in
            general(leftValue(frame), rightValue(frame), frame, isNegated: isNegated, range: range)
        }
        if let slot = left.slot, let constant = right.constant,
            let test = equality(slot, constant, isNegated: isNegated, otherwise)
        {
            return Plan(cost: cost, test: test)
        }
        if let slot = right.slot, let constant = left.constant,
            let test = equality(slot, constant, isNegated: isNegated, otherwise)
        {
            return Plan(cost: cost, test: test)
        }
        if let first = left.int, let second = right.int {
            return Plan(
                cost: cost,
                test: { frame in
                    guard let left = first(frame), let right = second(frame) else { return otherwise(frame) }
                    return CELTruth((left == right) != isNegated)
                })
        }
        if case .string(let text)? = right.constant {
            return Plan(
                cost: cost,
                test: { frame in
                    let found = leftValue(frame)
                    if case .string(let value) = found {
                        return CELTruth((value === text || value == text) != isNegated)
                    }
                    return general(found, .string(text), frame, isNegated: isNegated, range: range)
                })
        }
        return Plan(cost: cost, test: otherwise)
    }

    private static func equality(
        _ slot: Int, _ constant: CELValue, isNegated: Bool, _ otherwise: @escaping Test
    ) -> Test? {
        switch constant {
        case .string(let text):
            return { frame in
                frame.withText(slot) { CELTruth(($0 === text || $0 == text) != isNegated) } ?? otherwise(frame)
            }
        case .int(let number):
            return { frame in
                if let value = frame.int(slot) { return CELTruth((value == number) != isNegated) }
                return otherwise(frame)
            }
        case .bool(let truth):
            return { frame in
                if let value = frame.bool(slot) { return CELTruth((value == truth) != isNegated) }
                return otherwise(frame)
            }
        case .scalar(let scalar):
            return { frame in
                if case .scalar(let value) = frame.slot(slot) { return CELTruth((value == scalar) != isNegated) }
                return otherwise(frame)
            }
        default: return nil
        }
    }

    private static func general(
        _ left: CELValue, _ right: CELValue, _ frame: CELFrame, isNegated: Bool, range: Range<Int>
    ) -> CELTruth {
        guard left.isKnown, right.isKnown else { return CELTruth(Strictness.merged(left, right)) }
        let truth = frame.equal(left, right).located(at: range)
        return isNegated ? truth.negated : truth
    }

    /// Whether two numbers, or two values of one built-in type, stand as the operator asks.
    static func order(_ left: Plan, _ right: Plan, _ symbol: CELOperator, range: Range<Int>) -> Plan {
        let mask = OrderMask(symbol)
        let cost = left.cost + right.cost + 1
        let (leftValue, rightValue) = (left.value, right.value)
        let otherwise: Test = { general(leftValue($0), rightValue($0), mask, symbol, range) }
        if let slot = left.slot, case .int(let number)? = right.constant {
            return Plan(cost: cost, test: order(slot, number, symbol, otherwise))
        }
        if let first = left.int, let second = right.int {
            return Plan(
                cost: cost,
                test: { frame in
                    guard let left = first(frame), let right = second(frame) else { return otherwise(frame) }
                    return CELTruth(mask.contains(.of(left, right)))
                })
        }
        if let first = left.double, let second = right.double {
            return Plan(cost: cost, test: order(first, second, symbol, otherwise))
        }
        if case .duration(let length)? = right.constant {
            return Plan(
                cost: cost,
                test: { frame in
                    let found = leftValue(frame)
                    if case .duration(let value) = found {
                        return CELTruth(mask.contains(.of(value.nanoseconds, length.nanoseconds)))
                    }
                    return general(found, .duration(length), mask, symbol, range)
                })
        }
        return Plan(cost: cost, test: otherwise)
    }

    /// The commonest comparison of all, with the operator chosen ahead of time.
    private static func order(
        _ slot: Int, _ number: Int64, _ symbol: CELOperator, _ otherwise: @escaping Test
    ) -> Test {
        switch symbol {
        case .less: { frame in frame.int(slot).map { CELTruth($0 < number) } ?? otherwise(frame) }
        case .lessOrEqual: { frame in frame.int(slot).map { CELTruth($0 <= number) } ?? otherwise(frame) }
        case .greater: { frame in frame.int(slot).map { CELTruth($0 > number) } ?? otherwise(frame) }
        case .greaterOrEqual: { frame in frame.int(slot).map { CELTruth($0 >= number) } ?? otherwise(frame) }
        default: otherwise
        }
    }

    /// Two doubles; where one is no number, every comparison is false.
    private static func order(
        _ left: @escaping DoubleOf, _ right: @escaping DoubleOf, _ symbol: CELOperator, _ otherwise: @escaping Test
    ) -> Test {
        switch symbol {
        case .less:
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return otherwise(frame) }
                return CELTruth(first < second)
            }
        case .lessOrEqual:
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return otherwise(frame) }
                return CELTruth(first <= second)
            }
        case .greater:
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return otherwise(frame) }
                return CELTruth(first > second)
            }
        case .greaterOrEqual:
            return { frame in
                guard let first = left(frame), let second = right(frame) else { return otherwise(frame) }
                return CELTruth(first >= second)
            }
        default: return otherwise
        }
    }

    private static func general(
        _ left: CELValue, _ right: CELValue, _ mask: OrderMask, _ symbol: CELOperator, _ range: Range<Int>
    ) -> CELTruth {
        guard left.isKnown, right.isKnown else { return CELTruth(Strictness.merged(left, right)) }
        switch ValueComparison.order(left, right) {
        case .ordered(let ordering): return CELTruth(mask.contains(ordering))
        case .unordered: return .false
        case .incomparable:
            return CELTruth(StandardFunctions.noSuchOverload(symbol.rawValue, left, right)).located(at: range)
        }
    }
}
