/// What the patterns of `matches` may take.
public struct PatternLimits: Hashable, Sendable {
    /// The default limits.
    public init() {}
}
