import JSONSyntax

/// What an approval is bound to: the action itself, who acts, and what it is about.
///
/// Left out is what may differ between asking and acting: the id, the time, the reason, the channel, the conversation, who
/// wrote it down, and the approvals themselves.
struct ApprovedAction {
    private static let open: Set<String> = [
        "id", "time", "reason", "approval", "channel", "interaction", "recorded_by",
    ]

    private let members: [String: JSONNode]

    init(_ root: JSONNode) { members = Self.members(of: root).filter { !Self.open.contains($0.key) } }

    /// The digest of its canonical form.
    var digest: String {
        var writer = JSONWriter(style: .compact)
        writer.object { writer in
            for (name, value) in members.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes($1.key.utf8) }) {
                writer.name(name)
                CanonicalBody.write(value, to: &writer)
            }
        }
        return CanonicalBody.hexDigest(writer.utf8)
    }

    /// The members in which two actions differ, by their paths, in order; values are not shown, since some are private.
    func differences(from other: ApprovedAction) -> [String] {
        Self.differences(members, other.members, path: "").sorted()
    }

    private static func differences(
        _ left: [String: JSONNode], _ right: [String: JSONNode], path: String
    ) -> [String] {
        Set(left.keys).union(right.keys).flatMap { name -> [String] in
            let path = path.isEmpty ? name : "\(path).\(name)"
            guard let first = left[name], let second = right[name] else { return [path] }
            if first.kind == .object, second.kind == .object {
                return differences(members(of: first), members(of: second), path: path)
            }
            return CanonicalBody.text(first) == CanonicalBody.text(second) ? [] : [path]
        }
    }

    private static func members(of node: JSONNode) -> [String: JSONNode] {
        Dictionary(node.members.map { ($0.name, $0.value) }) { first, _ in first }
    }
}
