import CEL
import RulebookModel

/// Finds where the outcome changes along one numeric field.
///
/// The outcome is a step function of the field. Its steps lie where a comparison tips, so those points are computed from
/// the rulebook; the neighbourhood of the proposal and points at growing distances catch what cannot be computed; and
/// between two neighbours with different outcomes the exact step is found by halving. Every outcome that is reported
/// was decided, none is inferred.
struct StepSearch {
    /// An outcome with what it rests on.
    struct Verdict: Hashable {
        let outcome: Outcome
        /// The least role that may approve.
        let approver: String?
        /// Whether it goes ahead only by the reason or approval that came with the proposal.
        let usesDiscretion: Bool

        init(_ decision: Decision) {
            outcome = decision.outcome
            approver = decision.approver
            usesDiscretion = decision.outcome == .allow && decision.usesDiscretion
        }

        /// How good it is, 0 for a permit within the policy.
        var grade: Int { outcome == .allow && !usesDiscretion ? 0 : outcome.rank + 1 }
    }

    /// A stretch of values with one outcome; its ends were decided, and so were their outer neighbours.
    struct Segment {
        var range: ClosedRange<Int64>
        var verdict: Verdict
        var missing: [String]
        /// The open choices with which a standard ties this field.
        var dependsOn: [String]
    }

    /// This many values on each side of the proposal are decided one by one.
    static let nearbyCount: Int64 = 24

    let probe: Probe
    let lattice: Lattice
    let slot: Int
    let others: [(slot: Int, value: CELValue)]
    /// The values at which a comparison tips, ascending.
    let tippingPoints: [Int64]

    init(
        probe: Probe, lattice: Lattice, slot: Int, others: [(slot: Int, value: CELValue)], thresholds: [Threshold]
    ) {
        self.probe = probe
        self.lattice = lattice
        self.slot = slot
        self.others = others
        tippingPoints = TippingPoints(probe: probe, lattice: lattice, slot: slot, others: others).find(thresholds)
    }

    /// The stretches along the field, from the least value to the greatest.
    func segments(around step: Int64?) -> [Segment] {
        var segments: [Segment] = []
        for point in candidates(around: step) {
            guard let next = decide(point) else { continue }
            guard let last = segments.last else {
                segments.append(next)
                continue
            }
            if last.verdict == next.verdict {
                segments[segments.count - 1].range = last.range.lowerBound...point
            } else {
                append(refine(from: last, to: next), to: &segments)
            }
        }
        return segments
    }

    /// Decides one value; nil where no more decisions may be made.
    func decide(_ step: Int64) -> Segment? {
        guard probe.mayGoOn, let value = lattice.value(step) else { return nil }
        let decision = probe.decide(others + [(slot, value)])
        return Segment(
            range: step...step, verdict: Verdict(decision), missing: decision.missing,
            dependsOn: probe.dependencies(of: decision, on: slot))
    }

    /// The stretches after one up to another, by halving; they touch.
    private func refine(from left: Segment, to right: Segment) -> [Segment] {
        let low = left.range.upperBound
        let high = right.range.lowerBound
        guard high - low > 1, let middle = decide(low + (high - low) / 2) else { return [right] }
        if middle.verdict == left.verdict {
            var extended = left
            extended.range = left.range.lowerBound...middle.range.upperBound
            return [extended] + refine(from: extended, to: right)
        }
        if middle.verdict == right.verdict {
            var extended = right
            extended.range = middle.range.lowerBound...right.range.upperBound
            return refine(from: left, to: extended)
        }
        let first = refine(from: left, to: middle)
        return first + refine(from: first.last ?? middle, to: right)
    }

    private func append(_ found: [Segment], to segments: inout [Segment]) {
        for segment in found {
            if let last = segments.last, last.verdict == segment.verdict {
                let low = min(last.range.lowerBound, segment.range.lowerBound)
                segments[segments.count - 1].range = low...max(last.range.upperBound, segment.range.upperBound)
            } else {
                segments.append(segment)
            }
        }
    }

    /// The values to decide, ascending.
    private func candidates(around step: Int64?) -> [Int64] {
        var points: Set<Int64> = [lattice.range.lowerBound, lattice.range.upperBound]
        for point in tippingPoints { points.formUnion([point - 1, point, point + 1]) }
        if let step {
            for offset in -Self.nearbyCount...Self.nearbyCount { points.insert(step + offset) }
        }
        for anchor in [step, lattice.range.lowerBound, 0].compactMap({ $0 }) {
            var distance: Int64 = 1
            while distance <= Lattice.stepMax {
                points.insert(anchor + distance)
                points.insert(anchor - distance)
                distance *= 2
            }
        }
        return points.filter { lattice.range.contains($0) }.sorted()
    }

    /// The values beside which a comparison tips, nearest first: where to move this field when another must move too.
    func limits(around own: Int64) -> [Int64] {
        var points: Set<Int64> = [lattice.range.lowerBound]
        for point in tippingPoints { points.formUnion([point - 1, point, point + 1]) }
        return points.filter { lattice.range.contains($0) }.sorted {
            (abs($0 - own), $0) < (abs($1 - own), $1)
        }
    }
}
