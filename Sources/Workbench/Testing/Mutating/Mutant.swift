public import SourceText

/// A small change of a rulebook that its tests should notice.
public struct Mutant: Hashable, Sendable {
    /// What is changed.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A limit lies one unit higher or lower, in the last place that is written.
        case limit
        /// A bound includes its limit, or no longer does.
        case bound
        /// A condition, or a term of one, is left out.
        case condition
    }

    /// What is changed.
    public let kind: Kind
    /// Where.
    public let range: SourceRange
    /// What stands there instead.
    public let replacement: String

    /// The change in words: `3` → `4`.
    public var text: String { "`\(range.text)` → `\(replacement)`" }

    /// The file with the change made.
    func applied() -> SourceFile {
        var bytes = range.file.utf8
        bytes.replaceSubrange(range.lowerBound..<range.upperBound, with: Array(replacement.utf8))
        return SourceFile(name: range.file.name, utf8: bytes)
    }
}
