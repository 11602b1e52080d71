public import CEL
import RulebookModel

/// What a rulebook's standards remember of the events so far: a value, which a decider reads and returns changed.
///
/// It holds the figures that some standard can still see, by key; a key of which nothing counts any more is dropped, so
/// its size goes by the keys that are alive and not by the length of the history.
public struct TimelineState: Sendable {
    /// Everything that is remembered, behind one reference, so that handing a state on costs no more than that.
    ///
    /// It is changed only where one state holds it; see ``TimelineState/change``.
    private final class Content: @unchecked Sendable {
        var figures: [KeyedFigures]
        var clocks: OpenClocks
        var intervals: [KeyedTallies<IntervalTally>]
        var procedures: [KeyedTallies<ProcedureTally>]
        var metrics: OpenMetrics?
        var holds = OpenHolds()
        var lives: KeyLives
        let beginning: LogBeginning?
        var latestTime: CELTimestamp?

        init(
            figures: [KeyedFigures], clocks: OpenClocks, intervals: [KeyedTallies<IntervalTally>],
            procedures: [KeyedTallies<ProcedureTally>], metrics: OpenMetrics?, lives: KeyLives, beginning: LogBeginning?
        ) {
            self.figures = figures
            self.clocks = clocks
            self.intervals = intervals
            self.procedures = procedures
            self.metrics = metrics
            self.lives = lives
            self.beginning = beginning
        }

        init(_ other: Content) {
            figures = other.figures
            clocks = other.clocks
            intervals = other.intervals
            procedures = other.procedures
            metrics = other.metrics
            holds = other.holds
            lives = other.lives
            beginning = other.beginning
            latestTime = other.latestTime
        }
    }

    private var content: Content

    /// The content, to change it: that of this state alone.
    private var change: Content {
        mutating get {
            if !isKnownUniquelyReferenced(&content) { content = Content(content) }
            return content
        }
    }

    /// The clocks that run.
    var clocks: OpenClocks {
        _read { yield content.clocks }
        _modify { yield &change.clocks }
    }

    /// The figures of metrics; nil where nobody asks for them.
    var metrics: OpenMetrics? {
        _read { yield content.metrics }
        _modify { yield &change.metrics }
    }

    /// The reservations that are open.
    var holds: OpenHolds {
        _read { yield content.holds }
        _modify { yield &change.holds }
    }

    /// The lives of the keys.
    var lives: KeyLives {
        _read { yield content.lives }
        _modify { yield &change.lives }
    }

    /// From when on the log is complete; nil where all that ever happened is in it.
    var beginning: LogBeginning? { content.beginning }

    /// The time of the latest event that was recorded.
    public var latestTime: CELTimestamp? { content.latestTime }

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
        let beginning = completeFrom.map {
            LogBeginning($0, in: CELTimeZone.named(compiled.rulebook.timeZone) ?? .utc)
        }
        content = Content(
            figures: Array(repeating: KeyedFigures(), count: compiled.measures.count),
            clocks: OpenClocks(programCount: compiled.clocks.count, lead: warning),
            intervals: Array(repeating: KeyedTallies(), count: compiled.intervalCount),
            procedures: Array(repeating: KeyedTallies(), count: compiled.procedureCount),
            metrics: measuresMetrics
                ? OpenMetrics(
                    metricCount: compiled.metrics.count, correlationCount: compiled.correlations.count) : nil,
            lives: KeyLives(compiled.lifetimes, beginning: beginning), beginning: beginning)
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
        content.figures.reduce(0) { $0 + $1.count } + content.intervals.reduce(0) { $0 + $1.byKey.count }
            + content.procedures.reduce(0) { $0 + $1.byKey.count }
    }

    /// What was measured under a key.
    func tally(_ measure: Int, _ key: StateKey) -> WindowTally? { content.figures[measure][key] }

    /// The figure of a measure under a key as it stands at a place; nil where nothing was measured that still counts.
    func figure(_ measure: MeasureProgram, _ key: StateKey, at place: WindowPlace) -> CELValue? {
        content.figures[measure.index].figure(key, measure.aggregation, at: place)
    }

    mutating func note(_ time: CELTimestamp?) {
        guard let time else { return }
        change.latestTime = latestTime.map { max($0, time) } ?? time
    }

    mutating func update(
        _ measure: MeasureProgram, _ key: StateKey, at place: WindowPlace, _ change: (inout WindowTally) -> Void
    ) {
        let content = self.change
        if content.figures[measure.index].isFull { sweep(measure, in: content) }
        content.figures[measure.index].change(key, from: WindowTally(place), change)
    }

    // MARK: Intervals and procedures

    /// What the intervals of a key came to in its present life.
    func intervals(_ program: IntervalProgram, _ key: StateKey, at time: CELTimestamp?) -> IntervalTally {
        let life = lives.number(program.lives, key, at: time)
        return content.intervals[program.index][key, life]
            ?? IntervalTally(life: life, isWhole: isWhole(program.lives, key, time))
    }

    mutating func updateInterval(
        _ program: IntervalProgram, _ key: StateKey, at time: CELTimestamp?, _ change: (inout IntervalTally) -> Void
    ) {
        var tally = intervals(program, key, at: time)
        change(&tally)
        let lives = lives
        self.change.intervals[program.index].set(tally, key) { key, tally in
            tally.life < lives.number(program.lives, key, at: time)
        }
    }

    /// Drops what intervals came to; nothing before counts any more, which is remembered where it would be in doubt.
    mutating func dropInterval(_ program: IntervalProgram, _ key: StateKey, at time: CELTimestamp?) {
        change.intervals[program.index].drop(key)
        if isComplete(at: time) { updateInterval(program, key, at: time) { $0.isWhole = true } }
    }

    /// How far the procedure of a key has come in its present life.
    func procedure(_ program: ProcedureProgram, _ key: StateKey, at time: CELTimestamp?) -> ProcedureTally {
        let life = lives.number(program.lives, key, at: time)
        return content.procedures[program.index][key, life]
            ?? ProcedureTally(life: life, isWhole: isWhole(program.lives, key, time))
    }

    mutating func updateProcedure(
        _ program: ProcedureProgram, _ key: StateKey, at time: CELTimestamp?, _ change: (inout ProcedureTally) -> Void
    ) {
        var tally = procedure(program, key, at: time)
        change(&tally)
        let lives = lives
        self.change.procedures[program.index].set(tally, key) { key, tally in
            tally.life < lives.number(program.lives, key, at: time)
        }
    }

    /// Drops how far a procedure has come; nothing before counts any more, which is remembered where it would be in
    /// doubt.
    mutating func dropProcedure(_ program: ProcedureProgram, _ key: StateKey, at time: CELTimestamp?) {
        change.procedures[program.index].drop(key)
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
            change.figures[measure.index].drop(key)
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
    private func sweep(_ measure: MeasureProgram, in content: Content) {
        let (latestTime, window, lives) = (latestTime, measure.window, lives)
        content.figures[measure.index].sweep { key, tally in
            latestTime.map { window.isSpent(tally, key, lives, at: $0) } ?? false
        }
    }
}

extension TimelineState: Equatable {
    /// The same is remembered.
    public static func == (left: TimelineState, right: TimelineState) -> Bool {
        let (one, other) = (left.content, right.content)
        return one === other
            || one.figures == other.figures && one.clocks == other.clocks && one.intervals == other.intervals
                && one.procedures == other.procedures && one.metrics == other.metrics && one.holds == other.holds
                && one.lives == other.lives && one.beginning == other.beginning && one.latestTime == other.latestTime
    }
}
