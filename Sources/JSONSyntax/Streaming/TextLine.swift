/// One line of a text, as bytes.
public struct TextLine: Sendable, Hashable {
    /// Its number, from 1, counting blank lines too.
    public let number: Int
    /// Where it begins, in bytes from the beginning of the text.
    public let byteOffset: Int
    /// Its bytes without the line break; not checked to be UTF-8.
    public let utf8: [UInt8]
    /// Whether a line break follows; a last line without one may have been cut off.
    public let endsWithLineBreak: Bool
}
