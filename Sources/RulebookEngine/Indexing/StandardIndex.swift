import CEL

/// Finds the standards of an event type that can apply, by one equality of each standard's scope.
///
/// The cost of a decision follows the standards that apply, not those that exist: a standard that asks for
/// `customer.tier: gold` is not looked at when the tier is known to be another.
struct StandardIndex: Sendable {
    /// Standards filed under the values of one fact.
    struct Shelf: Sendable {
        let slot: Int
        /// The standards by value, each list ascending.
        var byValue: [CELMapKey: [Int32]]
        /// All of the shelf, for an event whose fact is not known.
        var all: [Int32]
    }

    /// Standards without an equality, ascending.
    private(set) var always: [Int32] = []
    private(set) var shelves: [Shelf] = []

    /// Files the standards of an event type; the numbers are their places in the list.
    init(_ standards: [StandardProgram]) {
        for (number, standard) in standards.enumerated() {
            guard let key = Self.key(of: standard) else {
                always.append(Int32(number))
                continue
            }
            file(Int32(number), slot: key.slot, values: key.values)
        }
    }

    /// Calls a function with the number of every standard that can apply, in ascending order.
    func candidates(_ frame: CELFrame, into found: inout [Int32]) {
        found.removeAll(keepingCapacity: true)
        found.append(contentsOf: always)
        for shelf in shelves {
            let value = frame[shelf.slot]
            if value.isKnown, let key = CELMapKey(value) {
                if let some = shelf.byValue[key] { found.append(contentsOf: some) }
            } else {
                found.append(contentsOf: shelf.all)
            }
        }
        if !shelves.isEmpty { found.sort() }
    }

    private static func key(of standard: StandardProgram) -> (slot: Int, values: [CELMapKey])? {
        for test in standard.scope {
            let keys = test.values.compactMap { CELMapKey($0) }
            if keys.count == test.values.count { return (test.slot, keys) }
        }
        return nil
    }

    private mutating func file(_ number: Int32, slot: Int, values: [CELMapKey]) {
        let place = shelves.firstIndex { $0.slot == slot } ?? shelves.count
        if place == shelves.count { shelves.append(Shelf(slot: slot, byValue: [:], all: [])) }
        shelves[place].all.append(number)
        for value in Set(values) { shelves[place].byValue[value, default: []].append(number) }
    }
}
