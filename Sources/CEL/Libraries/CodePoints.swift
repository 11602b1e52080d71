/// A text as UTF-8 bytes, asked by positions that count code points.
struct CodePoints {
    /// The bytes, valid UTF-8.
    let bytes: [UInt8]

    /// The bytes of a text.
    init(_ text: CELString) { self.bytes = Array(text.text.utf8) }

    /// Whether a byte is the first of a code point.
    static func isStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

    /// The offset of the byte at a position; the end of the text is one too, and nil is for no position.
    func offset(of position: Int64) -> Int? {
        guard position >= 0, position <= bytes.count else { return nil }
        var left = position
        for (offset, byte) in bytes.enumerated() where Self.isStart(byte) {
            if left == 0 { return offset }
            left -= 1
        }
        return left == 0 ? bytes.count : nil
    }

    /// The position of the byte at an offset.
    func position(of offset: Int) -> Int64 {
        var position: Int64 = 0
        for byte in bytes[..<offset] where Self.isStart(byte) { position += 1 }
        return position
    }

    /// The offset after the code point that begins at an offset.
    func offset(after offset: Int) -> Int {
        var next = offset + 1
        while next < bytes.count, !Self.isStart(bytes[next]) { next += 1 }
        return min(next, bytes.count)
    }

    /// A part of the text as a value.
    func text(_ range: Range<Int>) -> CELValue { .text(String(decoding: bytes[range], as: UTF8.self)) }
}
