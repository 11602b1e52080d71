/// A value as the suite knows it, apart from any engine's own, so that comparing asks no engine for an opinion.
package indirect enum SuiteValue: Sendable {
    /// The null value.
    case null
    /// A truth value.
    case bool(Bool)
    /// A signed integer.
    case int(Int64)
    /// An unsigned integer.
    case uint(UInt64)
    /// A double.
    case double(Double)
    /// A text.
    case string(String)
    /// Raw bytes.
    case bytes([UInt8])
    /// A list.
    case list([SuiteValue])
    /// A map, its entries in any order.
    case map([(key: SuiteValue, value: SuiteValue)])
    /// A type as a value, by its name.
    case type(String)
    /// An instant since 1970-01-01T00:00:00Z; nanoseconds from 0 to 999,999,999.
    case timestamp(seconds: Int64, nanoseconds: Int32)
    /// A length of time; both parts have the same sign.
    case duration(seconds: Int64, nanoseconds: Int32)
    /// A value of an enumeration that is a type of its own.
    case enumeration(type: String, value: Int32)
    /// A protobuf message.
    case message(SuiteMessage)
    /// No value, since something went wrong.
    case error(String)
    /// No value, since facts are missing.
    case unknown(String)
    /// A value that the suite has no notation for; the text is for people.
    case other(String)
}

/// A protobuf message as the suite's files hold it: fields as the text format wrote them.
package struct SuiteMessage: Sendable {
    /// What stands behind a field's name.
    package enum Content: Sendable {
        /// A number.
        case number(String)
        /// A bare word: `true`, `false`, or a name of an enumeration's value.
        case word(String)
        /// A text.
        case string(String)
        /// Bytes that are no text.
        case bytes([UInt8])
        /// A message.
        case fields([Field])
    }

    /// A field; a repeated field stands several times.
    package struct Field: Sendable {
        /// Its name.
        package let name: String
        /// What it holds.
        package let content: Content
    }

    /// The full name of the type.
    package let type: String
    /// The fields in order.
    package let fields: [Field]
}
