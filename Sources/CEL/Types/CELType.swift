/// The type of an expression.
public indirect enum CELType: Hashable, Sendable {
    /// Anything; what it is shows when the expression runs.
    case dyn
    /// The type of `null`.
    case null
    /// Truth values.
    case bool
    /// Signed 64-bit integers.
    case int
    /// Unsigned 64-bit integers.
    case uint
    /// IEEE 754 doubles.
    case double
    /// Texts.
    case string
    /// Raw bytes.
    case bytes
    /// Instants.
    case timestamp
    /// Lengths of time.
    case duration
    /// Types as values.
    case type
    /// Lists of one type of element.
    case list(CELType)
    /// Maps from one type of key to one type of value.
    case map(CELType, CELType)
    /// A record type that the host declared, by its name.
    case record(String)
    /// A scalar type that the host declared, by its name.
    case scalar(String)
    /// A set of strings that the host declared, by its name; each of its values is also a string.
    case text(String)
    /// A scalar of the type, or null.
    case wrapper(CELType)
    /// A type that only declared functions make and take, with its parameters.
    case abstract(String, [CELType])
    /// A type that is to be found by unification.
    case parameter(String)
    /// The type of an expression that was already reported as wrong.
    case error
}

extension CELType: CustomStringConvertible {
    /// The type as people write it, such as `map(string, list(money))`.
    public var description: String {
        switch self {
        case .dyn: "dyn"
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .type: "type"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .record(let name), .scalar(let name), .text(let name): name
        case .wrapper(let type): "wrapper(\(type))"
        case .abstract(let name, let parameters):
            parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .parameter(let name): name
        case .error: "error"
        }
    }

    /// Values of a type that may be absent: what the library of optionals makes.
    public static func optional(_ type: CELType) -> CELType { .abstract(CELTypeValue.optional.name, [type]) }

    /// The type of what an optional holds; nil for any other type.
    var optionalContent: CELType? {
        guard case .abstract(CELTypeValue.optional.name, let parameters) = self else { return nil }
        return parameters.first
    }

    /// Whether all of it is known: nothing in it is to be found out, or was reported.
    var isSettled: Bool {
        switch self {
        case .parameter, .error: false
        case .list(let element): element.isSettled
        case .map(let key, let value): key.isSettled && value.isSettled
        case .wrapper(let type): type.isSettled
        case .abstract(_, let parameters): parameters.allSatisfy(\.isSettled)
        case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .record, .scalar,
            .text:
            true
        }
    }

    /// Whether its values are strings.
    var isStringLike: Bool {
        switch self {
        case .string, .text: true
        default: false
        }
    }
}
