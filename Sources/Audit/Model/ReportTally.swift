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

    /// The kinds of groups that an event can belong to, by their numbers here.
    private static let kinds: [ScoreGroup.Kind] = [.agent, .team, .channel]

    /// The groups of one kind: their places by the numbers of their names.
    private struct Places {
        private var places: [Int32] = []

        subscript(name: TextTable.ID) -> Int? {
            get { name.place < places.count && places[name.place] >= 0 ? Int(places[name.place]) : nil }
            set {
                while places.count <= name.place { places.append(-1) }
                places[name.place] = Int32(newValue ?? -1)
            }
        }
    }

    private let standards: [StandardSummary]
    /// The counts of each standard.
    private var counts: [StatusCounts]
    private var missedAimCounts: [Int]
    private var groups: [(kind: Int, name: TextTable.ID, group: ScoreGroup)] = []
    private var placesOfGroups = [Places](repeating: Places(), count: Self.kinds.count)
    private var days: [Timeline.Point] = []
    private var placesOfDays: [ReportDate: Int] = [:]
    private var reasons: [ReasonCounts]
    /// Those of the last event: all its findings come together.
    private var places = EventPlaces()

    /// Makes a tally for standards in the order by which findings refer to them; their counts begin at zero.
    public init(standards: [StandardSummary]) {
        self.standards = standards
        counts = standards.map { _ in StatusCounts() }
        missedAimCounts = standards.map { _ in 0 }
        reasons = standards.map { _ in ReasonCounts() }
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

    /// Counts how often a standard was met, and nothing else: what the groups and the days of the events get is added for
    /// all standards of an event at once. See ``addMet(event:bySeverity:)``.
    mutating func addMet(standard index: Int, count: Int) { counts[index][.met] += count }

    /// Adds standards of force `must` that were met at an event to its groups and its day.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - metCounts: how many standards of each severity there were, in the order of all severities.
    mutating func addMet(event: EventReference, bySeverity metCounts: [Int]) {
        find(event)
        for (severity, count) in zip(Severity.allCases, metCounts) where count > 0 {
            for place in places.groups.indices where places.groups[place] >= 0 {
                groups[places.groups[place]].group.add(.met, severity: severity, count: count)
            }
            days[places.day].counts[.met] += count
        }
    }

    private mutating func count(_ status: FindingStatus, standard index: Int, reason: TextTable.ID) {
        counts[index][status] += 1
        if !reason.isEmpty { reasons[index].add(reason) }
    }

    /// Finds the groups and the day of an event.
    private mutating func find(_ event: EventReference) {
        if places.date == nil || places.agent != event.agent {
            places.agent = event.agent
            places.groups[0] = place(ofKind: 0, event.agent)
        }
        if places.date == nil || places.team != event.team {
            places.team = event.team
            places.groups[1] = place(ofKind: 1, event.team)
        }
        if places.date == nil || places.channel != event.channel {
            places.channel = event.channel
            places.groups[2] = place(ofKind: 2, event.channel)
        }
        let date = event.time.date
        guard places.date != date else { return }
        places.date = date
        places.day = place(of: date)
    }

    private mutating func place(of date: ReportDate) -> Int {
        if let known = placesOfDays[date] { return known }
        placesOfDays[date] = days.count
        days.append(Timeline.Point(date: date, counts: StatusCounts()))
        return days.count - 1
    }

    private mutating func place(ofKind kind: Int, _ name: TextTable.ID) -> Int {
        guard !name.isEmpty else { return -1 }
        if let known = placesOfGroups[kind][name] { return known }
        placesOfGroups[kind][name] = groups.count
        groups.append((kind, name, ScoreGroup(kind: Self.kinds[kind])))
        return groups.count - 1
    }

    /// Notes that something that was met, and is added as such, missed its aim.
    public mutating func addMissedAim(standard index: Int) {
        precondition(standards.indices.contains(index), "a finding refers to a standard of the report")
        missedAimCounts[index] += 1
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
        counts[index][.notApplicable] += count
    }

    /// Adds what another part of the log comes to, counted by the same standards.
    ///
    /// - Parameters:
    ///   - other: the tally of that part.
    ///   - translation: the numbers of its texts here.
    mutating func add(_ other: ReportTally, _ translation: TextTable.Translation) {
        for index in other.standards.indices {
            counts[index] += other.counts[index]
            missedAimCounts[index] += other.missedAimCounts[index]
            for (reason, count) in other.reasons[index].all { reasons[index].add(translation[reason], count: count) }
        }
        for (kind, name, group) in other.groups {
            let place = place(ofKind: kind, translation[name])
            if place >= 0 { groups[place].group.add(group) }
        }
        for day in other.days { days[place(of: day.date)].counts += day.counts }
    }

    /// The standards with their counts and most frequent reasons.
    public func summaries(texts: TextTable) -> [StandardSummary] {
        standards.indices.map { index in
            var standard = standards[index]
            standard.counts = counts[index]
            standard.missedAimCount = missedAimCounts[index]
            let counted = reasons[index].all.map { CountedText(text: texts[$0.reason], count: $0.count) }
            standard.topReasons = Array(CountedText.mostFrequentFirst(counted).prefix(Self.topReasonsMax))
            return standard
        }
    }

    /// The overall score, then groups by kind, then by name; severities by weight.
    public func scores(texts: TextTable) -> [ScoreGroup] {
        var overall = ScoreGroup(kind: .overall)
        var severities = Severity.allCases.map { ScoreGroup(kind: .severity, name: $0.rawValue) }
        for (standard, counts) in zip(standards, counts) where standard.force == .must {
            for status in FindingStatus.allCases {
                let count = counts[status]
                overall.add(status, severity: standard.severity, count: count)
                if let place = Severity.allCases.firstIndex(of: standard.severity) {
                    severities[place].add(status, severity: standard.severity, count: count)
                }
            }
        }
        var scores = [overall]
        for kind in Self.kinds.indices {
            scores += groups.filter { $0.kind == kind }
                .map { ScoreGroup(renaming: $0.group, to: texts[$0.name]) }
                .sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) }
        }
        return scores + severities.filter { $0.counts.total > 0 }
    }

    /// The findings by local day of their events.
    public var timeline: Timeline {
        Timeline(step: .day, points: days)
    }
}
