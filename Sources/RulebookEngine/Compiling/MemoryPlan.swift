import CEL
import RulebookModel

/// What a rulebook remembers, while it is compiled.
struct MemoryPlan {
    private(set) var measures: [MeasureProgram] = []
    private var bySlot: [Int: MeasureProgram] = [:]
    private var byReservedSlot: [Int: MeasureProgram] = [:]
    private var byLackSlot: [Int: MeasureProgram] = [:]
    private var updatesByOccurrence: [Occurrence: [MemoryUpdate]] = [:]
    private(set) var clocks: [ClockProgram] = []
    private var clockUpdatesByOccurrence: [Occurrence: [ClockUpdate]] = [:]
    private(set) var procedures: [ProcedureProgram] = []
    private var procedureUpdatesByOccurrence: [Occurrence: [ProcedureUpdate]] = [:]
    private(set) var metrics: [MetricProgram] = []
    private(set) var correlations: [CorrelationProgram] = []
    private(set) var exclusionCount = 0
    private var metricUpdatesByOccurrence: [Occurrence: [MetricUpdate]] = [:]
    private(set) var intervalCount = 0
    /// The lifetimes by which some key lives.
    private(set) var lifetimes: [LifetimeProgram] = []
    private var lifetimePlaces: [[String]: Int] = [:]
    private var lifeEndsByOccurrence: [Occurrence: [LifeEnd]] = [:]
    private var readings: [Int: TimelineReading] = [:]

    /// The measure whose figure lies in a slot.
    func measure(inSlot slot: Int) -> MeasureProgram? { bySlot[slot] }

    /// The measure of which what is reserved lies in a slot.
    func measure(reservedInSlot slot: Int) -> MeasureProgram? { byReservedSlot[slot] }

    /// The measure of which what may be missing lies in a slot.
    func measure(lackInSlot slot: Int) -> MeasureProgram? { byLackSlot[slot] }

    /// What events of a type change: what blocks begin with comes first, then what begins anew, what is measured, and
    /// what is given back.
    func updates(for occurrence: Occurrence) -> [MemoryUpdate] {
        let all = updatesByOccurrence[occurrence] ?? []
        return (0...3).flatMap { rank in all.filter { $0.change.rank == rank } }
    }

    /// What events of a type change among the clocks: what they end comes before what they begin.
    func clockUpdates(for occurrence: Occurrence) -> [ClockUpdate] {
        let all = clockUpdatesByOccurrence[occurrence] ?? []
        let order: [ClockUpdate.Change] = [
            .cancel, .answer, .recur, .end, .turn, .reset, .extend, .resume, .pause, .open,
        ]
        return order.flatMap { change in
            all.filter { $0.change == change }
        }
    }

    /// What events of a type change in procedures: what they end comes before what they begin.
    func procedureUpdates(for occurrence: Occurrence) -> [ProcedureUpdate] {
        let all = procedureUpdatesByOccurrence[occurrence] ?? []
        return all.filter { if case .end = $0.change { true } else { false } }
            + all.filter { if case .step = $0.change { true } else { false } }
    }

    /// What events of a type change in metrics: what is taken out comes first, and blocks begin before anything is measured
    /// in them.
    func metricUpdates(for occurrence: Occurrence) -> [MetricUpdate] {
        let all = metricUpdatesByOccurrence[occurrence] ?? []
        return all.filter { if case .exclude = $0.change { true } else { false } }
            + all.filter { if case .restart = $0.change { true } else { false } }
            + all.filter { if case .measure = $0.change { true } else { false } }
    }

    /// The lifetime of a part of a key, by the path of the part; made where it is asked for first.
    mutating func lifetime(_ path: [String], _ make: (Int) -> LifetimeProgram?) -> LifetimeProgram? {
        if let known = lifetimePlaces[path] { return lifetimes[known] }
        guard let program = make(lifetimes.count) else { return nil }
        lifetimePlaces[path] = lifetimes.count
        lifetimes.append(program)
        return program
    }

    /// The lifetime of a part of a key, where some key lives by it.
    func lifetime(_ path: [String]) -> LifetimeProgram? { lifetimePlaces[path].map { lifetimes[$0] } }

    /// What ends lives at events of a type.
    func lifeEnds(for occurrence: Occurrence) -> [LifeEnd] { lifeEndsByOccurrence[occurrence] ?? [] }

    mutating func add(_ end: LifeEnd, at occurrence: Occurrence) {
        lifeEndsByOccurrence[occurrence, default: []].append(end)
    }

    mutating func add(_ metric: MetricProgram) { metrics.append(metric) }

    mutating func add(_ correlation: CorrelationProgram) { correlations.append(correlation) }

    /// The place of one more exclusion.
    mutating func nextExclusion() -> Int {
        defer { exclusionCount += 1 }
        return exclusionCount
    }

    mutating func add(_ update: MetricUpdate, at occurrence: Occurrence) {
        metricUpdatesByOccurrence[occurrence, default: []].append(update)
    }

    /// What of the timelines a slot tells.
    func reading(inSlot slot: Int) -> TimelineReading? { readings[slot] }

    mutating func add(_ clock: ClockProgram) { clocks.append(clock) }

    mutating func add(_ update: ClockUpdate, at occurrence: Occurrence) {
        clockUpdatesByOccurrence[occurrence, default: []].append(update)
    }

    /// The verdicts that change something, each once.
    var verdicts: Set<Occurrence> {
        Set(updatesByOccurrence.keys).union(clockUpdatesByOccurrence.keys).union(procedureUpdatesByOccurrence.keys)
            .union(metricUpdatesByOccurrence.keys).union(lifeEndsByOccurrence.keys).filter { $0.verdict != nil }
    }

    mutating func add(_ reading: TimelineReading, slot: Int) { readings[slot] = reading }

    mutating func add(_ interval: IntervalProgram) {
        intervalCount += 1
        add(.intervalCount(interval), slot: interval.countSlot)
        add(.intervalsUsed(interval), slot: interval.usedSlot)
    }

    mutating func add(_ procedure: ProcedureProgram) {
        procedures.append(procedure)
        add(.procedure(procedure), slot: procedure.slot)
    }

    mutating func add(_ update: ProcedureUpdate, at occurrence: Occurrence) {
        procedureUpdatesByOccurrence[occurrence, default: []].append(update)
    }

    mutating func add(_ measure: MeasureProgram) {
        measures.append(measure)
        bySlot[measure.slot] = measure
        if let slot = measure.reservedSlot { byReservedSlot[slot] = measure }
        if let slot = measure.lackSlot { byLackSlot[slot] = measure }
    }

    mutating func add(_ update: MemoryUpdate, at occurrence: Occurrence) {
        updatesByOccurrence[occurrence, default: []].append(update)
    }

    /// Adds that a standard's own events are measured, where its allowance measures those.
    mutating func addOwn(of standard: StandardProgram, type: String) {
        guard case .allowance(let allowance) = standard.body, let measure = allowance.memory,
            case .operand = allowance.own
        else { return }
        add(MemoryUpdate(measure: measure, occasion: .standard(standard), change: .measure), at: Occurrence(type: type))
    }
}

extension MemoryUpdate.Change {
    /// The order in which one event's changes are applied.
    fileprivate var rank: Int {
        switch self {
        case .anchor: 0
        case .reset: 1
        case .measure: 2
        case .restore: 3
        }
    }
}
