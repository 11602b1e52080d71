import CEL
import HeapModule

/// The figures of the periods that are not over.
struct OpenMetrics: Sendable {
    /// When a period is over.
    private struct Ending: Comparable {
        let end: CELTimestamp
        let number: Int
        let metric: Int
        let key: StateKey

        static func < (left: Ending, right: Ending) -> Bool { (left.end, left.number) < (right.end, right.number) }
        static func == (left: Ending, right: Ending) -> Bool { left.number == right.number }
    }

    /// What people took out so far.
    var exclusions = OpenExclusions()
    /// The figures that correlations are over.
    var correlations: OpenCorrelations
    private var tables: [[StateKey: [MetricTally]]]
    private var endings: Heap<Ending> = []
    private var lastNumber = 0
    /// What keys came to in the latest period that is over, of metrics that compare themselves with it.
    private var previous: [[StateKey: MetricFinding]]
    /// How many there are.
    private(set) var count = 0

    init(metricCount: Int, correlationCount: Int) {
        correlations = OpenCorrelations(count: correlationCount)
        tables = Array(repeating: [:], count: metricCount)
        previous = Array(repeating: [:], count: metricCount)
    }

    /// Adds to a figure what waited until its period was over.
    mutating func settle(_ tally: inout MetricTally, _ subject: MetricProgram.Subject) {
        tally.settle(subject, &exclusions)
    }

    /// What a key came to in the latest period that is over.
    func previous(_ metric: Int, _ key: StateKey) -> MetricFinding? { previous[metric][key] }

    /// Remembers what a key came to in a period that is over.
    mutating func remember(_ finding: MetricFinding, _ metric: Int, _ key: StateKey) { previous[metric][key] = finding }

    /// Takes out what the other keys came to in a period, in the order in which it began.
    mutating func takeOthers(
        _ metric: Int, in period: MetricPeriod
    ) -> [(key: StateKey, tally: MetricTally)] {
        let found = tables[metric].flatMap { key, tallies in
            tallies.filter { $0.period == period && $0.doubt == nil }.map { (key: key, tally: $0) }
        }.sorted { $0.tally.number < $1.tally.number }
        for (key, tally) in found {
            tables[metric][key]?.removeAll { $0.number == tally.number }
            if tables[metric][key]?.isEmpty == true { tables[metric][key] = nil }
        }
        count -= found.count
        return found
    }

    /// Changes the tally of a key and a period, which begins where there is none.
    mutating func update(
        _ metric: Int, _ key: StateKey, _ period: MetricPeriod, doubt: CELUnknown?, limit: () -> CELValue?,
        _ change: (inout MetricTally) -> Void
    ) {
        var tallies = tables[metric].removeValue(forKey: key) ?? []
        var index = tallies.firstIndex { $0.period == period && ($0.doubt == nil) == (doubt == nil) }
        if index == nil {
            lastNumber += 1
            count += 1
            tallies.append(MetricTally(number: lastNumber, period: period, limit: limit(), doubt: doubt))
            index = tallies.count - 1
            if let end = period.end { endings.insert(Ending(end: end, number: lastNumber, metric: metric, key: key)) }
        }
        if let index { change(&tallies[index]) }
        tables[metric][key] = tallies
    }

    /// Takes the tally out whose period is over first, where that is at an instant already.
    mutating func takeEnded(at time: CELTimestamp) -> (metric: Int, key: StateKey, tally: MetricTally)? {
        while let first = endings.min, first.end <= time {
            endings.removeMin()
            guard var tallies = tables[first.metric].removeValue(forKey: first.key) else { continue }
            let position = tallies.firstIndex { $0.number == first.number }
            let tally = position.map { tallies.remove(at: $0) }
            if !tallies.isEmpty { tables[first.metric][first.key] = tallies }
            guard let tally else { continue }
            count -= 1
            return (first.metric, first.key, tally)
        }
        return nil
    }

    /// Takes out what there is of a key, in the order in which it began; what nobody could place stays.
    mutating func take(_ metric: Int, _ key: StateKey) -> [MetricTally] {
        guard let tallies = tables[metric].removeValue(forKey: key) else { return [] }
        let left = tallies.filter { $0.doubt != nil }
        if !left.isEmpty { tables[metric][key] = left }
        count -= tallies.count - left.count
        return tallies.filter { $0.doubt == nil }
    }

    /// Everything, in the order in which it began.
    var all: [(metric: Int, key: StateKey, tally: MetricTally)] {
        tables.enumerated().flatMap { metric, table in
            table.flatMap { key, tallies in tallies.map { (metric: metric, key: key, tally: $0) } }
        }.sorted { $0.tally.number < $1.tally.number }
    }

    /// Takes one tally out; false where it is not there any more.
    mutating func take(_ tally: MetricTally, _ metric: Int, _ key: StateKey) -> Bool {
        guard let index = tables[metric][key]?.firstIndex(where: { $0.number == tally.number }) else { return false }
        tables[metric][key]?.remove(at: index)
        if tables[metric][key]?.isEmpty == true { tables[metric][key] = nil }
        count -= 1
        return true
    }
}

extension OpenMetrics: Equatable {
    /// By what is open; the endings follow from that.
    static func == (left: OpenMetrics, right: OpenMetrics) -> Bool {
        left.tables == right.tables && left.lastNumber == right.lastNumber && left.exclusions == right.exclusions
            && left.correlations == right.correlations
    }
}
