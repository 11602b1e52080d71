/// An immutable list; an element may be unknown where a host's data has a gap.
public final class CELList: Sendable {
    /// The elements in order.
    public let elements: [CELValue]

    /// Makes a list.
    public init(_ elements: [CELValue]) { self.elements = elements }

    /// The list without elements.
    public static let empty = CELList([])
}
