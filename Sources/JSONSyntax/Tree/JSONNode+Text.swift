extension JSONNode {
    /// The text of a string; nil for any other kind.
    public var string: String? {
        let record = record
        return record.kind == .string ? document.text(of: record) : nil
    }

    /// The text of a number exactly as written, such as `54.850` or `1e3`; nil for any other kind.
    public var numberText: String? {
        let record = record
        guard record.kind == .number else { return nil }
        return String(decoding: document.bytes[record.range], as: UTF8.self)
    }

    /// The value of a number that is whole and fits, however written (`2`, `2.0`, `1e2`); nil for any other.
    public var int64: Int64? {
        guard let decimal, decimal.scale == 0 else { return nil }
        return decimal.mantissa
    }

    /// The exact value of a number; nil where it doesn't fit ``JSONDecimal`` and for any other kind.
    public var decimal: JSONDecimal? {
        let record = record
        guard record.kind == .number else { return nil }
        let bytes = document.bytes
        return JSONDecimal(validated: bytes.span.extracting(record.range))
    }

    /// The binary fraction nearest to a number; nil where it is too large for one and for any other kind.
    public var double: Double? {
        guard let numberText, let value = Double(numberText), value.isFinite else { return nil }
        return value
    }

    /// Whether it is a string with exactly these characters, compared as bytes without making a `String`.
    public func hasText(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { hasText($0.span) }
    }

    /// Whether it is a string with exactly these bytes.
    public func hasText(_ utf8: Span<UInt8>) -> Bool {
        let record = record
        guard record.kind == .string else { return false }
        let bytes = document.bytes
        let own = bytes.span.extracting(record.range)
        if record.hasEscapes {
            let decoded = StringScan.decoded(own)
            return isEqual(decoded.span, utf8)
        }
        return isEqual(own, utf8)
    }

    /// Hands out the UTF-8 of a string, with its escapes decoded, or the text of a number; empty for any other kind.
    ///
    /// - Parameter body: what to do with the bytes, which don't outlive the call.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws.
    public func withUTF8<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let record = record
        let bytes = document.bytes
        let isText = record.kind == .string || record.kind == .number
        let own = bytes.span.extracting(isText ? record.range : 0..<0)
        guard record.hasEscapes else { return try body(own) }
        let decoded = StringScan.decoded(own)
        return try body(decoded.span)
    }

    @inline(__always)
    private func isEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var offset = 0
        while offset < left.count {
            if left[offset] != right[offset] { return false }
            offset += 1
        }
        return true
    }
}

extension JSONDocument {
    /// The text of a string or number among its records.
    package func text(of record: NodeRecord) -> String {
        guard !record.hasEscapes else {
            let bytes = bytes
            return String(decoding: StringScan.decoded(bytes.span.extracting(record.range)), as: UTF8.self)
        }
        return bytes.withUnsafeBufferPointer { String(decoding: $0[record.range], as: UTF8.self) }
    }

}
