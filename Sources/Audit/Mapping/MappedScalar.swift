/// A value that a mapping states itself.
public enum MappedScalar: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A number, by its digits.
    case number(String)
    /// True or false.
    case bool(Bool)
    /// Nothing: the member is then absent.
    case null
}
