public import SourceText

/// What one place of a row must hold.
public struct RowCondition: Sendable {
    /// What is asked of the place.
    public enum Test: Hashable, Sendable {
        /// One of these texts; numbers and truth values count as they are written.
        case anyOf([String])
        /// Something: not absent, not null, and in a table not empty.
        case present
        /// Nothing.
        case absent
    }

    /// The place.
    public let path: RowPath
    /// What is asked of it.
    public let test: Test
    /// Where it stands.
    public let range: SourceRange
}
