/// What came of checking a tree.
public struct CELChecking: Sendable {
    /// The checked expression, or nil where something is wrong.
    public let expression: CELCheckedExpression?
    /// Everything that is wrong, in the order of the source.
    public let issues: [CELIssue]
}
