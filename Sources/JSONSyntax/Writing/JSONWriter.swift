/// Writes JSON to bytes, piece by piece: the same calls give the same bytes.
///
/// What it writes is always valid JSON in valid UTF-8. A value without its name, or an end without its beginning, is a
/// mistake of the calling code and stops the program. Between top-level values, ``endLine()`` makes JSON Lines.
///
/// ```swift
/// var writer = JSONWriter(style: .pretty)
/// writer.object {
///     $0.member("outcome", "allow")
///     $0.member("used", 2)
/// }
/// ```
public struct JSONWriter: Sendable {
    /// How the text is laid out.
    public let style: JSONStyle
    /// What was written and not yet taken.
    public private(set) var utf8: [UInt8] = []
    private var nesting = Nesting()

    /// What was written and not yet taken, as text.
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    /// Makes a writer with nothing written.
    ///
    /// - Parameter style: the layout.
    public init(style: JSONStyle = .compact) {
        self.style = style
    }

    /// Makes room for what will be written, so that none is made piece by piece.
    ///
    /// - Parameter byteCount: about how much that will be.
    public mutating func reserveCapacity(_ byteCount: Int) { utf8.reserveCapacity(utf8.count + byteCount) }

    /// Hands over what was written so far and forgets it, so that long reports need no long memory.
    ///
    /// - Returns: the bytes since the last call.
    public mutating func take() -> [UInt8] {
        let taken = utf8
        utf8 = []
        // What comes next is probably as long.
        utf8.reserveCapacity(taken.count)
        return taken
    }

    /// How the members or elements of one object or list are set, where the style indents.
    public enum Layout: Sendable {
        /// As the style says.
        case styled
        /// All on one line, with everything inside.
        case inline
    }

    /// Begins an object.
    public mutating func beginObject(_ layout: Layout = .styled) { begin(UInt8(ascii: "{"), isObject: true, layout) }

    /// Ends the innermost object.
    public mutating func endObject() { end(UInt8(ascii: "}"), isObject: true) }

    /// Begins a list.
    public mutating func beginList(_ layout: Layout = .styled) { begin(UInt8(ascii: "["), isObject: false, layout) }

    /// Ends the innermost list.
    public mutating func endList() { end(UInt8(ascii: "]"), isObject: false) }

    /// Ends a line between two top-level values, or after the last one.
    public mutating func endLine() {
        precondition(nesting.depth == 0, "a line ends between top-level values")
        append("\n")
    }

    /// Writes the name of the member whose value follows.
    public mutating func name(_ name: String) {
        separate(nesting.addName())
        appendQuoted(name)
        appendColon()
    }

    /// Writes `null`.
    public mutating func null() {
        separate(nesting.addValue())
        append("null")
    }

    /// Writes a Boolean.
    public mutating func bool(_ value: Bool) {
        separate(nesting.addValue())
        append(value ? "true" : "false")
    }

    /// Writes an integer.
    public mutating func int(_ value: Int64) {
        separate(nesting.addValue())
        append(String(value))
    }

    /// Writes an exact decimal.
    public mutating func decimal(_ value: JSONDecimal) {
        separate(nesting.addValue())
        append(value.text)
    }

    /// Writes a binary fraction in the fewest digits that read back as the same one.
    ///
    /// JSON has no notation for what is no finite number: `"NaN"`, `"Infinity"` and `"-Infinity"` are written as
    /// strings, as in the JSON mapping of protocol buffers.
    public mutating func double(_ value: Double) {
        guard value.isFinite else {
            return string(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")
        }
        separate(nesting.addValue())
        append(String(describing: value))
    }

    /// Writes a number in the digits given.
    ///
    /// - Parameter text: a number in JSON's notation.
    /// - Throws: ``JSONBuildingError/malformedNumber(_:)``, with nothing written.
    public mutating func number(_ text: String) throws(JSONBuildingError) {
        let bytes = Array(text.utf8)
        guard NumberScan.isNumber(bytes.span) else { throw .malformedNumber(text) }
        separate(nesting.addValue())
        append(text)
    }

    /// Writes a string.
    public mutating func string(_ value: String) {
        separate(nesting.addValue())
        appendQuoted(value)
    }

    /// Writes a string from its UTF-8; bytes that are none are mended as `String` mends them.
    public mutating func string(utf8 text: Span<UInt8>) {
        guard UTF8Sequence.isValid(text) else {
            return string(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
        }
        separate(nesting.addValue())
        StringEscaping.append(text, to: &utf8, escapesMarkup: style.escapesMarkup)
    }

    /// Writes a value of a document with all that it holds, in this writer's layout; numbers keep their digits.
    public mutating func node(_ node: JSONNode) {
        switch node.kind {
        case .null: null()
        case .bool: bool(node.record.isTrue)
        case .number:
            separate(nesting.addValue())
            utf8.append(contentsOf: node.document.bytes[node.record.range])
        case .string:
            separate(nesting.addValue())
            appendQuoted(node)
        case .list:
            beginList()
            for element in node.elements { self.node(element) }
            endList()
        case .object:
            beginObject()
            for member in node.members {
                separate(nesting.addName())
                appendQuoted(member.nameNode)
                appendColon()
                self.node(member.value)
            }
            endObject()
        }
    }

    private mutating func begin(_ bracket: UInt8, isObject: Bool, _ layout: Layout) {
        separate(nesting.addValue())
        nesting.open(isObject: isObject, isOnOneLine: layout == .inline)
        utf8.append(bracket)
    }

    private mutating func end(_ bracket: UInt8, isObject: Bool) {
        let wasOnOneLine = nesting.isOnOneLine
        if nesting.close(isObject: isObject) > 0, !wasOnOneLine { breakLine() }
        utf8.append(bracket)
    }

    /// Writes the comma and the line break that stand before a value or name.
    @inline(__always)
    private mutating func separate(_ place: ValuePlace) {
        switch place {
        case .root, .afterName: return
        case .first:
            if !nesting.isOnOneLine { breakLine() }
        case .further:
            utf8.append(UInt8(ascii: ","))
            if !nesting.isOnOneLine {
                breakLine()
            } else if style.indentation != nil {
                append(" ")
            }
        }
    }

    @inline(__always)
    private mutating func appendColon() {
        utf8.append(UInt8(ascii: ":"))
        if style.indentation != nil { utf8.append(UInt8(ascii: " ")) }
    }

    private mutating func breakLine() {
        guard let indentation = style.indentation else { return }
        append("\n")
        utf8.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * nesting.depth))
    }

    private mutating func appendQuoted(_ text: String) {
        var text = text
        text.withUTF8 { StringEscaping.append($0.span, to: &utf8, escapesMarkup: style.escapesMarkup) }
    }

    private mutating func appendQuoted(_ node: JSONNode) {
        node.withUTF8 { StringEscaping.append($0, to: &utf8, escapesMarkup: style.escapesMarkup) }
    }

    @inline(__always)
    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { utf8.append(contentsOf: $0) }
    }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { utf8.append(contentsOf: $0) }
    }
}
