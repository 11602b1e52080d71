import RulebookEngine
import RulebookModel

/// What one standard says of all the events that it can tell apart.
struct StandardOutcomes {
    /// How many events there are of each status; those that it is not about are not among them.
    private(set) var counts: [FindingStatus: Int] = [:]

    /// Looks at every event of every type that the standard is about; nil where they cannot all be listed.
    init?(of standard: Standard, at index: Int, by search: RulebookSearch) {
        guard standard.judgesByItself, standard.force != .may else { return nil }
        for type in standard.pattern.types {
            guard let space = search.space([standard], type: type), space.isExact else { return nil }
            space.forEach(space.axes) { facts in
                if let result = search.decide(type, facts)?.results.first(where: { $0.standard == index }) {
                    counts[result.status, default: 0] += 1
                }
                return true
            }
        }
    }

    /// Whether no event has this status.
    func none(_ status: FindingStatus) -> Bool { counts[status] == nil }

    /// Whether it is about no event at all.
    var isEmpty: Bool { counts.isEmpty }

    /// Whether it is certain of every event.
    var isDetermined: Bool { none(.undetermined) }

    /// What every standard of a rulebook says, where its events can all be listed.
    static func all(in rulebook: Rulebook) -> [(standard: Standard, outcomes: StandardOutcomes)] {
        let search = RulebookSearch(rulebook)
        return rulebook.standards.enumerated().compactMap { index, standard in
            // What reads no fact is meant so: an action that is always allowed, or never.
            guard standard.readsFacts else { return nil }
            return StandardOutcomes(of: standard, at: index, by: search).map { (standard, $0) }
        }
    }
}

extension Standard {
    /// Whether what it asks depends on anything.
    fileprivate var readsFacts: Bool {
        var reading = ConditionReading()
        reading.addBody(of: self)
        return !reading.paths.isEmpty
    }
}

extension Standard.Body {
    /// Whether one condition is all that it asks.
    var isCondition: Bool {
        switch self {
        case .require, .forbid: true
        case .allowance, .timeline, .metric, .manual: false
        }
    }
}
