/// How large a JSON text may be; a text over a limit is refused with the limit named.
public struct JSONLimits: Sendable, Hashable {
    /// How deep lists and objects may nest; the outermost is level 1.
    public let depthMax: Int
    /// The bytes of one document.
    public let byteCountMax: Int
    /// The members of one object.
    public let memberCountMax: Int
    /// The values of one document, member names included.
    public let nodeCountMax: Int

    /// The deepest nesting that any limits allow, for code that visits values by recursion.
    public static let recursionDepthMax = 512
    /// The largest text that the tree's 32-bit offsets can point into.
    static let addressableByteCount = Int(Int32.max)
    /// The largest number of nodes that the tree can count in one container.
    static let countableNodeCount = (1 << 24) - 1

    /// The limits used where none are stated: 64 levels, 16 MiB, 100,000 members an object, 2,000,000 values.
    public static let standard = JSONLimits()

    /// Makes limits; each is cut to what the tree can address.
    ///
    /// - Parameters:
    ///   - depthMax: levels of nesting, at most ``recursionDepthMax``.
    ///   - byteCountMax: bytes of a document, at most 2 GiB.
    ///   - memberCountMax: members of one object.
    ///   - nodeCountMax: values and member names of a document, at most 16,777,215.
    public init(
        depthMax: Int = 64, byteCountMax: Int = 16 << 20, memberCountMax: Int = 100_000, nodeCountMax: Int = 2_000_000
    ) {
        self.depthMax = min(depthMax, JSONLimits.recursionDepthMax)
        self.byteCountMax = min(byteCountMax, JSONLimits.addressableByteCount)
        self.memberCountMax = memberCountMax
        self.nodeCountMax = min(nodeCountMax, JSONLimits.countableNodeCount)
    }
}
