public import CEL

/// What the versions of a rulebook remember of the events so far: each has folded all of them, so that a budget spans
/// the change from one to the next.
public struct VersionedState: Sendable {
    /// What each remembers, in the order of the versions.
    var states: [TimelineState]

    /// Nothing has happened yet.
    ///
    /// - Parameters:
    ///   - versions: the rulebook.
    ///   - warning: how long before they run out clocks are told; nil for never.
    public init(_ versions: CompiledVersions, warning: WarningLead? = nil) {
        states = versions.compiled.map { TimelineState($0, warning: warning) }
    }

    init(states: [TimelineState]) { self.states = states }

    /// What one version remembers.
    public subscript(version: Int) -> TimelineState { states[version] }

    /// The time of the latest event that was recorded.
    public var latestTime: CELTimestamp? { states.lazy.compactMap(\.latestTime).max() }

    /// How many clocks run.
    public var clockCount: Int { states.reduce(0) { $0 + $1.clockCount } }

    /// How many figures are kept.
    public var figureCount: Int { states.reduce(0) { $0 + $1.figureCount } }
}
