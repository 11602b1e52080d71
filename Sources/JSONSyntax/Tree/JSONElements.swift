/// The elements of a list in order, made one at a time.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private var child: Int
    private var left: Int

    init(of node: JSONNode) {
        document = node.document
        child = node.index + 1
        left = node.kind == .list ? node.count : 0
    }

    /// The exact number of elements still to come.
    public var underestimatedCount: Int { left }

    /// The next element; nil behind the last.
    public mutating func next() -> JSONNode? {
        guard left > 0 else { return nil }
        left -= 1
        let node = JSONNode(document: document, index: child)
        child = Int(node.record.next)
        return node
    }
}
