/// A type as a value: what `type(x)` gives; two are equal when their names are.
public final class CELTypeValue: Hashable, Sendable {
    /// The type's name without parameters, such as `list`.
    public let name: String

    /// Names a type.
    public init(_ name: String) { self.name = name }

    /// The type of instants, under the name that the language gives it.
    public static let timestamp = CELTypeValue("google.protobuf.Timestamp")
    /// The type of lengths of time, under the name that the language gives it.
    public static let duration = CELTypeValue("google.protobuf.Duration")

    /// The type of values that may be absent.
    public static let optional = CELTypeValue("optional_type")

    /// Whether both name the same type.
    public static func == (left: CELTypeValue, right: CELTypeValue) -> Bool { left.name == right.name }

    /// Feeds the name to a hash.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
