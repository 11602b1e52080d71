import CEL
import RulebookModel

/// The reservations that are open, and what they keep back of each figure.
struct OpenHolds: Sendable {
    /// The figure of one measure under one key.
    struct Figure: Hashable, Sendable {
        let measure: Int
        let key: StateKey
    }

    private var byName: [String: Hold] = [:]
    private var names: [Figure: Set<String>] = [:]
    /// No hold runs out before it; nil where none is open.
    private var firstExpiry: CELTimestamp?

    /// Whether none is open.
    var isEmpty: Bool { byName.isEmpty }

    /// All that are open, by the order in which they run out, then by name.
    var all: [Hold] { byName.values.sorted { ($0.expires, $0.name) < ($1.expires, $1.name) } }

    /// The hold of a name.
    subscript(name: String) -> Hold? { byName[name] }

    /// What is kept back of a figure at an instant; null where nothing is.
    ///
    /// Whatever window is asked about: a reservation may be committed at any time until it runs out, and must then
    /// still be within the allowance. Where nobody knows the instant, every hold counts.
    func kept(_ figure: Figure, _ function: Measure.Function, at time: CELTimestamp?) -> CELValue {
        guard let names = names[figure] else { return .null }
        let holds = names.sorted().compactMap { byName[$0] }.filter { hold in
            time.map { !hold.isOver(at: $0) } ?? true
        }
        return holds.lazy.flatMap(\.uses).filter { $0.figure == figure }.reduce(.null) { sum, use in
            function.joined(sum, use.value)
        }
    }

    /// Those that have run out by an instant, in the order in which they did.
    func over(at time: CELTimestamp) -> [Hold] {
        guard let firstExpiry, firstExpiry <= time else { return [] }
        return all.filter { $0.isOver(at: time) }
    }

    mutating func open(_ hold: Hold) {
        byName[hold.name] = hold
        for use in hold.uses { names[use.figure, default: []].insert(hold.name) }
        firstExpiry = firstExpiry.map { min($0, hold.expires) } ?? hold.expires
    }

    mutating func close(_ name: String) -> Hold? {
        guard let hold = byName.removeValue(forKey: name) else { return nil }
        for use in hold.uses {
            names[use.figure]?.remove(name)
            if names[use.figure]?.isEmpty == true { names[use.figure] = nil }
        }
        if hold.expires == firstExpiry { firstExpiry = byName.values.map(\.expires).min() }
        return hold
    }
}

extension OpenHolds: Equatable {
    /// What else is kept follows from the holds.
    static func == (left: OpenHolds, right: OpenHolds) -> Bool { left.byName == right.byName }
}

extension Measure.Function {
    /// The figure of two parts of what an allowance measures; null is nothing.
    func joined(_ left: CELValue, _ right: CELValue) -> CELValue {
        if case .null = left { return right }
        if case .null = right { return left }
        guard left.isKnown else { return left }
        guard right.isKnown else { return right }
        guard self == .max else { return FactSum.add(left, right) }
        return FactOrder.compare(left, right) == .greater ? left : right
    }
}
