import RulebookEngine

/// What findings add up to, listed or not; the totals of the parts of a log add up to those of the whole.
struct FindingTotals: Sendable {
    /// How many events there were, by version and type.
    private var eventCounts: [[Int]]
    /// How many results of each row there were.
    private var resultCounts: [Int]
    /// How many of each row were met and are not listed, apart from the other counts until all events were judged.
    private var metCounts: [Int]
    private(set) var tally: ReportTally
    /// How many findings were not listed, apart from those of standards that did not apply.
    private(set) var omittedCount = 0
    private(set) var missingFacts: [TextTable.ID: Int] = [:]
    /// How often there were actions that no standard lists and the rulebook does not let pass.
    private(set) var unlistedActions: [String: Int] = [:]
    /// How many events there were at whose time the rulebook was not in force.
    private(set) var outsideEffectivePeriod = 0

    init(_ plan: AuditPlan) {
        eventCounts = plan.versions.map { Array(repeating: 0, count: $0.types.count) }
        resultCounts = Array(repeating: 0, count: plan.rows.summaries.count)
        metCounts = resultCounts
        tally = ReportTally(standards: plan.rows.summaries)
    }

    /// Adds what another part of the log comes to.
    ///
    /// - Parameters:
    ///   - other: the totals of that part, by the same plan.
    ///   - translation: the numbers of its texts here.
    mutating func add(_ other: FindingTotals, _ translation: TextTable.Translation) {
        for (version, counts) in other.eventCounts.enumerated() {
            for (type, count) in counts.enumerated() { eventCounts[version][type] += count }
        }
        for (row, count) in other.resultCounts.enumerated() { resultCounts[row] += count }
        for (row, count) in other.metCounts.enumerated() { metCounts[row] += count }
        tally.add(other.tally, translation)
        omittedCount += other.omittedCount
        for (path, count) in other.missingFacts { missingFacts[translation[path], default: 0] += count }
        unlistedActions.merge(other.unlistedActions, uniquingKeysWith: +)
        outsideEffectivePeriod += other.outsideEffectivePeriod
    }

    // MARK: Events

    /// Counts an event that was judged.
    mutating func addEvent(version: Int, type: Int) { eventCounts[version][type] += 1 }

    /// Counts an action that no standard lists.
    mutating func addUnlisted(_ type: String) { unlistedActions[type, default: 0] += 1 }

    /// Counts an event at whose time the rulebook was not in force.
    mutating func addOutsideEffectivePeriod() { outsideEffectivePeriod += 1 }

    // MARK: Findings

    /// Counts that a standard said something at an event.
    mutating func addResult(row: Int) { resultCounts[row] += 1 }

    /// Counts what became of a standard at an event.
    mutating func add(
        _ status: FindingStatus, row: Int, event: EventReference, reason: TextTable.ID = .empty
    ) {
        tally.add(status, standard: row, event: event, reason: reason)
    }

    /// Counts that a standard was met at an event and is not listed, but for the groups and the day of the event.
    mutating func addMet(row: Int) { metCounts[row] += 1 }

    /// Counts for the groups and the day of an event the standards that were met, by severity.
    mutating func addMet(event: EventReference, bySeverity counts: [Int]) {
        tally.addMet(event: event, bySeverity: counts)
    }

    /// Counts what a metric came to.
    mutating func addMetric(_ status: FindingStatus, row: Int, reason: TextTable.ID) {
        tally.addMetric(status, standard: row, reason: reason)
    }

    /// Counts standards that did not apply to an event.
    mutating func addNotApplicable(event: EventReference, count: Int) {
        tally.addNotApplicable(event: event, count: count)
    }

    /// Counts that something that was met missed its aim.
    mutating func addMissedAim(row: Int) { tally.addMissedAim(standard: row) }

    /// Counts a finding that is not listed.
    mutating func addOmitted(_ status: FindingStatus) {
        if status != .notApplicable { omittedCount += 1 }
    }

    /// Counts a fact that was missing.
    mutating func add(missing path: TextTable.ID) { missingFacts[path, default: 0] += 1 }

    /// Counts for each standard the events that it did not apply to, once all were judged.
    mutating func complete(_ versions: [RecordedVersion]) {
        for row in metCounts.indices {
            resultCounts[row] += metCounts[row]
            omittedCount += metCounts[row]
            tally.addMet(standard: row, count: metCounts[row])
            metCounts[row] = 0
        }
        var applicableCounts = Array(repeating: 0, count: resultCounts.count)
        for (version, counts) in zip(versions, eventCounts) {
            for (type, count) in counts.enumerated() where count > 0 {
                for index in version.types[type].standards { applicableCounts[version.rows[index]] += count }
            }
        }
        for row in resultCounts.indices {
            tally.addNotApplicable(standard: row, count: applicableCounts[row] - resultCounts[row])
        }
    }
}
