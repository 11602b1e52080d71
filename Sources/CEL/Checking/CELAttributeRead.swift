/// A place where an expression reads a fact.
public struct CELAttributeRead: Hashable, Sendable {
    /// The path of the fact.
    public let path: CELAttributePath
    /// Where it is read, in UTF-8 offsets of the source.
    public let range: Range<Int>
    /// The type of what is read; `bool` for a test of presence.
    public let type: CELType
    /// Whether only its presence is asked for.
    public let isPresenceTest: Bool
}
