/// What kind of value a parameter takes, as far as a value shows it.
indirect enum ValueKind: Sendable {
    case any
    case null, bool, int, uint, double, string, bytes, timestamp, duration, list, map, type
    case record(String)
    case scalar(UInt8)
    case nullable(ValueKind)
    case optional
    case opaque(String)
    /// No value has the type.
    case none

    init(_ type: CELType, _ definitions: Definitions) {
        switch type {
        case .dyn, .parameter: self = .any
        case .null: self = .null
        case .bool: self = .bool
        case .int: self = .int
        case .uint: self = .uint
        case .double: self = .double
        case .string, .text: self = .string
        case .bytes: self = .bytes
        case .timestamp: self = .timestamp
        case .duration: self = .duration
        case .type: self = .type
        case .list: self = .list
        case .map: self = .map
        case .record(let name): self = .record(name)
        case .scalar(let name):
            self = definitions.declarations.scalars[name].map { .scalar($0.kind) } ?? .none
        case .wrapper(let type): self = .nullable(ValueKind(type, definitions))
        case .abstract(CELTypeValue.optional.name, _): self = .optional
        case .abstract(let name, _): self = .opaque(name)
        case .error: self = .none
        }
    }

    /// Whether the parameter takes a value.
    func takes(_ value: CELValue) -> Bool {
        switch (self, value) {
        case (.any, _), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double),
            (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration), (.list, .list),
            (.map, .map), (.type, .type), (.optional, .optional):
            true
        // A list may be asked for any whole number on the number line, and says itself what it lacks.
        case (.record(let name), .record(let record)): record.type.name == name
        case (.nullable, .null): true
        case (.nullable(let kind), _): kind.takes(value)
        case (.opaque(let name), .opaque(let opaque)): opaque.content.typeName == name
        case (.scalar(let kind), .scalar(let scalar)): scalar.kind == kind
        default: false
        }
    }
}
