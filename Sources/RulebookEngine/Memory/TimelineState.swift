public import CEL
import RulebookModel

/// What a rulebook's standards remember of the events so far: a value, which a decider reads and returns changed.
///
/// It holds the figures that some standard can still see, by key; a key of which nothing counts any more is dropped, so
/// its size goes by the keys that are alive and not by the length of the history.
public struct TimelineState: Sendable {
    /// The figures of one measure.
    private struct Figures: Equatable {
        var byKey: [StateKey: WindowTally] = [:]
        /// How many keys there may be before the spent ones are looked for again.
        var sweepCount = 64
    }

    private var figures: [Figures]
    /// The clocks that run.
    var clocks: OpenClocks
    /// What intervals came to so far.
    private var intervals: [KeyedTallies<IntervalTally>]
    /// How far procedures have come.
    private var procedures: [KeyedTallies<ProcedureTally>]
    /// The figures of metrics; nil where nobody asks for them.
    var metrics: OpenMetrics?
    /// The reservations that are open.
    var holds = OpenHolds()
    /// The lives of the keys.
    var lives: KeyLives
    /// From when on the log is complete; nil where all that ever happened is in it.
    let beginning: LogBeginning?
    /// The time of the latest event that was recorded.
    public private(set) var latestTime: CELTimestamp?

    /// Nothing has happened yet.
    ///
    /// - Parameters:
    ///   - compiled: the rulebook.
    ///   - warning: how long before they run out clocks are told; nil for never.
    ///   - measuresMetrics: whether the figures of metrics are kept, for those who look at a whole log.
    ///   - completeFrom: from when on the log that follows is complete; nil where nothing ever happened before it.
    public init(
        _ compiled: CompiledRulebook, warning: WarningLead? = nil, measuresMetrics: Bool = false,
        completeFrom: CELTimestamp? = nil
    ) {
        beginning = completeFrom.map {
            LogBeginning($0, in: CELTimeZone.named(compiled.rulebook.timeZone) ?? .utc)
        }
        lives = KeyLives(compiled.lifetimes, beginning: beginning)
        figures = Array(repeating: Figures(), count: compiled.measures.count)
        clocks = OpenClocks(programCount: compiled.clocks.count, lead: warning)
        intervals = Array(repeating: KeyedTallies(), count: compiled.intervalCount)
        procedures = Array(repeating: KeyedTallies(), count: compiled.procedureCount)
        metrics =
            measuresMetrics
            ? OpenMetrics(
                metricCount: compiled.metrics.count, correlationCount: compiled.correlations.count) : nil
    }

    /// How many clocks run.
    public var clockCount: Int { clocks.count }

    /// How many figures of metrics are kept, whose periods are not over.
    public var metricCount: Int { metrics?.count ?? 0 }

    /// The reservations that are open, in the order in which they run out.
    public var openHolds: [Hold] { holds.all }

    /// The reservation of a name, where it is open.
    public func hold(named name: String) -> Hold? { holds[name] }

    /// The reservations that have run out by an instant and were not closed yet, in the order in which they did.
    public func holdsOver(at time: CELTimestamp) -> [Hold] { holds.over(at: time) }

    /// How many figures are kept.
    public var figureCount: Int {
        figures.reduce(0) { $0 + $1.byKey.count } + intervals.reduce(0) { $0 + $1.byKey.count }
            + procedures.reduce(0) { $0 + $1.byKey.count }
    }

    func tally(_ measure: Int, _ key: StateKey) -> WindowTally? { figures[measure].byKey[key] }

    mutating func note(_ time: CELTimestamp?) {
        guard let time else { return }
        latestTime = latestTime.map { max($0, time) } ?? time
    }

    mutating func update(
        _ measure: MeasureProgram, _ key: StateKey, at place: WindowPlace, _ change: (inout WindowTally) -> Void
    ) {
        if figures[measure.index].byKey.count >= figures[measure.index].sweepCount { sweep(measure) }
        change(&figures[measure.index].byKey[key, default: WindowTally(place)])
    }

    // MARK: Intervals and procedures

    /// What the intervals of a key came to in its present life.
    func intervals(_ program: IntervalProgram, _ key: StateKey, at time: CELTimestamp?) -> IntervalTally {
        let life = lives.number(program.lives, key, at: time)
        return intervals[program.index][key, life]
            ?? IntervalTally(life: life, isWhole: isWhole(program.lives, key, time))
    }

    mutating func updateInterval(
        _ program: IntervalProgram, _ key: StateKey, at time: CELTimestamp?, _ change: (inout IntervalTally) -> Void
    ) {
        var tally = intervals(program, key, at: time)
        change(&tally)
        let lives = lives
        intervals[program.index].set(tally, key) { key, tally in
            tally.life < lives.number(program.lives, key, at: time)
        }
    }

    /// Drops what intervals came to; nothing before counts any more, which is remembered where it would be in doubt.
    mutating func dropInterval(_ program: IntervalProgram, _ key: StateKey, at time: CELTimestamp?) {
        intervals[program.index].drop(key)
        if isComplete(at: time) { updateInterval(program, key, at: time) { $0.isWhole = true } }
    }

    /// How far the procedure of a key has come in its present life.
    func procedure(_ program: ProcedureProgram, _ key: StateKey, at time: CELTimestamp?) -> ProcedureTally {
        let life = lives.number(program.lives, key, at: time)
        return procedures[program.index][key, life]
            ?? ProcedureTally(life: life, isWhole: isWhole(program.lives, key, time))
    }

    mutating func updateProcedure(
        _ program: ProcedureProgram, _ key: StateKey, at time: CELTimestamp?, _ change: (inout ProcedureTally) -> Void
    ) {
        var tally = procedure(program, key, at: time)
        change(&tally)
        let lives = lives
        procedures[program.index].set(tally, key) { key, tally in
            tally.life < lives.number(program.lives, key, at: time)
        }
    }

    /// Drops how far a procedure has come; nothing before counts any more, which is remembered where it would be in
    /// doubt.
    mutating func dropProcedure(_ program: ProcedureProgram, _ key: StateKey, at time: CELTimestamp?) {
        procedures[program.index].drop(key)
        if isComplete(at: time) { updateProcedure(program, key, at: time) { $0.isWhole = true } }
    }

    /// Whether nothing that is missing from the log lies in the present life of a key.
    func isWhole(_ lives: [KeyLife], _ key: StateKey, _ time: CELTimestamp?) -> Bool {
        beginning == nil || self.lives.isWhole(lives, key, at: time)
    }

    /// Begins a clock, which ends with the life of its key where it has no other end.
    mutating func open(_ program: ClockProgram, _ key: StateKey, _ clock: OpenClocks.Clock) {
        clocks.open(program.index, key, clock)
        if program.isEndless { lives.attach(program.index, key, to: program.lives) }
    }

    // MARK: Figures

    /// Begins a measure anew; nothing before counts any more, which is remembered where it would be in doubt.
    mutating func reset(_ measure: MeasureProgram, _ key: StateKey, at place: WindowPlace, _ time: CELTimestamp?) {
        guard isComplete(at: time) else {
            figures[measure.index].byKey[key] = nil
            return
        }
        update(measure, key, at: place) {
            $0 = WindowTally(place)
            $0.isWhole = true
        }
    }

    // MARK: The log's beginning

    /// Whether it is stated from when on the log is complete, and an instant lies there.
    func isComplete(at time: CELTimestamp?) -> Bool {
        guard let beginning, let time else { return false }
        return time >= beginning.instant
    }

    /// Whether it is stated from when on the log is complete, and an instant lies before.
    func mayLack(at time: CELTimestamp?) -> Bool {
        guard let beginning, let time else { return false }
        return time < beginning.instant
    }

    /// The pauses of a key's clocks that are under way; of those that may have begun before the log, nobody knows.
    func pauses(_ program: ClockProgram, _ key: StateKey) -> PauseState {
        if let known = clocks.pauses(program.index, key) { return known }
        guard let beginning, program.pauseCount > 0 else { return PauseState() }
        var state = PauseState()
        for number in 0..<program.pauseCount {
            state.set(
                number, to: program.kind.isForbidding, unknown: beginning.unknown("the pauses of \(program.title)"))
        }
        return state
    }

    mutating func setPauses(_ program: ClockProgram, _ key: StateKey, _ state: PauseState) {
        clocks.setPauses(program.index, key, state.isEmpty && beginning == nil ? nil : state)
    }

    /// Drops the keys of which nothing counts any more.
    private mutating func sweep(_ measure: MeasureProgram) {
        if let latestTime {
            let (window, lives) = (measure.window, lives)
            figures[measure.index].byKey = figures[measure.index].byKey.filter {
                !window.isSpent($0.value, $0.key, lives, at: latestTime)
            }
        }
        figures[measure.index].sweepCount = max(64, 2 * figures[measure.index].byKey.count)
    }
}

extension TimelineState: Equatable {}
