/// The types of facts that random rulebooks speak about.
indirect enum ReferenceType: Hashable {
    case bool, int, decimal, percent, money, string, timestamp, duration, role
    case enumeration([String])
    case record(String)
    case list(ReferenceType)

    /// The type as a rulebook writes it.
    var text: String {
        switch self {
        case .bool: "bool"
        case .int: "int"
        case .decimal: "decimal"
        case .percent: "percent"
        case .money: "money"
        case .string: "string"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .role: "role"
        case .enumeration(let words): "{enum: [\(words.joined(separator: ", "))]}"
        case .record(let name): name
        case .list(let element): "list(\(element.text))"
        }
    }
}

/// A field of an entity or an event.
struct ReferenceField {
    let name: String
    let type: ReferenceType
    let defaultValue: ReferenceValue?

    var yaml: String {
        guard let defaultValue else { return "\(name): \(type.text)" }
        if case .enumeration(let words) = type {
            return "\(name): {enum: [\(words.joined(separator: ", "))], default: \(defaultValue.plainText)}"
        }
        return "\(name): {type: \(type.text), default: \(defaultValue.plainText)}"
    }
}
