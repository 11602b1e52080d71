public import RulebookEngine
public import RulebookModel

/// The counts and the score of a group of findings, such as those of one agent.
public struct ScoreGroup: Hashable, Sendable {
    /// What the findings of a group have in common.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// All findings.
        case overall
        /// The same agent.
        case agent
        /// The same team.
        case team
        /// The same channel.
        case channel
        /// Standards of the same severity.
        case severity
    }

    /// What the findings have in common.
    public let kind: Kind
    /// The agent's, team's or channel's id, or the severity; empty for all findings.
    public private(set) var name: String
    /// The findings by status.
    public private(set) var counts = StatusCounts()
    /// The severity-weighted score.
    public private(set) var score = WeightedScore()
    /// Missed findings of critical standards, which no score may hide.
    public private(set) var criticalMissed = 0

    /// Makes a group without findings.
    public init(kind: Kind, name: String = "") {
        self.kind = kind
        self.name = name
    }

    /// Makes a group with the findings of another, under its own name.
    init(renaming group: ScoreGroup, to name: String) {
        self = group
        self.name = name
    }

    /// Adds findings of one status.
    ///
    /// Only standards with force `must` belong here: advice and recognition are reported apart.
    public mutating func add(_ status: FindingStatus, severity: Severity, count: Int = 1) {
        counts[status] += count
        score.add(status, severity: severity, count: count)
        if status == .missed, severity == .critical { criticalMissed += count }
    }

    /// Adds the findings of another group.
    mutating func add(_ other: ScoreGroup) {
        counts += other.counts
        score += other.score
        criticalMissed += other.criticalMissed
    }

    /// Adds standards that did not apply, which no score counts.
    mutating func addNotApplicable(_ count: Int) { counts[.notApplicable] += count }
}
