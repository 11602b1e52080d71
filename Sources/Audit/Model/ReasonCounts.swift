/// How often there was each reason: few different ones, mostly.
struct ReasonCounts: Sendable {
    /// So many are looked through; more are looked up.
    private static let fewMax = 8

    private(set) var all: [(reason: TextTable.ID, count: Int)] = []
    private var places: [TextTable.ID: Int] = [:]

    /// Counts a reason.
    mutating func add(_ reason: TextTable.ID, count: Int = 1) {
        if let place = place(of: reason) {
            all[place].count += count
            return
        }
        all.append((reason, count))
        guard all.count > Self.fewMax else { return }
        if places.isEmpty {
            for (place, counted) in all.enumerated() { places[counted.reason] = place }
        } else {
            places[reason] = all.count - 1
        }
    }

    private func place(of reason: TextTable.ID) -> Int? {
        guard places.isEmpty else { return places[reason] }
        for place in all.indices where all[place].reason == reason { return place }
        return nil
    }
}
