import Crypto
package import SourceText

/// The digest of one file's bytes, as other tools compute it.
package enum FileDigest {
    /// `sha256:` and 64 hexadecimal digits.
    package static func of(_ file: SourceFile) -> String { "sha256:" + SHA256.hash(data: file.utf8).hexadecimal }
}

extension Sequence where Element == UInt8 {
    /// Two lower-case digits a byte.
    var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
