/// A loop over the elements of a list or the keys of a map, kept in the form of the macro that was written.
///
/// With two variables, the first is the position or key and the second the element or value.
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
        /// What becomes of each element, or of each it holds for, as a list; always with two variables.
        case transformList
        /// A map with the same keys and what becomes of each value; always with two variables.
        case transformMap
        /// A map of the entries that are made, each written as a map of one entry; always with two variables.
        case transformMapEntry
    }

    /// What is asked.
    public let macro: Macro
    /// The name that stands for the element.
    public let variable: String
    /// Where that name stands.
    public let variableRange: Range<Int>
    /// The second name, which stands for the element or value, where there is one; the first then stands for the
    /// position or key.
    public let secondVariable: String?
    /// Where the second name stands.
    public let secondVariableRange: Range<Int>?
    /// What is looped over.
    public let range: CELExpression
    /// What is asked of each element; nil for a macro that takes all.
    public let condition: CELExpression?
    /// What becomes of each element; only of `map` and the macros that transform.
    public let transform: CELExpression?

    /// The names that the macro introduces, in order.
    public var variables: [String] { [variable] + (secondVariable.map { [$0] } ?? []) }

    /// The condition and the transform, those that there are.
    var parts: [CELExpression] { [condition, transform].compactMap { $0 } }
}
