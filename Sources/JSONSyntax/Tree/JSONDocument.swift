/// A JSON text as a flat arena of values over its bytes.
///
/// Strict RFC 8259, and stricter where the RFC leaves room: a name that stands twice in one object, half of a surrogate
/// pair, bytes that are not UTF-8 and texts over the limits are refused, each with its place. Numbers keep their exact
/// text and strings stay bytes until somebody asks for a `String`. It is our own because Foundation's decoders read
/// logs thirty times slower, turn decimals into binary fractions, and let the last of two equal names win.
///
/// A document is also made from what is not JSON, such as rows of a table: see ``JSONDocumentBuilder``.
public final class JSONDocument: Sendable {
    /// What a parser does with a byte order mark before the text (RFC 8259, section 8.1, leaves the choice).
    public enum ByteOrderMark: Sendable {
        /// It is an error, as anywhere else.
        case refused
        /// One is skipped: for whole files that people saved.
        case skipped
    }

    /// The text as read, or the texts of the strings and numbers of a built document.
    @usableFromInline package let bytes: [UInt8]
    /// The values, each before what it holds.
    @usableFromInline package let nodes: NodeArena
    /// Whether the bytes are a JSON text, so that a value has a place in it.
    let isParsed: Bool

    init(bytes: [UInt8], nodes: consuming NodeArena, isParsed: Bool) {
        self.bytes = bytes
        self.nodes = nodes
        self.isParsed = isParsed
    }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - utf8: the text, kept without a copy.
    ///   - limits: how large it may be.
    ///   - byteOrderMark: whether a mark at the beginning is skipped.
    /// - Returns: the document.
    /// - Throws: the first fault, with its place.
    /// - Complexity: O(bytes), in one pass, without recursion.
    public static func parse(
        _ utf8: [UInt8], limits: JSONLimits = .standard, byteOrderMark: ByteOrderMark = .refused
    ) throws(JSONParsingError) -> JSONDocument {
        var parser = TreeParser(limits: limits, byteCount: utf8.count)
        do throws(ParsingFailure) {
            let span = utf8.span
            let start = try textStart(span, byteOrderMark)
            try parser.parse(span, from: start)
        } catch {
            throw JSONParsingError(error, in: utf8, limits: limits)
        }
        return JSONDocument(bytes: utf8, nodes: parser.finish(), isParsed: true)
    }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - limits: how large it may be.
    /// - Returns: the document.
    /// - Throws: the first fault, with its place.
    public static func parse(_ text: String, limits: JSONLimits = .standard) throws(JSONParsingError) -> JSONDocument {
        try parse(Array(text.utf8), limits: limits)
    }

    /// An object without members.
    package static let emptyObject = JSONDocument(
        bytes: [], nodes: NodeArena([NodeRecord(.object, offset: 0, length: 0, index: 0)]), isParsed: false)

    /// The bytes of the text as read, or of the texts of a built document.
    package var byteCount: Int { bytes.count }

    /// The one value of the text.
    public var root: JSONNode { JSONNode(document: self, index: 0) }

    /// The offset behind a byte order mark that may be skipped.
    private static func textStart(_ bytes: Span<UInt8>, _ mark: ByteOrderMark) throws(ParsingFailure) -> Int {
        guard bytes.count >= 2 else { return 0 }
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF), (0xFF, 0xFE), (0x00, _), (_, 0x00):
            throw ParsingFailure(.wrongEncoding, 0..<2)
        case (0xEF, 0xBB) where bytes.count >= 3 && bytes[2] == 0xBF:
            guard mark == .skipped else { throw ParsingFailure(.byteOrderMark, 0..<3) }
            return 3
        default:
            return 0
        }
    }
}
