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

    /// `sha256:` and 64 hexadecimal digits.
    static func digest(_ root: JSONNode) -> String { hexDigest(text(root)) }

    /// Writes a value in canonical form.
    static func write(_ node: JSONNode, to writer: inout JSONWriter) {
        switch node.kind {
        case .object:
            writer.beginObject()
            for member in node.members.sorted(by: { Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8) }) {
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
        "sha256:"
            + SHA256.hash(data: bytes).map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }
}
