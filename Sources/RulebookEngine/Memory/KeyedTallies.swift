import CEL

/// Something that is remembered of each key, in one of the key's lives.
struct KeyedTallies<Tally: LivingTally>: Sendable, Equatable {
    private(set) var byKey: [StateKey: Tally] = [:]
    /// How many keys there may be before those of earlier lives are looked for.
    private var sweepCount = 64

    /// What is remembered of a key in a life.
    subscript(key: StateKey, life: Int64) -> Tally? {
        guard let tally = byKey[key], tally.life == life else { return nil }
        return tally
    }

    /// Remembers something of a key, and drops from time to time what lies in lives that are over.
    mutating func set(_ tally: Tally, _ key: StateKey, isSpent: (StateKey, Tally) -> Bool) {
        if byKey.count >= sweepCount {
            byKey = byKey.filter { !isSpent($0.key, $0.value) }
            sweepCount = max(64, 2 * byKey.count)
        }
        byKey[key] = tally
    }

    mutating func drop(_ key: StateKey) { byKey[key] = nil }
}

/// Something that is remembered in one of a key's lives.
protocol LivingTally: Sendable, Equatable {
    /// The number of the life.
    var life: Int64 { get }
}
