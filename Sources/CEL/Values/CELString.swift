/// A text whose equality, order and size go by code points, never by graphemes or canonical equivalence.
///
/// Comparing two references to the same text costs one comparison of pointers, so hosts do well to intern what they
/// compare often.
public final class CELString: Sendable {
    /// The text, stored contiguously in UTF-8.
    public let text: String
    /// The length in UTF-8 bytes.
    public let byteCount: Int
    /// The first eight bytes, or all of them and zeros: with the length it tells most texts apart without reading them.
    private let head: UInt64
    /// What it is known by where it is interned; 0 where it is not. See ``interned(_:)``.
    package let mark: UInt32

    /// Boxes a text.
    public convenience init(_ text: String) { self.init(text, mark: 0) }

    init(_ text: String, mark: UInt32) {
        var contiguous = text
        contiguous.makeContiguousUTF8()
        self.mark = mark
        self.text = contiguous
        self.byteCount = contiguous.utf8.count
        self.head = contiguous.withUTF8 { Self.head($0.span) }
    }

    /// Boxes a text that is known to be UTF-8; what is not is replaced, as ever where a `String` is made.
    public init(utf8: Span<UInt8>) {
        self.text = utf8.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        mark = 0
        // Replacements are longer than what they replace.
        self.byteCount = text.utf8.count
        self.head = byteCount == utf8.count ? Self.head(utf8) : CELString(text).head
    }

    private static func head(_ utf8: Span<UInt8>) -> UInt64 {
        if utf8.count >= 8 {
            return UInt64(littleEndian: utf8.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
        }
        var head: UInt64 = 0
        for offset in utf8.indices { head |= UInt64(utf8[offset]) << UInt64(offset * 8) }
        return head
    }

    /// The empty text.
    public static let empty = CELString("")

    /// The length in code points.
    public var codePointCount: Int {
        withBytes { bytes in
            var count = 0
            for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
            return count
        }
    }

    /// Calls a closure with the UTF-8 bytes.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(text.utf8).withUnsafeBufferPointer(body)
    }

    /// Whether the other text's bytes stand somewhere in this one.
    func contains(_ other: CELString) -> Bool {
        withBytes { whole in
            other.withBytes { part in
                guard let first = part.first else { return true }
                guard part.count <= whole.count else { return false }
                var start = 0
                while start <= whole.count - part.count {
                    if whole[start] == first,
                        bytesAreEqual(whole.extracting(start..<start + part.count), part)
                    {
                        return true
                    }
                    start += 1
                }
                return false
            }
        }
    }

    /// Whether this text begins with the other's bytes.
    func hasPrefix(_ other: CELString) -> Bool {
        withBytes { whole in
            other.withBytes { part in
                part.count <= whole.count && bytesAreEqual(whole.extracting(0..<part.count), part)
            }
        }
    }

    /// Whether this text ends with the other's bytes.
    func hasSuffix(_ other: CELString) -> Bool {
        withBytes { whole in
            other.withBytes { part in
                part.count <= whole.count
                    && bytesAreEqual(whole.extracting(whole.count - part.count..<whole.count), part)
            }
        }
    }
}

extension CELString: Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// Boxes a literal.
    public convenience init(stringLiteral value: String) { self.init(value) }

    /// Whether both hold the same code points.
    public static func == (left: CELString, right: CELString) -> Bool {
        if left === right { return true }
        // Of one interned text there is only one object.
        if left.mark != 0, right.mark != 0 { return false }
        guard left.head == right.head, left.byteCount == right.byteCount else { return false }
        return left.byteCount <= 8 || left.hasSameBytes(as: right)
    }

    /// Whether it consists of these bytes.
    public func hasBytes(_ utf8: Span<UInt8>) -> Bool {
        guard byteCount == utf8.count, head == Self.head(utf8) else { return false }
        return byteCount <= 8
            || withBytes { own in utf8.withUnsafeBufferPointer { bytesAreEqual(own, $0) } }
    }

    private func hasSameBytes(as other: CELString) -> Bool {
        withBytes { left in other.withBytes { right in bytesAreEqual(left, right) } }
    }

    /// In the order of code points, which is the order of UTF-8 bytes.
    public static func < (left: CELString, right: CELString) -> Bool {
        left.withBytes { left in right.withBytes { right in left.lexicographicallyPrecedes(right) } }
    }

    /// Feeds the bytes to a hash.
    public func hash(into hasher: inout Hasher) {
        withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// The text itself.
    public var description: String { text }
}

/// Compares two runs of bytes, eight at a time.
private func bytesAreEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    let left = UnsafeRawBufferPointer(left)
    let right = UnsafeRawBufferPointer(right)
    var offset = 0
    while offset + 8 <= left.count {
        guard
            left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        else { return false }
        offset += 8
    }
    while offset < left.count {
        guard left[offset] == right[offset] else { return false }
        offset += 1
    }
    return true
}
