public import RulebookModel

/// An estimate of percentiles over any number of values, in a space that does not grow with them.
///
/// Numbers are counted by bins whose width is a part of their own size, so that every percentile is known up to a stated
/// part of itself: DDSketch (Masson, Rim and Lee, "DDSketch: A fast and fully-mergeable quantile sketch with
/// relative-error guarantees", PVLDB 12(12), 2019), with bins that divide each power of two evenly instead of by
/// logarithms. All of it is counted in whole numbers, so the same values give the same bins on every machine, in
/// whatever order they come, and the sketch of two lots together is the sum of their sketches.
///
/// - Complexity: at most 246 ÷ (2 × accuracy) bins, whatever there is; adding is O(1), a percentile O(bins × log bins).
public struct PercentileSketch: Sendable, Equatable {
    /// What is known of a percentile.
    public struct Estimate: Sendable {
        /// The estimate, which lies no further from the exact percentile than the accuracy allows.
        public let value: ExactFigure
        /// What the exact percentile is at least.
        public let least: ExactFigure
        /// What it is at most.
        public let greatest: ExactFigure
    }

    /// How far an estimate may lie from the exact percentile, as a part of that one.
    public let accuracy: Percent
    /// How many values there are.
    public private(set) var count = 0
    /// In how many bins each power of two is divided.
    private let divisions: Int
    private var positive: [Int: Int] = [:]
    private var negative: [Int: Int] = [:]
    private var zeroCount = 0
    /// The least and the greatest value, in units of 10^−18.
    private var range: ClosedRange<Int128>?
    private var unit: ExactFigure.Unit?

    /// How many bins are kept.
    var binCount: Int { positive.count + negative.count }

    /// Nothing yet.
    ///
    /// - Parameter accuracy: how far an estimate may lie from the exact percentile; at least 0.01 %, and a finer one counts
    ///   as that.
    public init(accuracy: Percent) {
        self.accuracy = accuracy
        // A bin from a to b is estimated by its middle, at most (b − a) ÷ 2 from any of its values; b − a is at most one
        // division of the power of two below a, so half a division must not be more than the accuracy.
        let points = ExactFraction(accuracy.points)
        let (whole, rest) = (100 * points.denominator).quotientAndRemainder(dividingBy: max(1, 2 * points.numerator))
        divisions = max(1, min(Self.divisionsMax, Int(clamping: rest > 0 ? whole + 1 : whole)))
    }

    /// For the finest accuracy, 0.01 %.
    private static let divisionsMax = 5000
    /// How many units of the sketch are in one of a figure: no decimal number has more digits.
    private static let unitsInOne: Int128 = 1_000_000_000_000_000_000

    /// Adds a value.
    ///
    /// - Returns: false where it is a number of something else than those before, or no decimal number: then it is not added.
    public mutating func add(_ value: ExactFigure) -> Bool {
        guard unit == nil || unit == value.unit, Self.unitsInOne % value.fraction.denominator == 0 else { return false }
        let (units, overflow) = value.fraction.numerator.multipliedReportingOverflow(
            by: Self.unitsInOne / value.fraction.denominator)
        guard !overflow, units.magnitude < UInt128(1) << 123 else { return false }
        unit = value.unit
        count += 1
        range = range.map { min($0.lowerBound, units)...max($0.upperBound, units) } ?? units...units
        if units > 0 {
            positive[bin(of: units.magnitude), default: 0] += 1
        } else if units < 0 {
            negative[bin(of: units.magnitude), default: 0] += 1
        } else {
            zeroCount += 1
        }
        return true
    }

    /// Adds what another sketch counted: the same as adding all of its values.
    ///
    /// - Returns: false where the other has another accuracy, or counts something else: then nothing is added.
    public mutating func merge(_ other: PercentileSketch) -> Bool {
        guard divisions == other.divisions, accuracy == other.accuracy else { return false }
        guard let added = other.range else { return true }
        guard unit == nil || unit == other.unit else { return false }
        unit = other.unit
        count += other.count
        zeroCount += other.zeroCount
        positive.merge(other.positive) { $0 + $1 }
        negative.merge(other.negative) { $0 + $1 }
        range =
            range.map {
                min($0.lowerBound, added.lowerBound)...max($0.upperBound, added.upperBound)
            } ?? added
        return true
    }

    /// The value that so many percent of all do not exceed, by nearest rank; nil where there are none.
    ///
    /// - Parameter percent: above 0 and at most 100.
    /// - Returns: the estimate, and between what the exact one lies.
    public func percentile(_ percent: ExactDecimal) -> Estimate? {
        guard let range, let unit, let found = bounds(atRank: SortedValues.rank(percent, of: count)) else { return nil }
        let least = max(found.lowerBound, range.lowerBound)
        let greatest = min(found.upperBound, range.upperBound)
        guard let middle = ExactFraction(least + greatest, over: 2 * Self.unitsInOne),
            let first = ExactFraction(least, over: Self.unitsInOne),
            let last = ExactFraction(greatest, over: Self.unitsInOne)
        else { return nil }
        return Estimate(
            value: ExactFigure(middle.reduced, unit), least: ExactFigure(first.reduced, unit),
            greatest: ExactFigure(last.reduced, unit))
    }

    // MARK: Bins

    /// The bin of a value at rank 1, 2, …: what its values are at least and at most.
    private func bounds(atRank rank: Int) -> ClosedRange<Int128>? {
        var left = rank
        // The least of all is the negative one with the greatest magnitude.
        for (bin, count) in negative.sorted(by: { $0.key > $1.key }) {
            left -= count
            if left <= 0 {
                let edges = edges(of: bin)
                return -edges.upperBound...(-edges.lowerBound)
            }
        }
        left -= zeroCount
        if left <= 0 { return 0...0 }
        for (bin, count) in positive.sorted(by: { $0.key < $1.key }) {
            left -= count
            if left <= 0 { return edges(of: bin) }
        }
        return nil
    }

    /// The bin of a magnitude above 0: which division of which power of two.
    private func bin(of magnitude: UInt128) -> Int {
        let exponent = UInt128.bitWidth - 1 - magnitude.leadingZeroBitCount
        let (high, low) = (magnitude - (UInt128(1) << exponent)).multipliedFullWidth(by: UInt128(divisions))
        let division = exponent == 0 ? 0 : (high << (UInt128.bitWidth - exponent)) | (low >> exponent)
        return exponent * divisions + Int(clamping: division)
    }

    /// The least and the greatest whole number in a bin.
    private func edges(of bin: Int) -> ClosedRange<Int128> {
        let (exponent, division) = bin.quotientAndRemainder(dividingBy: divisions)
        let first = edge(exponent, division)
        return first...max(first, edge(exponent, division + 1) - 1)
    }

    /// 2^exponent × (1 + division ÷ divisions), rounded up.
    private func edge(_ exponent: Int, _ division: Int) -> Int128 {
        let power = Int128(1) << exponent
        let (whole, rest) = power.quotientAndRemainder(dividingBy: Int128(divisions))
        let part = rest * Int128(division)
        return power + whole * Int128(division) + (part + Int128(divisions) - 1) / Int128(divisions)
    }
}
