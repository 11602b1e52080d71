public import RulebookEngine
import RulebookModel

/// Adds findings up: by standard, by group and by day.
///
/// Feed it every finding, also those that are not kept in the ``FindingLog``. The results are in a fixed order.
public struct ReportTally: Sendable {
    /// How many reasons a standard's summary names.
    public static let topReasonsMax = 5

    /// An event's groups and day, by their places.
    private struct EventPlaces {
        var agent = TextTable.ID.empty
        var team = TextTable.ID.empty
        var channel = TextTable.ID.empty
        /// Of its agent, team and channel, as far as it names them.
        var groups = InlineArray<3, Int>(repeating: -1)
        var date: ReportDate?
        var day = 0
    }

    private struct GroupKey: Hashable {
        let kind: ScoreGroup.Kind
        let name: TextTable.ID
    }

    private var standards: [StandardSummary]
    private var groups: [(key: GroupKey, group: ScoreGroup)] = []
    private var placesOfGroups: [GroupKey: Int] = [:]
    private var days: [Timeline.Point] = []
    private var placesOfDays: [ReportDate: Int] = [:]
    private var reasons: [[TextTable.ID: Int]]
    /// Those of the last event: all its findings come together.
    private var places = EventPlaces()

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
        count(status, standard: index, reason: reason)
        guard standards[index].force == .must else { return }
        find(event)
        let severity = standards[index].severity
        for place in places.groups.indices where places.groups[place] >= 0 {
            groups[places.groups[place]].group.add(status, severity: severity)
        }
        days[places.day].counts[status] += 1
    }

    private mutating func count(_ status: FindingStatus, standard index: Int, reason: TextTable.ID) {
        standards[index].counts[status] += 1
        if !reason.isEmpty { reasons[index][reason, default: 0] += 1 }
    }

    /// Finds the groups and the day of an event.
    private mutating func find(_ event: EventReference) {
        if places.date == nil || places.agent != event.agent {
            places.agent = event.agent
            places.groups[0] = place(of: .agent, event.agent)
        }
        if places.date == nil || places.team != event.team {
            places.team = event.team
            places.groups[1] = place(of: .team, event.team)
        }
        if places.date == nil || places.channel != event.channel {
            places.channel = event.channel
            places.groups[2] = place(of: .channel, event.channel)
        }
        let date = event.time.date
        guard places.date != date else { return }
        places.date = date
        if let known = placesOfDays[date] {
            places.day = known
        } else {
            places.day = days.count
            placesOfDays[date] = days.count
            days.append(Timeline.Point(date: date, counts: StatusCounts()))
        }
    }

    private mutating func place(of kind: ScoreGroup.Kind, _ name: TextTable.ID) -> Int {
        guard !name.isEmpty else { return -1 }
        let key = GroupKey(kind: kind, name: name)
        if let known = placesOfGroups[key] { return known }
        placesOfGroups[key] = groups.count
        groups.append((key, ScoreGroup(kind: kind)))
        return groups.count - 1
    }

    /// Notes that something that was met, and is added as such, missed its aim.
    public mutating func addMissedAim(standard index: Int) {
        precondition(standards.indices.contains(index), "a finding refers to a standard of the report")
        standards[index].missedAimCount += 1
    }

    /// Adds what a metric came to: to the standard alone, for it is about many events.
    ///
    /// - Parameters:
    ///   - status: what became of the standard.
    ///   - index: the standard's position.
    ///   - reason: why it is not simply met, for the most frequent reasons; empty for none.
    public mutating func addMetric(_ status: FindingStatus, standard index: Int, reason: TextTable.ID = .empty) {
        precondition(standards.indices.contains(index), "a finding refers to a standard of the report")
        count(status, standard: index, reason: reason)
    }

    /// Adds standards that did not apply to an event, of force `must` alone: to the groups and the day of the event.
    ///
    /// What each standard's own counts get is added at the end, all at once: see ``addNotApplicable(standard:count:)``.
    public mutating func addNotApplicable(event: EventReference, count: Int) {
        guard count > 0 else { return }
        find(event)
        for place in places.groups.indices where places.groups[place] >= 0 {
            groups[places.groups[place]].group.addNotApplicable(count)
        }
        days[places.day].counts[.notApplicable] += count
    }

    /// Adds events that a standard did not apply to: to the standard's counts and those of its severity.
    public mutating func addNotApplicable(standard index: Int, count: Int) {
        precondition(standards.indices.contains(index), "a finding refers to a standard of the report")
        standards[index].counts[.notApplicable] += count
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
        var overall = ScoreGroup(kind: .overall)
        var severities = Severity.allCases.map { ScoreGroup(kind: .severity, name: $0.rawValue) }
        for standard in standards where standard.force == .must {
            for status in FindingStatus.allCases {
                let count = standard.counts[status]
                overall.add(status, severity: standard.severity, count: count)
                if let place = Severity.allCases.firstIndex(of: standard.severity) {
                    severities[place].add(status, severity: standard.severity, count: count)
                }
            }
        }
        var scores = [overall]
        for kind in [ScoreGroup.Kind.agent, .team, .channel] {
            scores += groups.filter { $0.key.kind == kind }
                .map { ScoreGroup(renaming: $0.group, to: texts[$0.key.name]) }
                .sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) }
        }
        return scores + severities.filter { $0.counts.total > 0 }
    }

    /// The findings by local day of their events.
    public var timeline: Timeline {
        Timeline(step: .day, points: days)
    }
}
