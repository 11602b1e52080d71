public import SourceText

/// A member of an event or of a thing, and where its value comes from.
public struct MappedMember: Sendable {
    /// Its name in the rulebook's words.
    public let name: String
    /// Where its value comes from.
    public let value: MappedValue
    /// The place of its name.
    public let range: SourceRange
}
