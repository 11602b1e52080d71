/// The plans of `in`.
enum Membership {
    /// Up to this many constants are compared one by one.
    private static let listedCountMax = 8

    /// Whether a value is among constants, or nil where they cannot be looked up by their hashes.
    static func probe(_ value: Plan, _ constants: [CELValue]) -> Plan? {
        var keys: [CELMapKey] = []
        for constant in constants {
            guard let key = CELMapKey(constant), !isAtTheEnd(constant) else { return nil }
            keys.append(key)
        }
        let evaluate = value.value
        let cost = value.cost + 1
        if keys.count <= listedCountMax {
            let texts = constants.compactMap { if case .string(let text) = $0 { text } else { nil } }
            if texts.count == constants.count { return textProbe(value, texts) }
            let listed = keys
            return Plan(
                cost: cost,
                test: { frame in
                    let value = evaluate(frame)
                    guard value.isKnown else { return CELTruth(value) }
                    return CELTruth(CELMapKey(value).map { listed.contains($0) } ?? false)
                })
        }
        let set = Set(keys)
        return Plan(
            cost: cost,
            test: { frame in
                let value = evaluate(frame)
                guard value.isKnown else { return CELTruth(value) }
                return CELTruth(CELMapKey(value).map { set.contains($0) } ?? false)
            })
    }

    /// Whether a constant is one of the pair of numbers that are equal without being the same key.
    private static func isAtTheEnd(_ constant: CELValue) -> Bool {
        switch constant {
        case .int(let number): number == .max
        case .double(let number): number == 0x1p63
        default: false
        }
    }

    private static func textProbe(_ value: Plan, _ texts: [CELString]) -> Plan {
        if let slot = value.slot {
            return Plan(
                cost: 2,
                test: { frame in
                    let found = frame.withText(slot) { value in
                        for text in texts where text === value || text == value { return true }
                        return false
                    }
                    return found.map { CELTruth($0) } ?? listed(frame.slot(slot), texts)
                })
        }
        let evaluate = value.value
        return Plan(cost: value.cost + 1, test: { listed(evaluate($0), texts) })
    }

    private static func listed(_ value: CELValue, _ texts: [CELString]) -> CELTruth {
        switch value {
        case .string(let value):
            for text in texts where text === value || text == value { return .true }
            return .false
        case .unknown(let unknown): return .unknown(unknown)
        case .error(let error): return .error(error)
        default: return .false
        }
    }

    /// Whether a value is an element of a list or a key of a map that is made when the expression runs.
    static func general(_ value: Plan, _ collection: Plan, range: Range<Int>) -> Plan {
        let (valueOf, collectionOf) = (value.value, collection.value)
        return Plan(
            cost: value.cost + collection.cost + 1,
            test: { frame in
                let (value, collection) = (valueOf(frame), collectionOf(frame))
                guard value.isKnown, collection.isKnown else { return CELTruth(Strictness.merged(value, collection)) }
                guard case .list(let list) = collection else {
                    return StandardFunctions.contains(collection, value).located(at: range)
                }
                guard frame.takeElements(list.elements.count) else {
                    return .error(CELError(.limitExceeded, "there is too much to compare", range: range))
                }
                var found = CELTruth.false
                for element in list.elements {
                    found = found.disjoined(with: frame.equal(element, value))
                    if found == .true { return .true }
                }
                return found.located(at: range)
            })
    }
}
