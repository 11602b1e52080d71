public import CEL

/// What the versions of a rulebook remember of the events so far: each has folded all of them, so that a budget spans
/// the change from one to the next.
public struct VersionedState: Sendable, Equatable {
    /// What each remembers, in the order of the versions.
    var states: [TimelineState]

    /// Nothing has happened yet.
    ///
    /// - Parameters:
    ///   - versions: the rulebook.
    ///   - warning: how long before they run out clocks are told; nil for never.
    ///   - measuresMetrics: whether the figures of metrics are kept, for those who look at a whole log.
    ///   - completeFrom: from when on the log that follows is complete; nil where nothing ever happened before it.
    public init(
        _ versions: CompiledVersions, warning: WarningLead? = nil, measuresMetrics: Bool = false,
        completeFrom: CELTimestamp? = nil
    ) {
        states = versions.compiled.map {
            TimelineState($0, warning: warning, measuresMetrics: measuresMetrics, completeFrom: completeFrom)
        }
    }

    init(states: [TimelineState]) { self.states = states }

    /// What one version remembers.
    public subscript(version: Int) -> TimelineState { states[version] }

    /// The time of the latest event that was recorded.
    public var latestTime: CELTimestamp? { states.lazy.compactMap(\.latestTime).max() }

    /// The reservations that are open, in the order in which they run out.
    public var openHolds: [Hold] { merged { $0.openHolds } }

    /// The reservation of a name, where it is open.
    public func hold(named name: String) -> Hold? { states.lazy.reversed().compactMap { $0.hold(named: name) }.first }

    /// The reservations that have run out by an instant and were not closed yet, in the order in which they did.
    public func holdsOver(at time: CELTimestamp) -> [Hold] { merged { $0.holdsOver(at: time) } }

    /// The reservations of all versions, each once: one version may know an event that another does not.
    private func merged(_ holds: (TimelineState) -> [Hold]) -> [Hold] {
        guard states.count > 1 else { return holds(states[0]) }
        var names: Set<String> = []
        return states.reversed().flatMap(holds).filter { names.insert($0.name).inserted }
            .sorted { ($0.expires, $0.name) < ($1.expires, $1.name) }
    }

    /// How many clocks run.
    public var clockCount: Int { states.reduce(0) { $0 + $1.clockCount } }

    /// How many figures are kept.
    public var figureCount: Int { states.reduce(0) { $0 + $1.figureCount } }
}
