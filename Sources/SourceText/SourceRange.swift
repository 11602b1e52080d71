/// A stretch of a text, by UTF-8 byte offsets; the upper bound is not part of it.
public struct SourceRange: Hashable, Sendable {
    /// The text.
    public let file: SourceFile
    // A rulebook keeps some hundred thousand ranges, in files that are never as long as four gigabytes.
    private let lower: UInt32
    private let upper: UInt32

    /// The first byte.
    public var lowerBound: Int { Int(lower) }
    /// The byte after the last.
    public var upperBound: Int { Int(upper) }

    /// Makes a range; bounds outside the text are moved to its ends.
    public init(file: SourceFile, lowerBound: Int, upperBound: Int) {
        self.file = file
        let first = min(max(lowerBound, 0), file.utf8.count)
        lower = UInt32(clamping: first)
        upper = UInt32(clamping: min(max(upperBound, first), file.utf8.count))
    }

    /// Where it begins.
    public var start: SourcePosition { file.position(atOffset: lowerBound) }
    /// Where it ends.
    public var end: SourcePosition { file.position(atOffset: upperBound) }
    /// The text that it covers.
    public var text: String { file.text(in: self) }

    /// `file:line:column`, as editors and compilers write a place.
    public var place: String {
        let start = start
        return file.name + ":" + String(start.line) + ":" + String(start.column)
    }

    /// The smallest range that holds both; the other must lie in the same file, else the receiver is returned.
    public func union(_ other: SourceRange) -> SourceRange {
        guard other.file === file else { return self }
        return SourceRange(
            file: file, lowerBound: min(lowerBound, other.lowerBound), upperBound: max(upperBound, other.upperBound))
    }
}
