import CEL
import HeapModule
import RulebookModel

/// The clocks that run: what was begun and has neither been answered nor ended.
struct OpenClocks: Sendable {
    /// One clock.
    struct Clock: Sendable, Equatable {
        var number = 0
        let trigger: TimelineFinding.Trigger
        /// When it runs out, or would have where it stands still.
        var deadline: Moment?
        /// The end that is wished for.
        var aim: Moment?
        /// The end that an extension gives it; nil where there is none.
        var extended: DeadlineProgram.Reading?
        /// Since when it stands still.
        var pausedSince: CELTimestamp?
        /// What it did not count before that, in nanoseconds.
        var stoodStill: Int64 = 0
        /// The least time that it must run, in nanoseconds.
        var leastLength: Int64?
        /// How many of the events that are counted may still come; nil where none are.
        var turnsLeft: Int?
        /// What nobody knows of the trigger: whether the standard applies to it at all.
        let doubt: CELUnknown?
        /// What nobody knows of an event since: whether it was the one that ends the clock.
        var gap: CELUnknown?

        /// What nobody knows: whether it runs at all.
        var uncertainty: CELUnknown? {
            guard let doubt, let gap else { return doubt ?? gap }
            return doubt.merging(gap)
        }

        /// Whether it certainly runs.
        var isCertain: Bool { doubt == nil && gap == nil }

        /// The same number means the same trigger: clocks are numbered as they are opened.
        static func == (left: Clock, right: Clock) -> Bool {
            left.number == right.number && left.trigger.id == right.trigger.id && left.deadline == right.deadline
                && left.doubt == right.doubt && left.gap == right.gap
        }
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

    /// When to warn of a clock.
    private struct Warning: Comparable {
        let instant: CELTimestamp
        /// The end of which it warns.
        let deadline: Moment
        let number: Int
        let program: Int
        let key: StateKey

        static func < (left: Warning, right: Warning) -> Bool {
            (left.instant, left.number) < (right.instant, right.number)
        }

        static func == (left: Warning, right: Warning) -> Bool { left.number == right.number }
    }

    private var tables: [[StateKey: [Clock]]]
    private var expiries: Heap<Expiry> = []
    /// How long before they run out clocks are told; nil where nobody asks.
    private let lead: WarningLead?
    private var warnings: Heap<Warning> = []
    private var lastNumber = 0
    /// The pauses that are under way.
    private var pauses: [[StateKey: PauseState]]
    /// The keys of which no clock can run any more that was begun before the log is complete, as far as that had to be
    /// found out.
    private var certain: [Set<StateKey>]
    /// How many clocks run.
    private(set) var count = 0

    init(programCount: Int, lead: WarningLead? = nil) {
        tables = Array(repeating: [:], count: programCount)
        pauses = Array(repeating: [:], count: programCount)
        certain = Array(repeating: [], count: programCount)
        self.lead = lead
    }

    /// The clocks of a key.
    func clocks(_ program: Int, _ key: StateKey) -> [Clock] { tables[program][key] ?? [] }

    /// Begins a clock; its number is given to it here.
    mutating func open(_ program: Int, _ key: StateKey, _ clock: Clock) {
        lastNumber += 1
        var clock = clock
        clock.number = lastNumber
        tables[program][key, default: []].append(clock)
        count += 1
        schedule(clock, program, key)
    }

    private mutating func schedule(_ clock: Clock, _ program: Int, _ key: StateKey) {
        guard let deadline = clock.deadline, clock.pausedSince == nil else { return }
        expiries.insert(Expiry(deadline: deadline, number: clock.number, program: program, key: key))
        guard let lead, let start = clock.trigger.time, let instant = lead.instant(from: start, to: deadline.instant)
        else { return }
        warnings.insert(
            Warning(instant: instant, deadline: deadline, number: clock.number, program: program, key: key))
    }

    // MARK: Ends that move

    /// The pauses of a key's clocks, where something is remembered of them.
    func pauses(_ program: Int, _ key: StateKey) -> PauseState? { pauses[program][key] }

    mutating func setPauses(_ program: Int, _ key: StateKey, _ state: PauseState?) { pauses[program][key] = state }

    /// Whether it is certain that no clock of a key runs that was begun before the log is complete.
    func isCertain(_ program: Int, _ key: StateKey) -> Bool { certain[program].contains(key) }

    /// Notes that no clock of a key runs any more that was begun before the log is complete.
    mutating func makeCertain(_ program: Int, _ key: StateKey) { certain[program].insert(key) }

    /// Lets the clocks of a key stand still.
    mutating func stop(_ program: Int, _ key: StateKey, at time: CELTimestamp) {
        guard var clocks = tables[program].removeValue(forKey: key) else { return }
        for index in clocks.indices { clocks[index].pausedSince = time }
        tables[program][key] = clocks
    }

    /// Lets them go on; takes out those whose end the calendar cannot tell.
    mutating func goOn(
        _ program: Int, _ key: StateKey, at time: CELTimestamp, counting count: TimeCount
    ) -> [(clock: Clock, gap: BusinessCalendar.Gap)] {
        guard let clocks = tables[program].removeValue(forKey: key) else { return [] }
        var running: [Clock] = []
        var lost: [(clock: Clock, gap: BusinessCalendar.Gap)] = []
        for var clock in clocks {
            do throws(BusinessCalendar.Gap) {
                try clock.goOn(at: time, counting: count)
                running.append(clock)
                schedule(clock, program, key)
            } catch {
                lost.append((clock, error))
            }
        }
        if !running.isEmpty { tables[program][key] = running }
        self.count -= lost.count
        return lost
    }

    /// Lets the limits of a key's clocks begin anew; those that stand still go on to do so.
    mutating func reset(
        _ program: Int, _ key: StateKey, to deadline: Moment, aim: Moment?, extended: DeadlineProgram.Reading?,
        at time: CELTimestamp?
    ) {
        guard var clocks = tables[program].removeValue(forKey: key) else { return }
        for index in clocks.indices {
            clocks[index].deadline = deadline
            clocks[index].aim = aim
            clocks[index].extended = extended
            if clocks[index].pausedSince != nil { clocks[index].pausedSince = time }
            schedule(clocks[index], program, key)
        }
        tables[program][key] = clocks
    }

    /// Gives the clocks of a key the time of their extension, where that is more; what is unknown of it.
    mutating func extend(_ program: Int, _ key: StateKey) -> CELUnknown? {
        guard var clocks = tables[program].removeValue(forKey: key) else { return nil }
        var missing: CELUnknown?
        for index in clocks.indices {
            switch clocks[index].extended {
            case .moment(let moment)? where clocks[index].deadline.map({ $0 < moment }) ?? false:
                clocks[index].deadline = moment
                schedule(clocks[index], program, key)
            case .unknown(let unknown)?: missing = unknown
            case .error(let error)?:
                missing = CELUnknown(CELAttributePath(["the extended limit (\(error.message))"]))
            case .moment?, nil: break
            }
        }
        tables[program][key] = clocks
        return missing
    }

    // MARK: Ends

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
            // An end that was moved, or that a clock standing still does not have, is no end.
            let position = clocks.firstIndex {
                $0.number == first.number && $0.pausedSince == nil && $0.deadline == first.deadline
            }
            let clock = position.map { clocks.remove(at: $0) }
            if !clocks.isEmpty { tables[first.program][first.key] = clocks }
            guard let clock else { continue }
            count -= 1
            return (first.program, clock)
        }
        return nil
    }

    /// A clock that runs and of which it is time to warn, the first one first; each once.
    mutating func takeDue(at time: CELTimestamp) -> (program: Int, key: StateKey, clock: Clock)? {
        while let first = warnings.min, first.instant <= time {
            warnings.removeMin()
            let clock = clocks(first.program, first.key).first { $0.number == first.number }
            // An end that has moved, or stands still, is warned of at another time.
            guard let clock, clock.deadline == first.deadline, clock.pausedSince == nil else { continue }
            return (first.program, first.key, clock)
        }
        return nil
    }

    /// Takes out all clocks that still run, in the order in which they were opened.
    mutating func takeAll() -> [(program: Int, clock: Clock)] {
        let open = tables.enumerated().flatMap { program, table in
            table.values.joined().map { (program: program, clock: $0) }
        }
        let (pauses, certain) = (pauses, certain)
        self = OpenClocks(programCount: tables.count, lead: lead)
        (self.pauses, self.certain) = (pauses, certain)
        return open.sorted { $0.clock.number < $1.clock.number }
    }

    /// Drops the ends of clocks that do not run any more, once they are most of what is kept.
    private mutating func tidy() {
        guard expiries.count > 64, max(expiries.count, warnings.count) > 4 * count else { return }
        var running: Set<Int> = []
        for table in tables { for clocks in table.values { running.formUnion(clocks.map(\.number)) } }
        expiries = Heap(expiries.unordered.filter { running.contains($0.number) })
        warnings = Heap(warnings.unordered.filter { running.contains($0.number) })
    }
}

extension OpenClocks: Equatable {
    /// When they run out follows from the clocks.
    static func == (left: OpenClocks, right: OpenClocks) -> Bool {
        left.tables == right.tables && left.pauses == right.pauses && left.certain == right.certain
            && left.lastNumber == right.lastNumber
    }
}
