/// A text that a person wrote, with the name under which it is reported.
///
/// Ranges point into it by UTF-8 byte offset; lines and columns are computed only when they are shown.
/// Two files are equal only when they are the same object: a name may be loaded twice.
public final class SourceFile: Sendable, Hashable {
    /// The name shown to people: a path as it was given, or `<standard input>`.
    public let name: String
    /// The bytes as read. They need not be valid UTF-8: a parser says so with a diagnostic.
    public let utf8: [UInt8]
    /// Where each line begins.
    let lines: LineIndex

    /// Makes a file of bytes already read.
    ///
    /// - Parameters:
    ///   - name: what people see before the line number.
    ///   - utf8: the whole content.
    public init(name: String, utf8: [UInt8]) {
        self.name = name
        self.utf8 = utf8
        self.lines = LineIndex(utf8: utf8)
    }

    /// Makes a file of a text.
    ///
    /// - Parameters:
    ///   - name: what people see before the line number.
    ///   - text: the whole content.
    public convenience init(name: String, text: String) {
        self.init(name: name, utf8: Array(text.utf8))
    }

    /// The range of the whole text.
    public var wholeRange: SourceRange { SourceRange(file: self, lowerBound: 0, upperBound: utf8.count) }

    /// The text between two byte offsets, with invalid UTF-8 replaced.
    public func text(in range: SourceRange) -> String {
        String(decoding: utf8[range.lowerBound..<range.upperBound], as: UTF8.self)
    }

    /// The number of lines; a final line break does not begin another one.
    public var lineCount: Int { lines.lineCount(utf8: utf8) }

    /// The text of a line without its line break, with invalid UTF-8 replaced.
    ///
    /// - Parameter line: counted from 1; a line outside the file gives an empty text.
    /// - Returns: the text, without its line break.
    public func text(ofLine line: Int) -> String {
        String(decoding: utf8[lines.byteRange(ofLine: line, utf8: utf8)], as: UTF8.self)
    }

    /// The bytes of a line without its line break, counted from 1.
    func byteRange(ofLine line: Int) -> Range<Int> { lines.byteRange(ofLine: line, utf8: utf8) }

    /// The position of a byte offset.
    ///
    /// - Complexity: O(log lines + length of the line).
    public func position(atOffset offset: Int) -> SourcePosition {
        lines.position(atOffset: offset, utf8: utf8)
    }

    /// The byte offset at which a line begins, counted from 1; past the last line, the end of the text.
    public func offset(ofLine line: Int) -> Int { lines.byteRange(ofLine: line, utf8: utf8).lowerBound }

    /// Identity, not content.
    public static func == (left: SourceFile, right: SourceFile) -> Bool { left === right }

    /// Hashes the identity.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
