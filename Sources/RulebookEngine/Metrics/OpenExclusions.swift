import CEL

/// What people took out of metrics so far.
struct OpenExclusions: Sendable, Equatable {
    /// A row that waits until its period is over: until then somebody may take it out.
    struct Row: Sendable, Equatable {
        let time: CELTimestamp
        /// What it shares with exclusions, each by its program; nil where that is not known.
        let keys: [Int: StateKey?]
        let contribution: MetricContribution
    }

    private struct Place: Hashable {
        let program: Int
        let key: StateKey
    }

    /// All declarations, in order.
    private(set) var records: [ExclusionRecord] = []
    private var byKey: [Place: [Int]] = [:]

    mutating func add(_ record: ExclusionRecord) {
        byKey[Place(program: record.program, key: record.key), default: []].append(records.count)
        records.append(record)
    }

    /// Whether a row is taken out; it counts for the earliest declaration that covers it.
    mutating func takesOut(_ row: Row) -> Bool {
        let covering = row.keys.compactMap { program, key -> Int? in
            guard let key else { return nil }
            return byKey[Place(program: program, key: key)]?.first { records[$0].covers(row.time) }
        }.min()
        guard let covering else { return false }
        records[covering].removedCount += 1
        return true
    }
}
