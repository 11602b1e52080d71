/// An immutable list; an element may be unknown where a host's data has a gap.
public final class CELList: Sendable {
    private let content: NestedValues

    /// Makes a list.
    ///
    /// - Complexity: O(n) for n elements, however deep they are.
    public init(_ elements: [CELValue]) { self.content = NestedValues(elements) }

    /// The elements in order.
    public var elements: [CELValue] { content.values }

    /// How many elements there are.
    public var count: Int { content.values.count }

    /// How many levels of containers there are, this one included.
    var depth: Int { content.depth }

    /// The list without elements.
    public static let empty = CELList([])
}
