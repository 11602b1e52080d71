import CEL
import RulebookModel

/// Computes where comparisons tip along a numeric field.
///
/// Where the field is compared as it is, the other side tells. Where something is computed from it, both sides are
/// straight lines between the points at which another comparison tips (`a ? b : c` bends a line only there), so two
/// values on each stretch give the crossing. What is not straight, such as a division of whole numbers, is met nearly,
/// and the search around the point does the rest.
struct TippingPoints {
    /// At most this many stretches are looked at.
    static let stretchCountMax = 128
    /// At most this many numbers of a list are taken as limits.
    static let listedCountMax = 256
    /// How far apart the two values on a stretch lie, at most.
    static let spanMax: Int64 = 1 << 20

    let probe: Probe
    let lattice: Lattice
    let slot: Int
    let others: [(slot: Int, value: CELValue)]

    /// The points at or just before which a comparison tips, ascending.
    func find(_ thresholds: [Threshold]) -> [Int64] {
        var points: Set<Int64> = []
        let computed = thresholds.filter { !addDirect($0, to: &points) }
        // A crossing may bend another line, so what the first round finds divides the stretches of the second.
        for _ in 0..<2 where !computed.isEmpty {
            let stretches = stretches(between: points)
            for threshold in computed {
                for stretch in stretches { points.formUnion(crossings(threshold, on: stretch)) }
            }
        }
        // A point just before the range tips at its first value.
        return points.filter { $0 >= lattice.range.lowerBound - 1 && $0 <= lattice.range.upperBound }.sorted()
    }

    /// Adds the other side of a comparison of the field itself; false where there is more to compute.
    private func addDirect(_ threshold: Threshold, to points: inout Set<Int64>) -> Bool {
        guard threshold.isDirect, !threshold.rightReads else { return false }
        probe.prepare(others)
        for value in Self.numbers(in: threshold.right.evaluate(probe.decider.frame)).prefix(Self.listedCountMax) {
            for isUp in [false, true] {
                if let step = lattice.step(of: value, roundingUp: isUp) { points.insert(step) }
            }
        }
        return true
    }

    /// A value, or the numbers somewhere in a list or record.
    private static func numbers(in value: CELValue) -> [CELValue] {
        switch value {
        case .list(let list): list.elements.prefix(listedCountMax).flatMap { numbers(in: $0) }
        case .record(let record): record.values.filter { $0.isKnown }
        default: [value]
        }
    }

    private func stretches(between points: Set<Int64>) -> [ClosedRange<Int64>] {
        let inside = points.filter { lattice.range.contains($0) }.sorted().prefix(Self.stretchCountMax)
        var low = lattice.range.lowerBound
        var stretches: [ClosedRange<Int64>] = []
        for point in inside {
            // A point belongs to the stretch before it or after it, by the kind of comparison: so to neither.
            if point > low { stretches.append(low...(point - 1)) }
            low = point + 1
        }
        if low <= lattice.range.upperBound { stretches.append(low...lattice.range.upperBound) }
        return stretches
    }

    /// Where the sides of a comparison meet on a stretch, rounded down, if they do.
    private func crossings(_ threshold: Threshold, on stretch: ClosedRange<Int64>) -> [Int64] {
        let low = stretch.lowerBound
        var high = stretch.upperBound - low > Self.spanMax ? low + Self.spanMax : stretch.upperBound
        guard high > low, let first = gap(threshold, at: low) else { return [] }
        // Far out the numbers may be too large to compute; nearer by, the line is the same.
        var second = gap(threshold, at: high)
        while second == nil, high - low > 1 {
            high = low + (high - low) / 16 + 1
            second = gap(threshold, at: high)
            if high - low == 1 { break }
        }
        guard let second else { return [] }
        let scale = max(first.scale, second.scale)
        guard let start = Self.widen(first, to: scale), let end = Self.widen(second, to: scale), start != end else {
            return []
        }
        // start + (end − start) × x / span = 0
        let (scaled, overflow) = (-start).multipliedReportingOverflow(by: Int128(high - low))
        guard !overflow else { return [] }
        let slope = end - start
        var quotient = scaled / slope
        if scaled % slope != 0, (scaled < 0) != (slope < 0) { quotient -= 1 }
        guard let offset = Int64(exactly: quotient), abs(offset) <= 2 * Lattice.stepMax else { return [] }
        let point = low + offset
        // A line that meets zero elsewhere is another line there.
        return point >= stretch.lowerBound - 1 && point <= stretch.upperBound ? [point] : []
    }

    /// How far the sides lie apart.
    private func gap(_ threshold: Threshold, at step: Int64) -> (mantissa: Int128, scale: Int)? {
        guard let value = lattice.value(step) else { return nil }
        probe.prepare(others + [(slot, value)])
        let frame = probe.decider.frame
        guard let left = Self.number(threshold.left.evaluate(frame)),
            let right = Self.number(threshold.right.evaluate(frame))
        else { return nil }
        let scale = max(left.scale, right.scale)
        guard let first = Self.widen(left, to: scale), let second = Self.widen(right, to: scale) else { return nil }
        return (first - second, scale)
    }

    private static func number(_ value: CELValue) -> (mantissa: Int128, scale: Int)? {
        switch value {
        case .int(let number): return (Int128(number), 0)
        case .duration(let duration): return (Int128(duration.nanoseconds), 0)
        case .scalar(let scalar):
            guard let number = scalar.number, scalar.fact != .date, scalar.fact != .role else { return nil }
            return (Int128(number.mantissa), Int(number.scale))
        default: return nil
        }
    }

    /// The same number with more digits after the point; at most 19 digits and 18 more fit easily.
    private static func widen(_ number: (mantissa: Int128, scale: Int), to scale: Int) -> Int128? {
        var mantissa = number.mantissa
        for _ in number.scale..<max(number.scale, scale) {
            let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            mantissa = product
        }
        return mantissa
    }
}
