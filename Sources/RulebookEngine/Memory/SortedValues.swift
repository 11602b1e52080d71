import CEL
import RulebookModel

/// Values in order, each as often as it was added: what percentiles are read from.
///
/// A list of short sorted runs with their totals, so that adding and taking out touch one run, and a rank is found by
/// going over the totals.
struct SortedValues: Sendable, Equatable {
    /// Some neighbouring values.
    private struct Run: Equatable {
        var values: [CELValue]
        var counts: [Int]
        var total: Int
    }

    /// The most different values of a run before it is halved.
    private static let runLengthMax = 128

    private var runs: [Run] = []
    /// How many values there are, each counted as often as it was added.
    private(set) var count = 0

    /// Adds a value once more; false where it has no order with those that are there.
    mutating func insert(_ value: CELValue) -> Bool {
        if let first = runs.first?.values.first, FactOrder.compare(value, first) == nil { return false }
        count += 1
        guard !runs.isEmpty else {
            runs = [Run(values: [value], counts: [1], total: 1)]
            return true
        }
        let index = run(for: value)
        let (position, isThere) = position(of: value, in: runs[index])
        runs[index].total += 1
        if isThere {
            runs[index].counts[position] += 1
            return true
        }
        runs[index].values.insert(value, at: position)
        runs[index].counts.insert(1, at: position)
        if runs[index].values.count > Self.runLengthMax { halve(index) }
        return true
    }

    /// Takes a value out once.
    mutating func remove(_ value: CELValue) {
        guard !runs.isEmpty else { return }
        let index = run(for: value)
        let (position, isThere) = position(of: value, in: runs[index])
        guard isThere else { return }
        count -= 1
        runs[index].total -= 1
        runs[index].counts[position] -= 1
        guard runs[index].counts[position] == 0 else { return }
        runs[index].values.remove(at: position)
        runs[index].counts.remove(at: position)
        if runs[index].values.isEmpty { runs.remove(at: index) }
    }

    /// The value at a rank, 1 for the least; nil where there are not so many.
    func value(atRank rank: Int) -> CELValue? {
        guard rank >= 1, rank <= count else { return nil }
        var left = rank
        for run in runs {
            if left > run.total {
                left -= run.total
                continue
            }
            for (value, count) in zip(run.values, run.counts) {
                if left <= count { return value }
                left -= count
            }
        }
        return nil
    }

    /// The nearest rank: the least value that at least so many percent do not exceed.
    func percentile(_ percent: ExactDecimal) -> CELValue? {
        value(atRank: Self.rank(percent, of: count))
    }

    /// The nearest rank of a percentile among so many values.
    static func rank(_ percent: ExactDecimal, of count: Int) -> Int {
        // ⌈n × percent ÷ 100⌉ in whole numbers: the digits of a rank are few, and events fewer than 2^60.
        var hundred: Int128 = 100
        for _ in 0..<percent.scale { hundred *= 10 }
        return Int(clamping: (Int128(count) * Int128(percent.mantissa) + hundred - 1) / hundred)
    }

    /// The last run whose first value is not greater; the first where all are.
    private func run(for value: CELValue) -> Int {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if FactOrder.compare(runs[middle].values[0], value) == .greater { high = middle } else { low = middle + 1 }
        }
        return max(0, low - 1)
    }

    private func position(of value: CELValue, in run: Run) -> (position: Int, isThere: Bool) {
        var (low, high) = (0, run.values.count)
        while low < high {
            let middle = (low + high) / 2
            switch FactOrder.compare(run.values[middle], value) {
            case .equal: return (middle, true)
            case .less: low = middle + 1
            case .greater, nil: high = middle
            }
        }
        return (low, false)
    }

    private mutating func halve(_ index: Int) {
        let middle = runs[index].values.count / 2
        let upperCounts = Array(runs[index].counts[middle...])
        let upperTotal = upperCounts.reduce(0, +)
        let upper = Run(values: Array(runs[index].values[middle...]), counts: upperCounts, total: upperTotal)
        runs[index].values.removeSubrange(middle...)
        runs[index].counts.removeSubrange(middle...)
        runs[index].total -= upperTotal
        runs.insert(upper, at: index + 1)
    }
}
