/// What stands behind a value of an abstract type: the host's or a library's own data, of which expressions see only
/// what declared functions tell.
public protocol CELOpaqueContent: Sendable {
    /// The name of the abstract type, such as `net.IP`.
    var typeName: String { get }
    /// The value as people read it.
    var text: String { get }
    /// Feeds to a hash what ``isEqual(to:)`` looks at.
    func hash(into hasher: inout Hasher)
    /// Whether another value is the same; one of another type never is.
    func isEqual(to other: any CELOpaqueContent) -> Bool
}

extension CELOpaqueContent where Self: Equatable {
    /// Whether another value has this type and is equal.
    public func isEqual(to other: any CELOpaqueContent) -> Bool { (other as? Self) == self }
}

/// A value of an abstract type: ``CELType/abstract(_:_:)``.
public final class CELOpaque: Hashable, Sendable {
    /// The data.
    public let content: any CELOpaqueContent

    /// Boxes data.
    public init(_ content: some CELOpaqueContent) { self.content = content }

    /// Whether both hold equal data of one type.
    public static func == (left: CELOpaque, right: CELOpaque) -> Bool {
        left === right || left.content.isEqual(to: right.content)
    }

    /// Feeds the data to a hash.
    public func hash(into hasher: inout Hasher) { content.hash(into: &hasher) }
}
