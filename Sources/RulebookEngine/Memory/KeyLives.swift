import CEL
import HeapModule

/// The lives of keys: what has no window lives as long as its key, and is gone when that is over.
///
/// Lives are numbered in the order in which they begin, so that whatever was remembered in an earlier one is known by
/// its number.
struct KeyLives: Sendable {
    /// A clock that ends with a life, by its place in the state.
    struct Attachment: Hashable, Sendable {
        let program: Int
        let key: StateKey
    }

    /// One life.
    private struct Life: Sendable, Equatable {
        let number: Int64
        /// When something last came.
        var latest: CELTimestamp?
        /// Whether nothing that is missing from the log belongs to it.
        let isWhole: Bool
        /// Whether an event ended it; remembered only where the next one would else be in doubt.
        var isOver = false
        /// What ends with it, each once, in the order in which it began.
        var attached: [Attachment] = []
    }

    /// When a life is over where nothing comes any more.
    private struct Expiry: Comparable, Sendable {
        let instant: CELTimestamp
        let number: Int64
        let lifetime: Int
        let value: CELValue

        static func < (left: Expiry, right: Expiry) -> Bool {
            (left.instant, left.number) < (right.instant, right.number)
        }

        static func == (left: Expiry, right: Expiry) -> Bool { left.number == right.number }
    }

    private var tables: [[CELValue: Life]]
    private var sweepCounts: [Int]
    private let idles: [CELDuration?]
    private var expiries: Heap<Expiry> = []
    private var lastNumber: Int64 = 0
    private let beginning: LogBeginning?

    init(_ programs: [LifetimeProgram], beginning: LogBeginning?) {
        tables = Array(repeating: [:], count: programs.count)
        sweepCounts = Array(repeating: 64, count: programs.count)
        idles = programs.map { $0.idle.map(CELDuration.init(nanoseconds:)) }
        self.beginning = beginning
    }

    /// How many lives are kept.
    var count: Int { tables.reduce(0) { $0 + $1.count } }

    // MARK: Reading

    /// The number of the life in which something lies under a key at an instant; that of the next one where none is
    /// under way.
    func number(_ lives: [KeyLife], _ key: StateKey, at time: CELTimestamp?) -> Int64 {
        lives.reduce(0) { number, life in
            max(number, current(life, key, at: time)?.number ?? lastNumber + 1)
        }
    }

    /// Whether nothing that is missing from the log lies in that life. What lies under a key lies in a life of each part.
    func isWhole(_ lives: [KeyLife], _ key: StateKey, at time: CELTimestamp?) -> Bool {
        lives.contains { life in
            current(life, key, at: time)?.isWhole
                ?? beginsWhole(life.lifetime, tables[life.lifetime][key[life.part]], at: time)
        }
    }

    /// Whether a life of every part of a key is under way.
    func isUnderWay(_ lives: [KeyLife], _ key: StateKey, at time: CELTimestamp?) -> Bool {
        lives.allSatisfy { current($0, key, at: time) != nil }
    }

    private func current(_ life: KeyLife, _ key: StateKey, at time: CELTimestamp?) -> Life? {
        guard let found = tables[life.lifetime][key[life.part]], !isOver(found, life.lifetime, at: time) else {
            return nil
        }
        return found
    }

    private func isOver(_ life: Life, _ lifetime: Int, at time: CELTimestamp?) -> Bool {
        if life.isOver { return true }
        guard let time, let end = end(life, lifetime) else { return false }
        return end < time
    }

    private func end(_ life: Life, _ lifetime: Int) -> CELTimestamp? {
        idles[lifetime].flatMap { life.latest?.adding($0) }
    }

    /// Whether a life that begins at an instant, after another or none that is known, is all in the log.
    private func beginsWhole(_ lifetime: Int, _ earlier: Life?, at time: CELTimestamp?) -> Bool {
        guard let beginning else { return true }
        if let latest = earlier?.latest, latest >= beginning.instant { return true }
        guard let time, let idle = idles[lifetime], let end = beginning.instant.adding(idle) else { return false }
        return time >= end
    }

    // MARK: Living and ending

    /// Notes that something came under a value of a key, with which a life begins where none is under way.
    ///
    /// - Returns: what ended with the one before.
    mutating func touch(_ lifetime: Int, _ value: CELValue, at time: CELTimestamp?) -> [Attachment] {
        var ended: [Attachment] = []
        if let known = tables[lifetime][value] {
            guard isOver(known, lifetime, at: time) else {
                tables[lifetime][value]?.latest = time ?? known.latest
                return []
            }
            ended = known.attached
        } else if tables[lifetime].count >= sweepCounts[lifetime], let time {
            sweep(lifetime, at: time)
        }
        lastNumber += 1
        tables[lifetime][value] = Life(
            number: lastNumber, latest: time, isWhole: beginsWhole(lifetime, tables[lifetime][value], at: time))
        return ended
    }

    /// Ends the life of a value of a key.
    ///
    /// - Returns: what ended with it.
    mutating func end(_ lifetime: Int, _ value: CELValue) -> [Attachment] {
        guard let life = tables[lifetime].removeValue(forKey: value) else { return [] }
        if beginning != nil {
            var over = life
            over.isOver = true
            over.attached = []
            tables[lifetime][value] = over
        }
        return life.attached
    }

    /// Notes that a clock ends with the lives of its key.
    mutating func attach(_ program: Int, _ key: StateKey, to lives: [KeyLife]) {
        let attachment = Attachment(program: program, key: key)
        for life in lives {
            let value = key[life.part]
            guard let known = tables[life.lifetime][value], !known.attached.contains(attachment) else { continue }
            tables[life.lifetime][value]?.attached.append(attachment)
            if known.attached.isEmpty, let end = end(known, life.lifetime) {
                expiries.insert(Expiry(instant: end, number: known.number, lifetime: life.lifetime, value: value))
            }
        }
    }

    /// When the next life is over with which something ends, where that is before an instant.
    mutating func nextEnd(before time: CELTimestamp) -> CELTimestamp? {
        while let first = expiries.min, first.instant < time {
            guard let life = tables[first.lifetime][first.value], life.number == first.number, !life.isOver,
                let end = end(life, first.lifetime)
            else {
                expiries.removeMin()
                continue
            }
            if end == first.instant { return end }
            expiries.replaceMin(
                with: Expiry(instant: end, number: first.number, lifetime: first.lifetime, value: first.value))
        }
        return nil
    }

    /// Takes out what ends with the life that ``nextEnd(before:)`` told of.
    mutating func takeEnded() -> [Attachment] {
        guard let first = expiries.popMin(), let life = tables[first.lifetime][first.value] else { return [] }
        tables[first.lifetime][first.value]?.attached = []
        return life.attached
    }

    /// Drops the lives that are over, as far as nobody needs to know of them.
    private mutating func sweep(_ lifetime: Int, at time: CELTimestamp) {
        tables[lifetime] = tables[lifetime].filter { _, life in
            if !isOver(life, lifetime, at: time) || !life.attached.isEmpty { return true }
            // Without it the next one would be in doubt.
            return !beginsWhole(lifetime, nil, at: time)
        }
        sweepCounts[lifetime] = max(64, 2 * tables[lifetime].count)
    }
}

extension KeyLives: Equatable {
    /// When lives are over follows from them.
    static func == (left: KeyLives, right: KeyLives) -> Bool {
        left.tables == right.tables && left.lastNumber == right.lastNumber
    }
}
