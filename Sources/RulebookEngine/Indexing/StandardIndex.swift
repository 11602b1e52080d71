import CEL

/// Finds the standards of an event type that can apply, by one equality of each.
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

    /// Whether looking for those that can apply may spare anything.
    let isUseful: Bool

    /// So few standards are asked sooner than looked up.
    static let askedCountMax = 48

    /// For standards that are all asked.
    static let unused = StandardIndex([])

    /// Files standards, numbered by their places in the list, each under one of its keys.
    ///
    /// Of several keys of a standard the one whose fact tells the most standards apart is taken.
    init(_ standards: [[IndexKey]]) {
        isUseful = standards.count > Self.askedCountMax && standards.contains { !$0.isEmpty }
        var valuesBySlot: [Int: Set<CELMapKey>] = [:]
        for key in standards.joined() { valuesBySlot[key.slot, default: []].formUnion(key.values) }
        var placesBySlot: [Int: Int] = [:]
        for (number, keys) in standards.enumerated() {
            let best = keys.max { left, right in
                let (leftCount, rightCount) = (
                    valuesBySlot[left.slot]?.count ?? 0, valuesBySlot[right.slot]?.count ?? 0
                )
                return (leftCount, right.values.count, right.slot) < (rightCount, left.values.count, left.slot)
            }
            guard let best else {
                always.append(Int32(number))
                continue
            }
            let place = placesBySlot[best.slot] ?? shelves.count
            if place == shelves.count {
                placesBySlot[best.slot] = place
                shelves.append(Shelf(slot: best.slot, byValue: [:], all: []))
            }
            shelves[place].all.append(Int32(number))
            for value in Set(best.values) { shelves[place].byValue[value, default: []].append(Int32(number)) }
        }
    }

    /// Collects the numbers of the standards that can apply, ascending.
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
}
