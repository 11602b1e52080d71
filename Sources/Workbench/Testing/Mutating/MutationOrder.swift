import RulebookEngine

/// In which order cases are asked about a change: first those that are most likely to notice it.
struct MutationOrder {
    /// How many of the cases that noticed something last are asked before all others.
    private static let recentCountMax = 4

    /// The cases that a standard spoke in, by its id, those with the fewest events first.
    private let bySpeaker: [String: [Int]]
    /// The types of the events of each case.
    private let types: [Set<String>]
    private var recent: [String: [Int]] = [:]

    /// Makes the order of cases of which it is known who spoke in them.
    init(_ results: [TestResult]) {
        types = results.map(\.test.eventTypes)
        let counts = results.map(\.test.eventCount)
        var bySpeaker: [String: [Int]] = [:]
        for (number, result) in results.enumerated() {
            for standard in result.judged { bySpeaker[standard, default: []].append(number) }
        }
        self.bySpeaker = bySpeaker.mapValues { $0.sorted { (counts[$0], $0) < (counts[$1], $1) } }
    }

    /// The cases that can notice a change, each once.
    func cases(_ touched: MutantReach.Touched) -> [Int] {
        let standards = touched.standards.sorted()
        var order: [Int] = []
        var isTaken = Array(repeating: false, count: types.count)
        func take(_ number: Int) {
            guard !isTaken[number] else { return }
            isTaken[number] = true
            if let reach = touched.types, reach.isDisjoint(with: types[number]) { return }
            order.append(number)
        }
        for standard in standards { recent[standard]?.forEach(take) }
        for standard in standards { bySpeaker[standard]?.forEach(take) }
        types.indices.forEach(take)
        return order
    }

    /// Remembers which case noticed a change: changes beside each other are mostly noticed by the same.
    mutating func note(_ number: Int, for touched: MutantReach.Touched) {
        for standard in touched.standards {
            let others = (recent[standard] ?? []).filter { $0 != number }
            recent[standard] = Array(([number] + others).prefix(Self.recentCountMax))
        }
    }
}

extension TestCase {
    fileprivate var eventTypes: Set<String> { Set((given + [question].compactMap(\.self)).map(\.event.type)) }
    fileprivate var eventCount: Int { given.count + (question == nil ? 0 : 1) }
}
