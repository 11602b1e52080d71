public import SourceText

/// When a key is over: whatever has no window lives as long as its key, and what comes later under the same key begins
/// anew.
public struct Lifetime: Sendable {
    /// The part of keys as it is written, such as `interaction`.
    public let name: String
    /// The path of the fact, such as `event.interaction`.
    public let path: [String]
    /// Events after which it is over; nil where no event ends it.
    public let end: EventPattern?
    /// It is over when nothing with this key came for longer than this; nil where that ends nothing.
    public let idle: TimeSpan?
    /// The range of its name.
    public let range: SourceRange
}
