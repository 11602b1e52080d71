/// Raw bytes.
public final class CELBytes: Sendable {
    /// The bytes.
    public let bytes: [UInt8]

    /// Boxes bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension CELBytes: Hashable, Comparable {
    /// Whether both hold the same bytes.
    public static func == (left: CELBytes, right: CELBytes) -> Bool { left === right || left.bytes == right.bytes }

    /// In the order of the bytes, a prefix first.
    public static func < (left: CELBytes, right: CELBytes) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// Feeds the bytes to a hash.
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
