import CEL
import RulebookModel

/// What a rulebook remembers, while it is compiled.
struct MemoryPlan {
    private(set) var measures: [MeasureProgram] = []
    private var bySlot: [Int: MeasureProgram] = [:]
    private var byReservedSlot: [Int: MeasureProgram] = [:]
    private var updatesByType: [String: [MemoryUpdate]] = [:]
    private(set) var clocks: [ClockProgram] = []
    private var clockUpdatesByType: [String: [ClockUpdate]] = [:]
    private var absences: [Int: AbsenceProgram] = [:]

    /// The measure whose figure lies in a slot.
    func measure(inSlot slot: Int) -> MeasureProgram? { bySlot[slot] }

    /// The measure of which what is reserved lies in a slot.
    func measure(reservedInSlot slot: Int) -> MeasureProgram? { byReservedSlot[slot] }

    /// What events of a type change: what begins anew comes before what is measured, and that before what is given back.
    func updates(for type: String) -> [MemoryUpdate] {
        let all = updatesByType[type] ?? []
        return all.filter { $0.change.rank == 0 } + all.filter { $0.change.rank == 1 }
            + all.filter { $0.change.rank == 2 }
    }

    /// What events of a type change among the clocks: what they end comes before what they begin.
    func clockUpdates(for type: String) -> [ClockUpdate] {
        let all = clockUpdatesByType[type] ?? []
        return [ClockUpdate.Change.cancel, .answer, .end, .open].flatMap { change in
            all.filter { $0.change == change }
        }
    }

    /// The demand whose clocks a slot tells of.
    func absence(inSlot slot: Int) -> AbsenceProgram? { absences[slot] }

    mutating func add(_ clock: ClockProgram) { clocks.append(clock) }

    mutating func add(_ update: ClockUpdate, type: String) { clockUpdatesByType[type, default: []].append(update) }

    mutating func add(_ absence: AbsenceProgram) { absences[absence.slot] = absence }

    mutating func add(_ measure: MeasureProgram) {
        measures.append(measure)
        bySlot[measure.slot] = measure
        if let slot = measure.reservedSlot { byReservedSlot[slot] = measure }
    }

    mutating func add(_ update: MemoryUpdate, type: String) { updatesByType[type, default: []].append(update) }

    /// Adds that a standard's own events are measured, where its allowance measures those.
    mutating func addOwn(of standard: StandardProgram, type: String) {
        guard case .allowance(let allowance) = standard.body, let measure = allowance.memory,
            case .operand = allowance.own
        else { return }
        add(MemoryUpdate(measure: measure, occasion: .standard(standard), change: .measure), type: type)
    }
}

extension MemoryUpdate.Change {
    /// The order in which one event's changes are applied.
    fileprivate var rank: Int {
        switch self {
        case .reset: 0
        case .measure: 1
        case .restore: 2
        }
    }
}
