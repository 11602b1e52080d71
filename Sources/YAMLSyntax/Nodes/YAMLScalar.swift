public import SourceText

/// A single value of a YAML text.
public struct YAMLScalar: Sendable {
    /// How it is written.
    public enum Style: String, Sendable, CaseIterable {
        /// Without quotes.
        case plain
        /// In `'`.
        case singleQuoted
        /// In `"`, with escapes.
        case doubleQuoted
        /// After `|`, line breaks kept.
        case literal
        /// After `>`, line breaks folded.
        case folded
    }

    /// The text, escapes and folding undone.
    public let text: String
    /// How it is written.
    public let style: Style
    /// Where it is written, quotes included; behind an alias, where the anchor's node is written.
    public let range: SourceRange

    init(text: String, style: Style, range: SourceRange) {
        self.text = text
        self.style = style
        self.range = range
    }

    /// What it means by the core schema.
    public var core: Core { style == .plain ? Core(plain: text) : .string }

    /// The place in the file of a part of ``text``.
    ///
    /// It holds in all styles: through escapes, folded lines and indentation. Where a part has no exact place, the
    /// smallest known place around it is given.
    ///
    /// - Parameter utf8Range: bytes of the text's UTF-8; bounds outside it are moved to its ends.
    /// - Returns: the place; the scalar's whole range where text and source cannot be matched.
    /// - Complexity: O(length); meant for diagnostics.
    public func range(ofUTF8 utf8Range: Range<Int>) -> SourceRange {
        ScalarSourceMap(self).range(ofUTF8: utf8Range)
    }

    /// Whether a comment follows on the same line: in a plain scalar, ` #` may have cut it short by mistake.
    public var followedByComment: Bool {
        let utf8 = range.file.utf8
        var index = range.upperBound
        while index < utf8.count, utf8[index] == UInt8(ascii: " ") || utf8[index] == UInt8(ascii: "\t") { index += 1 }
        return index > range.upperBound && index < utf8.count && utf8[index] == UInt8(ascii: "#")
    }
}
