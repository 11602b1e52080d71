/// A look into a document that costs no count of references and no copy: for those who read many values at once.
///
/// It holds addresses and lives only inside ``JSONDocument/withView(_:)``; positions come from its own records, which the
/// parser laid out, and are checked in debug builds.
@usableFromInline
package struct JSONView {
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
    @usableFromInline let nodes: UnsafeBufferPointer<NodeRecord>

    @usableFromInline
    init(bytes: UnsafeBufferPointer<UInt8>, nodes: UnsafeBufferPointer<NodeRecord>) {
        self.bytes = bytes
        self.nodes = nodes
    }

    /// The record at a place.
    @inlinable package subscript(index: Int) -> NodeRecord { nodes[index] }

    /// How many bytes there are.
    var byteCount: Int { bytes.count }

    /// A byte of the text.
    @inlinable package func byte(_ offset: Int) -> UInt8 { bytes[offset] }

    /// The bytes of a record's text, escapes and all.
    @inlinable package func text(_ record: NodeRecord) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[record.range])
    }

    /// The first eight bytes of a text, the first lowest, or all of them and zeros.
    @inlinable
    package func head(_ record: NodeRecord) -> UInt64 {
        let offset = Int(record.offset)
        let count = Int(record.length)
        if offset + 8 <= bytes.count {
            let word = UInt64(
                littleEndian: UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + offset).loadUnaligned(
                    as: UInt64.self))
            return count >= 8 ? word : word & ((1 << UInt64(count * 8)) - 1)
        }
        var word: UInt64 = 0
        for index in 0..<min(count, 8) { word |= UInt64(bytes[offset + index]) << UInt64(index * 8) }
        return word
    }

    /// The last eight bytes of a text that has as many.
    @inlinable
    package func tail(_ record: NodeRecord) -> UInt64 {
        let offset = Int(record.offset) + Int(record.length) - 8
        return UInt64(
            littleEndian: UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + offset).loadUnaligned(
                as: UInt64.self))
    }

    /// The first eight of some bytes, the first lowest, or all of them and zeros.
    static func head(_ text: Span<UInt8>) -> UInt64 {
        if text.count >= 8 {
            return UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
        }
        var head: UInt64 = 0
        for offset in text.indices { head |= UInt64(text[offset]) << UInt64(offset * 8) }
        return head
    }

    /// Whether a string says a text, of which the first bytes are known.
    @inline(__always)
    func hasText(_ record: NodeRecord, _ text: Span<UInt8>, head: UInt64) -> Bool {
        if record.hasEscapes {
            let decoded = decoded(record)
            return decoded.count == text.count && decoded.indices.allSatisfy { decoded[$0] == text[$0] }
        }
        guard Int(record.length) == text.count, self.head(record) == head else { return false }
        let start = Int(record.offset)
        var offset = 8
        while offset < text.count {
            if bytes[start + offset] != text[offset] { return false }
            offset += 1
        }
        return true
    }

    /// Whether a string has exactly these characters, compared as bytes.
    package func hasText(_ record: NodeRecord, _ text: String) -> Bool {
        record.hasEscapes ? decoded(record).elementsEqual(text.utf8) : self.text(record).elementsEqual(text.utf8)
    }

    /// The text of a string without its escapes.
    package func decoded(_ record: NodeRecord) -> [UInt8] {
        let text = text(record)
        return record.hasEscapes ? StringScan.decoded(text.span) : Array(text)
    }

    /// The exact value of a number; nil where it doesn't fit ``JSONDecimal`` and for any other kind.
    package func decimal(_ record: NodeRecord) -> JSONDecimal? {
        record.kind == .number ? JSONDecimal(validated: text(record).span) : nil
    }

    /// The value of a number that is written with at most 18 digits and without an exponent, in lowest terms; nil for any
    /// other.
    @inlinable
    package func plainDecimal(_ record: NodeRecord) -> (mantissa: Int64, scale: Int)? {
        guard record.kind == .number, record.length <= 19 else { return nil }
        var offset = Int(record.offset)
        let end = offset + Int(record.length)
        let isNegative = bytes[offset] == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        var value: Int64 = 0
        var point = -1
        let start = offset
        while offset < end {
            let byte = bytes[offset]
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                value = value &* 10 &+ Int64(digit)
            } else if byte == UInt8(ascii: ".") {
                point = offset
            } else {
                return nil
            }
            offset += 1
        }
        guard end - start <= (point < 0 ? 18 : 19) else { return nil }
        var scale = point < 0 ? 0 : end - point - 1
        while scale > 0, value % 10 == 0 {
            value /= 10
            scale -= 1
        }
        return (isNegative ? -value : value, scale)
    }

    /// The value of a number that is written as a whole one of at most 18 digits; nil for any other.
    @inlinable
    package func plainInteger(_ record: NodeRecord) -> Int64? {
        guard record.kind == .number, record.length <= 18 else { return nil }
        var offset = Int(record.offset)
        let end = offset + Int(record.length)
        let isNegative = bytes[offset] == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        var value: Int64 = 0
        while offset < end {
            let digit = bytes[offset] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int64(digit)
            offset += 1
        }
        return isNegative ? -value : value
    }
}

extension JSONDocument {
    /// Lets somebody look into the document.
    ///
    /// - Parameter body: what looks; the view must not outlive it.
    /// - Returns: what the body returns.
    @inlinable
    package func withView<Result>(_ body: (JSONView) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            nodes.withRecords { nodes in body(JSONView(bytes: bytes, nodes: nodes)) }
        }
    }
}
