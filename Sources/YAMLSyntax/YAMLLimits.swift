/// The bounds within which a YAML text is read; past one of them the text is refused with a diagnostic.
public struct YAMLLimits: Hashable, Sendable {
    /// The longest text, in bytes.
    public var byteCountMax = 8 << 20
    /// The deepest nesting of lists and maps, what aliases stand for included.
    public var depthMax = 64
    /// The most nodes that a reader of the tree can meet, what aliases stand for included; a node takes about 100 bytes.
    public var nodeCountMax = 500_000
    /// The most nodes that aliases may add to those that are written out.
    public var aliasExpansionMax = 100_000
    /// The most bytes of text that aliases may add to those that are written out.
    public var aliasExpansionByteCountMax = 8 << 20
    /// The longest scalar, in bytes of its text.
    public var scalarByteCountMax = 1 << 20
    /// After so many errors reading ends.
    public var errorCountMax = 1000
    /// Up to so many anchors, an unknown one is answered with the nearest that exists.
    public var nearestAnchorCountMax = 1000
    /// How often reading goes on after a syntax error, to find further ones.
    public var recoveryCountMax = 50
    /// The most bytes that are read again for that.
    public var recoveryByteCountMax = 16 << 20

    /// The bounds for files that people write.
    public static let standard = YAMLLimits()

    /// Makes the standard bounds, to be changed one by one.
    public init() {}
}
