import CEL

/// The figures of one measure, by key.
///
/// They lie one behind the other, so that one is read and changed where it lies and never copied.
struct KeyedFigures: Sendable {
    private struct Entry: Sendable {
        let key: StateKey
        var tally: WindowTally
    }

    private var entries: [Entry] = []
    private var places: [StateKey: Int] = [:]
    /// How many keys there may be before the spent ones are looked for again.
    private var sweepCount = 64

    /// How many keys have a figure.
    var count: Int { entries.count }

    /// Whether it is time to look for keys of which nothing counts any more.
    var isFull: Bool { entries.count >= sweepCount }

    /// What was measured under a key.
    subscript(key: StateKey) -> WindowTally? { places[key].map { entries[$0].tally } }

    /// The figure of a key as it stands at a place; nil where nothing was measured that still counts.
    func figure(_ key: StateKey, _ aggregation: Aggregation, at place: WindowPlace) -> CELValue? {
        guard let position = places[key] else { return nil }
        return entries[position].tally.figure(aggregation, at: place)
    }

    /// Changes what was measured under a key.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - empty: what it is changed from where nothing was measured yet.
    ///   - change: changes it.
    mutating func change(
        _ key: StateKey, from empty: @autoclosure () -> WindowTally, _ change: (inout WindowTally) -> Void
    ) {
        if let position = places[key] { return change(&entries[position].tally) }
        places[key] = entries.count
        entries.append(Entry(key: key, tally: empty()))
        change(&entries[entries.count - 1].tally)
    }

    /// Drops what was measured under a key.
    mutating func drop(_ key: StateKey) {
        guard let position = places.removeValue(forKey: key) else { return }
        let last = entries.removeLast()
        guard position < entries.count else { return }
        entries[position] = last
        places[last.key] = position
    }

    /// Drops the keys of which nothing counts any more.
    mutating func sweep(_ isSpent: (StateKey, WindowTally) -> Bool) {
        entries.removeAll { isSpent($0.key, $0.tally) }
        places.removeAll(keepingCapacity: true)
        for (position, entry) in entries.enumerated() { places[entry.key] = position }
        sweepCount = max(64, 2 * entries.count)
    }
}

extension KeyedFigures: Equatable {
    /// The order in which the keys came is no difference.
    static func == (left: KeyedFigures, right: KeyedFigures) -> Bool {
        left.count == right.count && left.sweepCount == right.sweepCount
            && left.entries.allSatisfy { right[$0.key] == $0.tally }
    }
}
