/// A loop over the elements of a list or the keys of a map, kept in the form of the macro that was written.
public struct CELComprehension: Sendable {
    /// What is asked of the elements.
    public enum Macro: String, Hashable, Sendable, CaseIterable {
        /// Whether the condition holds for each.
        case all
        /// Whether it holds for at least one.
        case exists
        /// Whether it holds for exactly one.
        case existsOne = "exists_one"
        /// Which elements it holds for.
        case filter
        /// What becomes of each, or of each it holds for.
        case map
    }

    /// What is asked.
    public let macro: Macro
    /// The name that stands for the element.
    public let variable: String
    /// Where that name stands.
    public let variableRange: Range<Int>
    /// What is looped over.
    public let range: CELExpression
    /// What is asked of each element; nil for a `map` with two arguments.
    public let condition: CELExpression?
    /// What becomes of each element; only of `map`.
    public let transform: CELExpression?
}
