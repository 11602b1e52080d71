/// The plans of names for values and of blocks.
///
/// A value is found before it is needed, so that no chain of names can nest evaluations; one that fails or is unknown
/// stays what it is until the name is read.
enum Binding {
    /// The body, with a local set to the value.
    static func bind(_ value: Plan, local: Int, _ body: Plan) -> Plan {
        let (evaluate, result) = (value.value, body.value)
        return Plan(cost: value.cost + body.cost + 1) { frame in
            frame.setLocal(local, evaluate(frame))
            let value = result(frame)
            frame.setLocal(local, .null)
            return value
        }
    }

    /// The body, with the locals set one after the other.
    static func block(_ parts: [(local: Int, value: Evaluate)], _ body: Plan) -> Plan {
        let result = body.value
        return Plan { frame in
            for part in parts { frame.setLocal(part.local, part.value(frame)) }
            let value = result(frame)
            for part in parts { frame.setLocal(part.local, .null) }
            return value
        }
    }

    /// The body for what an optional holds, as an optional unless it is one already.
    static func optional(
        _ value: Plan, local: Int, _ body: Plan, isFlat: Bool, range: Range<Int>, bodyRange: Range<Int>
    ) -> Plan {
        let (evaluate, result) = (value.value, body.chargedValue)
        return Plan(cost: value.cost + 1) { frame in
            let found = evaluate(frame)
            guard found.isKnown else { return found }
            guard case .optional(let optional) = found else {
                return .error(
                    CELError(.noSuchOverload, "an optional was expected, not \(found.typeName)", range: range))
            }
            guard let held = optional.value else { return .optional(.none) }
            frame.setLocal(local, held)
            let made = result(frame)
            frame.setLocal(local, .null)
            guard made.isKnown else { return made }
            guard isFlat else { return .optional(CELOptional(made)) }
            if case .optional = made { return made }
            return .error(
                CELError(.noSuchOverload, "an optional was expected, not \(made.typeName)", range: bodyRange))
        }
    }
}
