/// The plans of calls: strict in their arguments, bound to an overload or choosing one by the values.
struct Calling: Sendable {
    /// How the function is named in messages.
    let name: String
    /// What the call may take; at least one.
    let overloads: [CELOverload]
    /// Where it stands in the source.
    let range: Range<Int>
    /// Whether the result may be so large that it has to be counted.
    let isCounted: Bool
    /// Whether the result is a truth value.
    let isTest: Bool
    /// What the call costs besides, by the sizes of its arguments.
    private let price: CallPrice
    /// Whether the only overload may be called without a look at the values, for the checker has chosen it.
    private let isBound: Bool
    /// The kinds of values that each overload takes.
    private let matchers: [[ValueKind]]

    init(
        _ name: String, _ overloads: [CELOverload], _ definitions: Definitions, range: Range<Int>, isCounted: Bool,
        isTest: Bool = false
    ) {
        self.isTest = isTest
        self.price = CallPrice(overloads)
        self.isBound = overloads.count == 1 && definitions.options.optimizes
        self.name = name
        self.overloads = overloads
        self.range = range
        self.isCounted = isCounted
        self.matchers = overloads.map { $0.parameters.map { ValueKind($0, definitions) } }
    }

    /// Plans the call with its arguments.
    func plan(_ arguments: [Plan]) -> Plan {
        let fixed = arguments.reduce(1) { $0 + $1.cost } + overloads.reduce(0) { max($0, $1.extraCost) }
        switch arguments.count {
        case 1: return unary(arguments[0]).costing(fixed)
        case 2: return binary(arguments[0], arguments[1]).costing(fixed)
        default: return variadic(arguments).costing(fixed)
        }
    }

    private func unary(_ argument: Plan) -> Plan {
        let evaluate = argument.value
        let body: @Sendable (CELValue) -> CELValue
        if isBound, case .unary(let only) = overloads[0].implementation {
            body = only
        } else {
            body = { [self] in dispatch([$0]) }
        }
        return Plan { [self] frame in
            let value = evaluate(frame)
            guard value.isKnown else { return value }
            if price != .fixed { frame.charge(price.cost(value)) }
            return settle(body(value), frame)
        }
    }

    private func binary(_ left: Plan, _ right: Plan) -> Plan {
        let body: @Sendable (CELValue, CELValue) -> CELValue
        if isBound, case .binary(let only) = overloads[0].implementation {
            body = only
        } else {
            body = { [self] in dispatch([$0, $1]) }
        }
        let range = range
        if isTest, price == .fixed, let slot = left.slot, let constant = right.constant {
            return Plan(test: { frame in
                let value = frame.slot(slot)
                guard value.isKnown else { return CELTruth(value) }
                let result = body(value, constant)
                if case .bool(let truth) = result { return CELTruth(truth) }
                return CELTruth(result).located(at: range)
            })
        }
        if !isCounted, price == .fixed, let slot = left.slot, let constant = right.constant {
            return Plan { frame in
                let value = frame.slot(slot)
                guard value.isKnown else { return value }
                return body(value, constant).located(at: range)
            }
        }
        let (leftValue, rightValue) = (left.value, right.value)
        return Plan { [self] frame in
            let (first, second) = (leftValue(frame), rightValue(frame))
            guard first.isKnown, second.isKnown else { return Strictness.merged(first, second) }
            if price != .fixed { frame.charge(price.cost(first, second)) }
            return settle(body(first, second), frame)
        }
    }

    private func variadic(_ arguments: [Plan]) -> Plan {
        let evaluators = arguments.map(\.value)
        return Plan { [self] frame in
            var values: [CELValue] = []
            values.reserveCapacity(evaluators.count)
            var areKnown = true
            for evaluate in evaluators {
                let value = evaluate(frame)
                if !value.isKnown { areKnown = false }
                values.append(value)
            }
            guard areKnown else { return Strictness.merged(values) }
            if price != .fixed { frame.charge(price.cost(values)) }
            return settle(isBound ? overloads[0].call(values) : dispatch(values), frame)
        }
    }

    /// Calls the first overload that takes values of these kinds.
    private func dispatch(_ values: [CELValue]) -> CELValue {
        for (overload, kinds) in zip(overloads, matchers) {
            var fits = overload.takes(argumentCount: values.count)
            for (position, value) in values.enumerated() where fits {
                fits = !kinds.isEmpty && kinds[min(position, kinds.count - 1)].takes(value)
            }
            if fits { return overload.call(values) }
        }
        return StandardFunctions.noSuchOverload(name, values)
    }

    /// Counts what a result holds and gives its error a place.
    private func settle(_ result: CELValue, _ frame: CELFrame) -> CELValue {
        guard isCounted else { return result.located(at: range) }
        let count =
            switch result {
            case .string(let text): text.byteCount
            case .bytes(let bytes): bytes.bytes.count
            case .list(let list): list.elements.count
            case .map(let map): map.count
            default: 0
            }
        guard frame.takeElements(count) else {
            return .error(frame.exhaust("the evaluation makes too much", at: range))
        }
        return result.located(at: range)
    }
}
