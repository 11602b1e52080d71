/// What can be said of an expression of which some facts are unknown.
public struct CELPartialResult: Sendable {
    /// The value; unknown where unknown facts decide.
    public let value: CELValue
    /// What remains to be evaluated once the unknown facts are known: a text in the language, which gives the same
    /// value as the whole expression. It is the value itself where that is known and can be written.
    public let residual: String
}
