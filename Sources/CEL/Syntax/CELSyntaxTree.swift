/// An expression that was parsed and not yet checked.
public struct CELSyntaxTree: Sendable {
    /// The source as it was given.
    public let source: String
    /// The topmost node.
    public let root: CELExpression
    /// No node of it has a greater id.
    let nodeCount: Int

    init(source: String, root: CELExpression, nodeCount: Int) {
        self.source = source
        self.root = root
        self.nodeCount = nodeCount
    }

    /// The text of a node, as it stands in the source.
    public func text(of expression: CELExpression) -> String {
        CELSyntaxTree.text(in: expression.range, of: source)
    }

    /// The text in a range of UTF-8 offsets; the range is cut to the source.
    static func text(in range: Range<Int>, of source: String) -> String {
        let bytes = Array(source.utf8)
        return String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}
