import Crypto

/// The digest and length of an input, fed while it streams by.
final class InputDigest {
    private var hash = SHA256()
    private(set) var byteCount = 0

    /// Adds the next bytes.
    func add(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
        byteCount += bytes.count
    }

    /// `sha256:` and 64 hexadecimal digits, of the bytes so far.
    var text: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = Array("sha256:".utf8)
        for byte in hash.finalize() { text += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
