/// A place in a text, as people name it.
public struct SourcePosition: Hashable, Sendable {
    /// Bytes from the beginning of the text, from 0.
    public let utf8Offset: Int
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int

    /// Makes a position from its parts.
    public init(utf8Offset: Int, line: Int, column: Int) {
        self.utf8Offset = utf8Offset
        self.line = line
        self.column = column
    }
}
