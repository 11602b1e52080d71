import CEL
import HeapModule

/// The clocks that run: what was begun and has neither been answered nor ended.
struct OpenClocks: Sendable {
    /// One clock.
    struct Clock: Sendable {
        var number = 0
        let trigger: TimelineFinding.Trigger
        let deadline: Moment?
        /// The end that is wished for.
        var aim: Moment?
        /// The least time that it must run, in nanoseconds.
        var leastLength: Int64?
        /// How many of the events that are counted may still come; nil where none are.
        var turnsLeft: Int?
        /// What nobody knows of the trigger: whether the standard applies to it at all.
        let doubt: CELUnknown?
        /// What nobody knows of an event since: whether it was the one that ends the clock.
        var gap: CELUnknown?
    }

    /// When a clock runs out.
    private struct Expiry: Comparable {
        let deadline: Moment
        let number: Int
        let program: Int
        let key: StateKey

        static func < (left: Expiry, right: Expiry) -> Bool {
            left.deadline != right.deadline ? left.deadline < right.deadline : left.number < right.number
        }

        static func == (left: Expiry, right: Expiry) -> Bool { left.number == right.number }
    }

    private var tables: [[StateKey: [Clock]]]
    private var expiries: Heap<Expiry> = []
    private var lastNumber = 0
    /// How many clocks run.
    private(set) var count = 0

    init(programCount: Int) { tables = Array(repeating: [:], count: programCount) }

    /// The clocks of a key.
    func clocks(_ program: Int, _ key: StateKey) -> [Clock] { tables[program][key] ?? [] }

    /// Begins a clock; its number is given to it here.
    mutating func open(_ program: Int, _ key: StateKey, _ clock: Clock) {
        lastNumber += 1
        var clock = clock
        clock.number = lastNumber
        tables[program][key, default: []].append(clock)
        count += 1
        guard let deadline = clock.deadline else { return }
        expiries.insert(Expiry(deadline: deadline, number: lastNumber, program: program, key: key))
    }

    /// Ends all clocks of a key.
    mutating func close(_ program: Int, _ key: StateKey) -> [Clock] {
        guard let closed = tables[program].removeValue(forKey: key) else { return [] }
        count -= closed.count
        tidy()
        return closed
    }

    /// Notes that nobody knows whether an event ended the clocks of a key.
    mutating func leaveGap(_ program: Int, _ key: StateKey, _ unknown: CELUnknown) {
        guard var clocks = tables[program].removeValue(forKey: key) else { return }
        for index in clocks.indices { clocks[index].gap = clocks[index].gap?.merging(unknown) ?? unknown }
        tables[program][key] = clocks
    }

    /// Counts an event against the clocks of a key; takes out those for which it was the last that may come.
    mutating func countTurn(_ program: Int, _ key: StateKey) -> [Clock] {
        guard var clocks = tables[program].removeValue(forKey: key) else { return [] }
        for index in clocks.indices { clocks[index].turnsLeft = clocks[index].turnsLeft.map { $0 - 1 } }
        let over = clocks.filter { $0.turnsLeft == 0 }
        clocks.removeAll { $0.turnsLeft == 0 }
        if !clocks.isEmpty { tables[program][key] = clocks }
        count -= over.count
        tidy()
        return over
    }

    /// Takes the clock out that runs out first, where that is before an instant.
    mutating func takeExpired(before time: CELTimestamp) -> (program: Int, clock: Clock)? {
        while let first = expiries.min, first.deadline.isOver(at: time) {
            expiries.removeMin()
            guard var clocks = tables[first.program].removeValue(forKey: first.key) else { continue }
            let position = clocks.firstIndex { $0.number == first.number }
            let clock = position.map { clocks.remove(at: $0) }
            if !clocks.isEmpty { tables[first.program][first.key] = clocks }
            guard let clock else { continue }
            count -= 1
            return (first.program, clock)
        }
        return nil
    }

    /// Takes out all clocks that still run, in the order in which they were opened.
    mutating func takeAll() -> [(program: Int, clock: Clock)] {
        let open = tables.enumerated().flatMap { program, table in
            table.values.joined().map { (program: program, clock: $0) }
        }
        self = OpenClocks(programCount: tables.count)
        return open.sorted { $0.clock.number < $1.clock.number }
    }

    /// Drops the ends of clocks that do not run any more, once they are most of what is kept.
    private mutating func tidy() {
        guard expiries.count > 64, expiries.count > 4 * count else { return }
        var running: Set<Int> = []
        for table in tables { for clocks in table.values { running.formUnion(clocks.map(\.number)) } }
        expiries = Heap(expiries.unordered.filter { running.contains($0.number) })
    }
}
