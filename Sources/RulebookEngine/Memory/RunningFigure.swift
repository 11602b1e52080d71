import CEL
import RulebookModel

/// What values come to together, one after the other: the state of a measure without its window.
struct RunningFigure: Sendable, Equatable {
    /// How many values there were.
    private(set) var count = 0
    /// The sum, the least or greatest, or the latest value.
    private var value: CELValue?
    /// How many of them are part of a share.
    private(set) var partCount = 0
    /// How often there is each value, where different values are counted.
    private var occurrences: [CELValue: Int] = [:]
    private var sorted = SortedValues()

    /// Adds a value, or an event without one; an error where it does not go with the others.
    mutating func add(_ added: CELValue?, _ function: Measure.Function) -> CELError? {
        count += 1
        guard let added else { return nil }
        switch function {
        case .happened, .count: break
        case .sum, .mean: value = value.map { FactSum.add($0, added) } ?? added
        case .last: value = added
        case .min: if value.map({ FactOrder.compare(added, $0) == .less }) ?? true { value = added }
        case .max: if value.map({ FactOrder.compare(added, $0) == .greater }) ?? true { value = added }
        case .distinct: occurrences[added, default: 0] += 1
        case .share: if case .bool(true) = added { partCount += 1 }
        case .percentile:
            if !sorted.insert(added) { return CELError(.invalidArgument, "the values have no order among them") }
        }
        return nil
    }

    /// Takes back what was added by several events, whose values come to one where they are summed.
    mutating func forget(_ left: CELValue?, count leftCount: Int, _ function: Measure.Function) {
        count -= leftCount
        guard let left else { return }
        switch function {
        case .sum, .mean: value = value.map { FactSum.subtract($0, left) }
        case .distinct:
            let others = (occurrences[left] ?? 0) - 1
            occurrences[left] = others > 0 ? others : nil
        case .share: if case .int(let number) = left { partCount -= Int(number) }
        case .percentile: sorted.remove(left)
        case .happened, .count, .min, .max, .last: break
        }
    }

    /// The figure; nil where it needs a value and there was none.
    func figure(_ aggregation: Aggregation) -> CELValue? {
        switch aggregation.function {
        case .happened: return count > 0 ? .bool(true) : nil
        case .count: return .int(Int64(count))
        case .sum, .min, .max, .last: return value
        case .distinct: return .int(Int64(occurrences.count))
        case .share: return ExactFigure(part: partCount, of: count)?.value
        case .percentile: return sorted.percentile(aggregation.rank)
        case .mean:
            guard let value else { return nil }
            guard let sum = ExactFigure(value) else { return value }
            return sum.divided(among: count)?.value
        }
    }

    /// The figure as a fraction; nil where there was nothing that it could be of, an error where it has no number.
    func exactFigure(_ aggregation: Aggregation) -> Result<ExactFigure, CELError>? {
        switch aggregation.function {
        case .share: return ExactFigure(part: partCount, of: count).map { .success($0) }
        case .mean:
            guard let value, count > 0 else { return nil }
            return Self.exact(value).map { sum in sum.divided(among: count) ?? sum }
        case .happened, .count, .sum, .min, .max, .last, .distinct, .percentile:
            return figure(aggregation).map { Self.exact($0) }
        }
    }

    private static func exact(_ value: CELValue) -> Result<ExactFigure, CELError> {
        if case .error(let error) = value { return .failure(error) }
        return ExactFigure(value).map { .success($0) } ?? .failure(CELError(.noSuchOverload, "the figure is no number"))
    }

    // MARK: Giving back

    /// Takes so many events back, as far as there are any; how many were taken.
    mutating func takeBack(count restored: Int) -> Int {
        let taken = Swift.max(0, Swift.min(restored, count))
        count -= taken
        return taken
    }

    /// Takes so much back, as far as there is any; false where there is nothing to take from.
    mutating func takeBack(sum restored: CELValue) -> Bool {
        guard let whole = value, !FactSum.isNegative(restored) else { return false }
        value = Self.lessened(whole, by: restored).left
        return true
    }

    /// Forgets the sum, once nothing is left that it could be of.
    mutating func clearValue() { value = nil }

    /// What is left of an amount, and what could not be taken from it; an error stays in what is left.
    static func lessened(_ used: CELValue, by restored: CELValue) -> (left: CELValue, surplus: CELValue?) {
        let rest = FactSum.subtract(used, restored)
        guard FactSum.isNegative(rest) else { return (rest, nil) }
        return (FactSum.zero(like: used), FactSum.subtract(restored, used))
    }
}
