/// The plans of fields and of their presence.
enum Selection {
    /// The value of a field; the index is the field's place in records of the type that the checker found.
    static func field(_ name: String, of operand: @escaping Evaluate, index: Int?, range: Range<Int>) -> Plan {
        let key = CELMapKey.string(CELString(name))
        return Plan { frame in
            switch operand(frame) {
            case .record(let record):
                if let index, index < record.type.fields.count, record.type.fields[index].name == name {
                    return record.values[index].located(at: range)
                }
                return record.value(of: name)?.located(at: range)
                    ?? .error(CELError(.noSuchField, "\(record.type.name) has no field `\(name)`", range: range))
            case .map(let map):
                return map.value(forNormalizedKey: key)
                    ?? .error(CELError(.noSuchKey, "the map has no key `\(name)`", range: range))
            case .optional(let optional): return field(name, key, of: optional.value, range: range)
            case .unknown(let unknown): return .unknown(unknown)
            case .error(let error): return .error(error)
            case let other: return .error(noField(name, other, range))
            }
        }
    }

    /// The value of a field as an optional, of a value that may itself be one.
    static func optionalField(_ name: String, of operand: @escaping Evaluate, range: Range<Int>) -> Plan {
        let key = CELMapKey.string(CELString(name))
        return Plan { frame in
            let value = operand(frame)
            guard value.isKnown else { return value }
            if case .optional(let optional) = value { return field(name, key, of: optional.value, range: range) }
            return field(name, key, of: value, range: range)
        }
    }

    /// The field of what an optional holds: nothing where there is none.
    private static func field(
        _ name: String, _ key: CELMapKey, of value: CELValue?, range: Range<Int>
    ) -> CELValue {
        switch value {
        case nil: return .optional(.none)
        case .map(let map)?:
            guard let found = map.value(forNormalizedKey: key) else { return .optional(.none) }
            return OptionalsLibrary.optionally(found)
        case .record(let record)?:
            guard let found = record.value(of: name) else {
                return .error(CELError(.noSuchField, "\(record.type.name) has no field `\(name)`", range: range))
            }
            if case .error = found { return .optional(.none) }
            return OptionalsLibrary.optionally(found)
        case .optional(let optional)?: return field(name, key, of: optional.value, range: range)
        case let other?: return .error(noField(name, other, range))
        }
    }

    private static func noField(_ name: String, _ value: CELValue, _ range: Range<Int>) -> CELError {
        CELError(.noSuchOverload, "a value of type \(value.typeName) has no field `\(name)`", range: range)
    }

    /// Whether a field is present.
    ///
    /// What a record lacks, it lacks with all its fields: below an absent field nothing is present.
    static func presence(
        of name: String, in operand: @escaping Evaluate, operandIsField: Bool, range: Range<Int>
    ) -> Plan {
        let key = CELMapKey.string(CELString(name))
        return Plan(test: { frame in
            switch operand(frame) {
            case .record(let record):
                guard let value = record.value(of: name) else {
                    return .error(CELError(.noSuchField, "\(record.type.name) has no field `\(name)`", range: range))
                }
                return presence(of: value)
            case .optional(let optional):
                switch field(name, key, of: optional.value, range: range) {
                case .optional(let found): return CELTruth(found.value != nil)
                case let other: return CELTruth(other)
                }
            case .map(let map):
                guard let found = map.value(forNormalizedKey: key) else { return .false }
                if case .unknown(let unknown) = found { return .unknown(unknown) }
                return .true
            case .unknown(let unknown):
                return operandIsField && !unknown.isWithheld ? .false : .unknown(unknown)
            case .error(let error): return .error(error)
            case let other:
                return .error(noField(name, other, range))
            }
        })
    }

    /// Whether a field that holds this is present: an unknown that is not kept back is an absent fact.
    private static func presence(of value: CELValue) -> CELTruth {
        switch value {
        case .unknown(let unknown): unknown.isWithheld ? .unknown(unknown) : .false
        case .error: .false
        default: .true
        }
    }

    /// Whether a slot is filled.
    static func presence(ofSlot slot: Int) -> Plan {
        Plan(test: { frame in
            presence(of: frame.slot(slot))
        })
    }
}
