/// A value that may be absent, which an expression can ask about: what the library of optionals makes.
///
/// Absent is not unknown: it is known that there is nothing.
public final class CELOptional: Sendable {
    private let content: NestedValues

    /// An optional that holds a value.
    public init(_ value: CELValue) { self.content = NestedValues([value]) }

    private init() { self.content = NestedValues([]) }

    /// What it holds; nil for nothing.
    public var value: CELValue? { content.values.first }

    /// How many levels of containers there are, this one included.
    var depth: Int { content.depth }

    /// The optional that holds nothing.
    public static let none = CELOptional()
}
