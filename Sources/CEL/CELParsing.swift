/// What came of parsing a source.
public struct CELParsing: Sendable {
    /// The tree, or nil where the source is wrong.
    public let tree: CELSyntaxTree?
    /// Everything that is wrong, in the order of the source.
    public let issues: [CELIssue]
}
