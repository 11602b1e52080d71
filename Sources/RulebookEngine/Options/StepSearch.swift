import CEL
import RulebookModel

/// Finds where the outcome changes along one numeric field.
///
/// The outcome is a step function of the field. Its steps lie where a comparison tips, so those points are computed from
/// the rulebook; points at growing distances catch what cannot be computed; and between two neighbours with different
/// outcomes the exact step is found by halving. Every outcome that is reported was decided, none is inferred.
struct StepSearch {
    /// An outcome with the role that may approve.
    struct Verdict: Hashable {
        let outcome: Outcome
        let approver: String?
    }

    /// A stretch of values with one outcome; its ends were decided, and so were their outer neighbours.
    struct Segment {
        var range: ClosedRange<Int64>
        var verdict: Verdict
        var missing: [String]
    }

    let probe: Probe
    let lattice: Lattice
    let slot: Int
    let others: [(slot: Int, value: CELValue)]
    let thresholds: [Threshold]

    /// The stretches along the field, from the least value to the greatest.
    func segments(around step: Int64?) -> [Segment] {
        var points = Set(candidates(around: step).filter { lattice.range.contains($0) })
        points.insert(lattice.range.lowerBound)
        points.insert(lattice.range.upperBound)
        var segments: [Segment] = []
        for point in points.sorted() {
            guard let next = decide(point) else { continue }
            guard let last = segments.last else {
                segments.append(next)
                continue
            }
            if last.verdict == next.verdict {
                segments[segments.count - 1].range = last.range.lowerBound...point
            } else {
                segments += refine(from: last, to: next)
                join(&segments)
            }
        }
        return segments
    }

    private func decide(_ step: Int64) -> Segment? {
        guard probe.mayGoOn, let value = lattice.value(step) else { return nil }
        let decision = probe.decide(others + [(slot, value)])
        return Segment(
            range: step...step, verdict: Verdict(outcome: decision.outcome, approver: decision.approver),
            missing: decision.missing)
    }

    /// The stretches after one up to another, by halving; they touch.
    private func refine(from left: Segment, to right: Segment) -> [Segment] {
        let low = left.range.upperBound
        let high = right.range.lowerBound
        guard high - low > 1 else { return [right] }
        guard let middle = decide(low + (high - low) / 2) else { return [right] }
        var found: [Segment] = []
        if middle.verdict == left.verdict {
            var extended = left
            extended.range = left.range.lowerBound...middle.range.upperBound
            found = [extended] + refine(from: extended, to: right)
        } else if middle.verdict == right.verdict {
            var extended = right
            extended.range = middle.range.lowerBound...right.range.upperBound
            found = refine(from: left, to: extended)
        } else {
            let first = refine(from: left, to: middle)
            found = first + refine(from: first.last ?? middle, to: right)
        }
        return found
    }

    private func join(_ segments: inout [Segment]) {
        var joined: [Segment] = []
        for segment in segments {
            if let last = joined.last, last.verdict == segment.verdict {
                let low = min(last.range.lowerBound, segment.range.lowerBound)
                joined[joined.count - 1].range = low...max(last.range.upperBound, segment.range.upperBound)
            } else {
                joined.append(segment)
            }
        }
        segments = joined
    }

    // MARK: Where to look

    private func candidates(around step: Int64?) -> Set<Int64> {
        var found: Set<Int64> = []
        func add(_ point: Int64) {
            for offset in -1...1 { found.insert(point &+ Int64(offset)) }
        }
        for threshold in thresholds { crossings(threshold).forEach(add) }
        for anchor in [step, lattice.range.lowerBound, 0].compactMap({ $0 }) {
            add(anchor)
            var distance: Int64 = 2
            while distance < Lattice.stepMax {
                found.insert(anchor &+ distance)
                found.insert(anchor &- distance)
                distance *= 2
            }
        }
        return found
    }

    /// Where the two sides of a comparison meet: exact where both are straight lines in the field.
    private func crossings(_ threshold: Threshold) -> [Int64] {
        probe.prepare(others)
        if threshold.isDirect, !threshold.rightReads {
            let side = threshold.right.evaluate(probe.decider.frame)
            let values: [CELValue] = if case .list(let list) = side { list.elements } else { [side] }
            return values.flatMap { value in
                [lattice.step(of: value, roundingUp: false), lattice.step(of: value, roundingUp: true)].compactMap { $0 }
            }
        }
        let base = lattice.range.lowerBound
        let span: Int64 = 1_000
        guard let first = gap(threshold, at: base), let second = gap(threshold, at: base + span) else { return [] }
        let slope = second - first
        guard slope != 0 else { return [] }
        // gap(base + x) = first + slope × x / span = 0
        let scaled = (-first * Double(span) / slope).rounded(.down)
        guard scaled.isFinite, abs(scaled) < Double(Lattice.stepMax) else { return [] }
        let point = base + Int64(scaled)
        return [point, point + 1]
    }

    /// How far the sides lie apart; only a hint where to look, so a rounded number will do.
    private func gap(_ threshold: Threshold, at step: Int64) -> Double? {
        guard let value = lattice.value(step) else { return nil }
        probe.prepare(others + [(slot, value)])
        let frame = probe.decider.frame
        guard let left = Self.number(threshold.left.evaluate(frame)),
            let right = Self.number(threshold.right.evaluate(frame))
        else { return nil }
        return left - right
    }

    private static func number(_ value: CELValue) -> Double? {
        switch value {
        case .int(let number): return Double(number)
        case .duration(let duration): return Double(duration.nanoseconds)
        case .scalar(let scalar):
            guard let number = scalar.number, scalar.fact != .date, scalar.fact != .role else { return nil }
            var divisor = 1.0
            for _ in 0..<number.scale { divisor *= 10 }
            return Double(number.mantissa) / divisor
        default: return nil
        }
    }
}

extension StepSearch {
    /// The points at which a comparison tips, nearest first: where to move this field when another must move too.
    func limits(around own: Int64) -> [Int64] {
        var points = Set(thresholds.flatMap(crossings).flatMap { [$0 - 1, $0, $0 + 1] })
        points.insert(lattice.range.lowerBound)
        return points.filter { lattice.range.contains($0) }.sorted {
            (abs($0 - own), $0) < (abs($1 - own), $1)
        }
    }
}
