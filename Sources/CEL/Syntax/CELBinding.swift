/// A name for a value in the rest of an expression, kept in the form of the macro that was written.
public struct CELBinding: Sendable {
    /// What is bound, and what becomes of it.
    public enum Macro: String, Hashable, Sendable, CaseIterable {
        /// `cel.bind(name, value, body)`: the body, in which the name stands for the value.
        case bind
        /// `value.optMap(name, body)`: the body as an optional, for what the optional value holds; else nothing.
        case optMap
        /// `value.optFlatMap(name, body)`: the body, itself an optional, for what the optional value holds.
        case optFlatMap
    }

    /// Which macro it is.
    public let macro: Macro
    /// The name.
    public let variable: String
    /// Where that name stands.
    public let variableRange: Range<Int>
    /// What the name stands for; the optional that holds it, but for `bind`.
    public let value: CELExpression
    /// Where the name stands for it.
    public let body: CELExpression
}
