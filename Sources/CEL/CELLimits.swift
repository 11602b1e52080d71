/// What one expression may take, for the people who write expressions are not always those who pay for them.
public struct CELLimits: Hashable, Sendable {
    /// The longest source, in UTF-8 bytes.
    public var sourceByteCountMax = 100_000
    /// How deep brackets, and how deep operators and calls, may be nested.
    public var depthMax = 250
    /// How many issues are reported before the rest are only counted.
    public var issueCountMax = 100
    /// How many elements all loops of one evaluation may visit together.
    public var iterationCountMax = 100_000
    /// How many elements of lists and bytes of texts one evaluation may make, and how many it may compare in depth.
    public var createdElementCountMax = 1_000_000

    /// How much one evaluation may cost; see ``CELProgram/evaluate(_:)`` for what is counted.
    public var costMax = 10_000_000
    /// How much an expression may cost by estimate, before it ever runs; nil for no bound.
    public var estimatedCostMax: Int?
    /// What the patterns of `matches` may take.
    public var patterns = PatternLimits()

    /// The default limits.
    public init() {}
}
