/// The members of an object in order, made one at a time.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private var child: Int
    private var left: Int

    init(of node: JSONNode) {
        document = node.document
        child = node.index + 1
        left = node.kind == .object ? node.count : 0
    }

    /// The exact number of members still to come.
    public var underestimatedCount: Int { left }

    /// The next member; nil behind the last.
    public mutating func next() -> JSONMember? {
        guard left > 0 else { return nil }
        left -= 1
        let member = JSONMember(
            nameNode: JSONNode(document: document, index: child), value: JSONNode(document: document, index: child + 1))
        child = Int(member.value.record.next)
        return member
    }
}
