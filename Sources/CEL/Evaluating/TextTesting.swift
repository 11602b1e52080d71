/// Plans of `startsWith`, `endsWith` and `contains` of a fact and a constant, which copy neither.
enum TextTesting {
    /// The plan of a call with one overload of the language, or nil where it is none of these.
    static func plan(_ id: String, _ parts: [Plan], general: Plan) -> Plan? {
        guard parts.count == 2, let slot = parts[0].slot, case .string(let part)? = parts[1].constant else {
            return nil
        }
        let otherwise = general.test
        switch id {
        case "starts_with_string":
            return Plan(
                cost: general.cost,
                test: { frame in
                    frame.withText(slot) { CELTruth($0.hasPrefix(part)) } ?? otherwise(frame)
                })
        case "ends_with_string":
            return Plan(
                cost: general.cost,
                test: { frame in
                    frame.withText(slot) { CELTruth($0.hasSuffix(part)) } ?? otherwise(frame)
                })
        case "contains_string":
            return Plan(
                cost: general.cost,
                test: { frame in
                    let found = frame.withText(slot) { text in
                        frame.charge(CallPrice.search.cost(byteCounts: text.byteCount, part.byteCount))
                        return CELTruth(text.contains(part))
                    }
                    return found ?? otherwise(frame)
                })
        default: return nil
        }
    }
}
