public import RulebookEngine
import RulebookModel

/// Adds findings up: by standard, by group and by day.
///
/// Feed it every finding, also those that are not kept in the ``FindingLog``. The results are in a fixed order.
public struct ReportTally: Sendable {
    /// How many reasons a standard's summary names.
    public static let topReasonsMax = 5

    private var standards: [StandardSummary]
    private var overall = ScoreGroup(kind: .overall)
    private var severities = Severity.allCases.map { ScoreGroup(kind: .severity, name: $0.rawValue) }
    private var groups: [GroupKey: ScoreGroup] = [:]
    private var days: [ReportDate: StatusCounts] = [:]
    private var reasons: [[TextTable.ID: Int]]

    private struct GroupKey: Hashable {
        let kind: ScoreGroup.Kind
        let name: TextTable.ID
    }

    /// Makes a tally for standards in the order by which findings refer to them; their counts begin at zero.
    public init(standards: [StandardSummary]) {
        self.standards = standards.map { standard in
            var standard = standard
            standard.counts = StatusCounts()
            standard.missedAimCount = 0
            return standard
        }
        reasons = standards.map { _ in [:] }
    }

    /// Adds one finding.
    ///
    /// - Parameters:
    ///   - status: what became of the standard.
    ///   - index: the standard's position.
    ///   - event: the event, whose agent, team and channel name the groups; absent ones belong to none.
    ///   - reason: why the finding is not simply met, for the most frequent reasons; empty for none.
    public mutating func add(
        _ status: FindingStatus, standard index: Int, event: EventReference, reason: TextTable.ID = .empty
    ) {
        precondition(standards.indices.contains(index), "a finding refers to a standard of the report")
        standards[index].counts[status] += 1
        if !reason.isEmpty { reasons[index][reason, default: 0] += 1 }
        guard standards[index].force == .must else { return }
        let severity = standards[index].severity
        overall.add(status, severity: severity)
        if let position = Severity.allCases.firstIndex(of: severity) {
            severities[position].add(status, severity: severity)
        }
        add(status, severity, to: .agent, event.agent)
        add(status, severity, to: .team, event.team)
        add(status, severity, to: .channel, event.channel)
        days[event.time.date, default: StatusCounts()][status] += 1
    }

    /// Notes that something that was met, and is added as such, missed its aim.
    public mutating func addMissedAim(standard index: Int) {
        precondition(standards.indices.contains(index), "a finding refers to a standard of the report")
        standards[index].missedAimCount += 1
    }

    /// Adds what a metric came to: to the standard, its severity and the overall score, for it is about many events.
    ///
    /// - Parameters:
    ///   - status: what became of the standard.
    ///   - index: the standard's position.
    ///   - reason: why it is not simply met, for the most frequent reasons; empty for none.
    public mutating func addMetric(_ status: FindingStatus, standard index: Int, reason: TextTable.ID = .empty) {
        precondition(standards.indices.contains(index), "a finding refers to a standard of the report")
        standards[index].counts[status] += 1
        if !reason.isEmpty { reasons[index][reason, default: 0] += 1 }
        guard standards[index].force == .must else { return }
        let severity = standards[index].severity
        overall.add(status, severity: severity)
        guard let position = Severity.allCases.firstIndex(of: severity) else { return }
        severities[position].add(status, severity: severity)
    }

    /// Adds standards that did not apply to an event, of force `must` alone: to the groups and the day of the event.
    ///
    /// What each standard's own counts get is added at the end, all at once: see ``addNotApplicable(standard:count:)``.
    public mutating func addNotApplicable(event: EventReference, count: Int) {
        guard count > 0 else { return }
        overall.addNotApplicable(count)
        for (kind, name) in [(ScoreGroup.Kind.agent, event.agent), (.team, event.team), (.channel, event.channel)]
        where !name.isEmpty {
            groups[GroupKey(kind: kind, name: name), default: ScoreGroup(kind: kind)].addNotApplicable(count)
        }
        days[event.time.date, default: StatusCounts()][.notApplicable] += count
    }

    /// Adds events that a standard did not apply to: to the standard's counts and those of its severity.
    public mutating func addNotApplicable(standard index: Int, count: Int) {
        precondition(standards.indices.contains(index), "a finding refers to a standard of the report")
        standards[index].counts[.notApplicable] += count
        guard standards[index].force == .must,
            let position = Severity.allCases.firstIndex(of: standards[index].severity)
        else { return }
        severities[position].addNotApplicable(count)
    }

    /// The standards with their counts and most frequent reasons.
    public func summaries(texts: TextTable) -> [StandardSummary] {
        standards.indices.map { index in
            var standard = standards[index]
            let counted = reasons[index].map { CountedText(text: texts[$0.key], count: $0.value) }
            standard.topReasons = Array(CountedText.mostFrequentFirst(counted).prefix(Self.topReasonsMax))
            return standard
        }
    }

    /// The overall score, then groups by kind, then by name; severities by weight.
    public func scores(texts: TextTable) -> [ScoreGroup] {
        var scores = [overall]
        for kind in [ScoreGroup.Kind.agent, .team, .channel] {
            scores += groups.filter { $0.key.kind == kind }
                .map { ScoreGroup(renaming: $0.value, to: texts[$0.key.name]) }
                .sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) }
        }
        return scores + severities.filter { $0.counts.total > 0 }
    }

    /// The findings by local day of their events.
    public var timeline: Timeline {
        Timeline(step: .day, points: days.map { Timeline.Point(date: $0.key, counts: $0.value) })
    }

    private mutating func add(
        _ status: FindingStatus, _ severity: Severity, to kind: ScoreGroup.Kind, _ name: TextTable.ID
    ) {
        guard !name.isEmpty else { return }
        groups[GroupKey(kind: kind, name: name), default: ScoreGroup(kind: kind)].add(status, severity: severity)
    }
}
