/// A value that an expression reads or makes.
///
/// Numbers, times and host scalars are held inline; everything else is one reference to something immutable, so that
/// a value is two words and copying it never copies content. Errors and unknowns are values too: logic absorbs them
/// where another operand decides.
///
/// Swift's `==` and hashing tell identical values apart (`1` and `1u` differ, NaN equals NaN); the language's own
/// equality is ``equals(_:)``.
public enum CELValue: Sendable {
    /// The null value.
    case null
    /// A truth value.
    case bool(Bool)
    /// A signed 64-bit integer.
    case int(Int64)
    /// An unsigned 64-bit integer.
    case uint(UInt64)
    /// An IEEE 754 double.
    case double(Double)
    /// A text of Unicode code points.
    case string(CELString)
    /// Raw bytes.
    case bytes(CELBytes)
    /// An instant with nanoseconds.
    case timestamp(CELTimestamp)
    /// A length of time in nanoseconds.
    case duration(CELDuration)
    /// A list of values.
    case list(CELList)
    /// A map that keeps the order of its entries.
    case map(CELMap)
    /// A value of a record type that the host declared.
    case record(CELRecord)
    /// A value of a scalar type that the host declared.
    case scalar(CELScalar)
    /// A value that may be absent.
    case optional(CELOptional)
    /// A value of an abstract type, of which only declared functions know more.
    case opaque(CELOpaque)
    /// A type as a value.
    case type(CELTypeValue)
    /// Why there is no value.
    case error(CELError)
    /// The facts that would have to be known to say the value.
    case unknown(CELUnknown)
}

extension CELValue {
    /// A string value.
    public static func text(_ text: String) -> CELValue { .string(CELString(text)) }

    /// A list value.
    public static func elements(_ elements: [CELValue]) -> CELValue { .list(CELList(elements)) }

    /// An error value.
    public static func failure(_ code: CELError.Code, _ message: String) -> CELValue {
        .error(CELError(code, message))
    }

    /// Whether this is neither an error nor unknown.
    public var isKnown: Bool {
        switch self {
        case .error, .unknown: false
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .list, .map, .record,
            .scalar, .optional, .opaque, .type:
            true
        }
    }

    /// The name of the value's type as people write it; a host scalar is named `scalar`.
    public var typeName: String {
        switch self {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: CELTypeValue.timestamp.name
        case .duration: CELTypeValue.duration.name
        case .list: "list"
        case .map: "map"
        case .record(let record): record.type.name
        case .scalar: "scalar"
        case .optional: CELTypeValue.optional.name
        case .opaque(let opaque): opaque.content.typeName
        case .type: "type"
        case .error: "error"
        case .unknown: "unknown"
        }
    }
}
