import CEL
import RulebookModel

/// The figures of groups by which two metrics are related, until their periods are over.
struct OpenCorrelations: Sendable, Equatable {
    /// One of the two figures of a group.
    enum Side: Sendable, Equatable {
        /// There is none, or of too few events.
        case none
        /// It is not certain.
        case open
        /// It is.
        case known(ExactFigure)
    }

    /// The two figures of a group.
    struct Pair: Sendable, Equatable {
        var first = Side.none
        var second = Side.none
    }

    /// The groups of a period.
    struct Groups: Sendable, Equatable {
        var byKey: [StateKey: Pair] = [:]
    }

    private var tables: [[MetricPeriod: Groups]]

    init(count: Int) { tables = Array(repeating: [:], count: count) }

    /// Remembers what one of the metrics came to.
    mutating func note(
        _ finding: MetricFinding, _ key: StateKey, in period: MetricPeriod, sampleMin: Int,
        _ programs: [CorrelationProgram]
    ) {
        for (index, program) in programs.enumerated() {
            guard program.first == finding.standard || program.second == finding.standard else { continue }
            let side: Side
            if finding.population + finding.unclear < sampleMin || finding.population + finding.unclear == 0 {
                side = .none
            } else if let figure = finding.figure, finding.unclear == 0, finding.missing.isEmpty {
                side = .known(figure)
            } else {
                side = .open
            }
            var pair = tables[index][period, default: Groups()].byKey[key] ?? Pair()
            if program.first == finding.standard { pair.first = side } else { pair.second = side }
            tables[index][period, default: Groups()].byKey[key] = pair
        }
    }

    /// Takes the periods out that are over at an instant, or all, in order of program and time.
    mutating func take(endedAt time: CELTimestamp?) -> [(program: Int, period: MetricPeriod, groups: Groups)] {
        var found: [(program: Int, period: MetricPeriod, groups: Groups)] = []
        for index in tables.indices where !tables[index].isEmpty {
            let ended = tables[index].keys.filter { period in
                guard let time else { return true }
                return period.end.map { $0 <= time } ?? false
            }.sorted { Self.start($0) < Self.start($1) }
            for period in ended {
                guard let groups = tables[index].removeValue(forKey: period) else { continue }
                found.append((index, period, groups))
            }
        }
        return found
    }

    private static func start(_ period: MetricPeriod) -> Int128 {
        period.start.map { Int128($0.seconds) * 1_000_000_000 + Int128($0.nanoseconds) } ?? .min
    }
}
