/// A member of an object.
public struct JSONMember: Sendable {
    /// The name as a value of the tree: it has a place in the text and is compared without making a `String`.
    public let nameNode: JSONNode
    /// The value.
    public let value: JSONNode

    /// The name as text.
    public var name: String { nameNode.string ?? "" }
}
