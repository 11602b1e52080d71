import Crypto
import SourceText

/// The digest that names a version of a rulebook: of every file's relative name and content.
enum RulebookDigest {
    /// `sha256:` and 64 hexadecimal digits.
    ///
    /// Each file enters as the length of its name, its name, the length of its content and its content, so that no two
    /// sets of files give the same bytes.
    static func of(_ files: [(name: String, file: SourceFile)]) -> String {
        var hash = SHA256()
        for (name, file) in files {
            update(&hash, Array(name.utf8))
            update(&hash, file.utf8)
        }
        return "sha256:" + hash.finalize().hexadecimal
    }

    private static func update(_ hash: inout SHA256, _ bytes: [UInt8]) {
        hash.update(data: (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) })
        hash.update(data: bytes)
    }
}
