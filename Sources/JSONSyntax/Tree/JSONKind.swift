/// The kinds of JSON values.
public enum JSONKind: UInt8, Sendable, CaseIterable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool
    /// A number, kept as it was written.
    case number
    /// A string.
    case string
    /// A list of values in order (an array, in the words of RFC 8259).
    case list
    /// Members in order, each with a name of its own.
    case object

    /// What a value of this kind is called in messages: `a string`.
    public var noun: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
