/// The plans of `==`, `!=` and the operators of order, for what conditions compare most: a slot and a constant.
enum Comparing {
    /// Whether two values are equal, or are not.
    static func equality(_ left: Plan, _ right: Plan, isNegated: Bool, range: Range<Int>) -> Plan {
        if let slot = left.slot, let constant = right.constant,
            let test = equality(slot, constant, isNegated: isNegated, range: range)
        {
            return Plan(cost: 2, test: test)
        }
        if let slot = right.slot, let constant = left.constant,
            let test = equality(slot, constant, isNegated: isNegated, range: range)
        {
            return Plan(cost: 2, test: test)
        }
        let (leftValue, rightValue) = (left.value, right.value)
        return Plan(
            cost: left.cost + right.cost + 1,
            test: { frame in
                general(leftValue(frame), rightValue(frame), frame, isNegated: isNegated, range: range)
            })
    }

    private static func equality(_ slot: Int, _ constant: CELValue, isNegated: Bool, range: Range<Int>) -> Test? {
        switch constant {
        case .string(let text):
            return { frame in
                if case .string(let value) = frame.slot(slot) {
                    return CELTruth((value === text || value == text) != isNegated)
                }
                return general(frame.slot(slot), constant, frame, isNegated: isNegated, range: range)
            }
        case .int(let number):
            return { frame in
                if case .int(let value) = frame.slot(slot) { return CELTruth((value == number) != isNegated) }
                return general(frame.slot(slot), constant, frame, isNegated: isNegated, range: range)
            }
        case .bool(let truth):
            return { frame in
                if case .bool(let value) = frame.slot(slot) { return CELTruth((value == truth) != isNegated) }
                return general(frame.slot(slot), constant, frame, isNegated: isNegated, range: range)
            }
        case .scalar(let scalar):
            return { frame in
                if case .scalar(let value) = frame.slot(slot) { return CELTruth((value == scalar) != isNegated) }
                return general(frame.slot(slot), constant, frame, isNegated: isNegated, range: range)
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

    /// Whether two whole numbers, or two values of one built-in type, stand as the operator asks.
    static func order(_ left: Plan, _ right: Plan, _ symbol: CELOperator, range: Range<Int>) -> Plan {
        let mask = OrderMask(symbol)
        if case .duration(let length)? = right.constant { return order(left, length, mask, symbol, range: range) }
        if let slot = left.slot, case .int(let number)? = right.constant {
            let constant = CELValue.int(number)
            return Plan(
                cost: 2,
                test: { frame in
                    if case .int(let value) = frame.slot(slot) { return CELTruth(mask.contains(.of(value, number))) }
                    return general(frame.slot(slot), constant, mask, symbol, range)
                })
        }
        let (leftValue, rightValue) = (left.value, right.value)
        return Plan(
            cost: left.cost + right.cost + 1,
            test: { frame in
                let (first, second) = (leftValue(frame), rightValue(frame))
                if case .int(let first) = first, case .int(let second) = second {
                    return CELTruth(mask.contains(.of(first, second)))
                }
                return general(first, second, mask, symbol, range)
            })
    }

    /// Whether a slot stands to a length of time as the operator asks.
    static func order(_ left: Plan, _ length: CELDuration, _ mask: OrderMask, _ symbol: CELOperator, range: Range<Int>)
        -> Plan
    {
        let value = left.value
        return Plan(
            cost: left.cost + 1,
            test: { frame in
                let found = value(frame)
                if case .duration(let value) = found {
                    return CELTruth(mask.contains(.of(value.nanoseconds, length.nanoseconds)))
                }
                return general(found, .duration(length), mask, symbol, range)
            })
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
