import CEL
import RulebookModel

/// What a rulebook remembers, while it is compiled.
struct MemoryPlan {
    private(set) var measures: [MeasureProgram] = []
    private var bySlot: [Int: MeasureProgram] = [:]
    private var updatesByType: [String: [MemoryUpdate]] = [:]

    /// The measure whose figure lies in a slot.
    func measure(inSlot slot: Int) -> MeasureProgram? { bySlot[slot] }

    /// What events of a type change: what begins anew comes before what is measured, and that before what is given back.
    func updates(for type: String) -> [MemoryUpdate] {
        let all = updatesByType[type] ?? []
        return all.filter { $0.change.rank == 0 } + all.filter { $0.change.rank == 1 }
            + all.filter { $0.change.rank == 2 }
    }

    mutating func add(_ measure: MeasureProgram) {
        measures.append(measure)
        bySlot[measure.slot] = measure
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
