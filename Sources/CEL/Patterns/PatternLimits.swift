/// What one pattern may take, for the people who write patterns are not always those who pay for them.
public struct PatternLimits: Hashable, Sendable {
    /// The longest pattern, in UTF-8 bytes.
    public var patternByteCountMax = 10_000
    /// The largest program of a pattern, in instructions after repetitions are written out; a match takes at most
    /// this many steps a byte of text, and mostly one.
    public var instructionCountMax = 10_000
    /// How deep groups may be nested.
    public var depthMax = 250
    /// How many states of its automaton a pattern keeps for each of the few threads that may use it at once; from 0 on.
    ///
    /// A state takes up to 1 KiB for its transitions, and the states together at most another 400 bytes for each.
    public var stateCountMax = 1_000

    /// The default limits.
    public init() {}
}
