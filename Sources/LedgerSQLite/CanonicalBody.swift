import Crypto
import JSONSyntax

/// An event's body in the one form that tells whether two are the same: members in order of name, no spaces.
enum CanonicalBody {
    /// The text; numbers keep their digits, since `1` and `1.0` are two ways to ask.
    static func text(_ root: JSONNode) -> [UInt8] {
        var writer = JSONWriter(style: .compact)
        write(root, to: &writer)
        return writer.utf8
    }

    /// Writes a value in canonical form.
    static func write(_ node: JSONNode, to writer: inout JSONWriter) {
        switch node.kind {
        case .object:
            writer.beginObject()
            for member in node.members.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
                writer.name(member.name)
                write(member.value, to: &writer)
            }
            writer.endObject()
        case .list:
            writer.beginList()
            for element in node.elements { write(element, to: &writer) }
            writer.endList()
        case .null, .bool, .number, .string: writer.node(node)
        }
    }

    /// `sha256:` and 64 hexadecimal digits.
    static func hexDigest(_ bytes: [UInt8]) -> String {
        let prefix = "sha256:".utf8
        let digest = SHA256.hash(data: bytes)
        return String(unsafeUninitializedCapacity: prefix.count + 2 * SHA256.byteCount) { text in
            var end = text.initialize(fromContentsOf: prefix)
            func append(_ digit: UInt8) {
                text[end] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
                end += 1
            }
            for byte in digest {
                append(byte >> 4)
                append(byte & 0xF)
            }
            return end
        }
    }
}
