/// The plans of fields and of their presence.
enum Selection {
    /// The value of a field; the index is the field's place in records of the type that the checker found.
    static func field(_ name: String, of operand: @escaping Evaluate, index: Int?, range: Range<Int>) -> Plan {
        let key = CELMapKey.string(CELString(name))
        return Plan { frame in
            switch operand(frame) {
            case .record(let record):
                if let index, index < record.type.fields.count, record.type.fields[index].name == name {
                    return record.values[index]
                }
                return record.value(of: name)
                    ?? .error(CELError(.noSuchField, "\(record.type.name) has no field `\(name)`", range: range))
            case .map(let map):
                return map.value(forNormalizedKey: key)
                    ?? .error(CELError(.noSuchKey, "the map has no key `\(name)`", range: range))
            case .unknown(let unknown): return .unknown(unknown)
            case .error(let error): return .error(error)
            case let other:
                return .error(
                    CELError(.noSuchOverload, "a value of type \(other.typeName) has no field `\(name)`", range: range))
            }
        }
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
                if case .unknown = value { return .false }
                return .true
            case .map(let map): return CELTruth(map.value(forNormalizedKey: key) != nil)
            case .unknown(let unknown): return operandIsField ? .false : .unknown(unknown)
            case .error(let error): return .error(error)
            case let other:
                return .error(
                    CELError(.noSuchOverload, "a value of type \(other.typeName) has no field `\(name)`", range: range))
            }
        })
    }

    /// Whether a slot is filled.
    static func presence(ofSlot slot: Int) -> Plan {
        Plan(test: { frame in
            if case .unknown = frame.slot(slot) { return .false }
            return .true
        })
    }
}
