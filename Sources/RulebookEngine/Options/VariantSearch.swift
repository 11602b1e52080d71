import CEL
import RulebookModel

/// Looks along one field for the nearest values with a better outcome, others being changed already.
struct VariantSearch {
    let probe: Probe
    /// What the proposal comes to.
    let outcome: Outcome
    let currency: Currency?

    /// The grades that are worth an offer: better than the proposal's, and not a refusal.
    private var targets: Range<Int> { 0..<min(outcome.rank + 1, Outcome.escalate.rank + 2) }

    /// The nearest value of a field for each better outcome; every value of a field that is counted off.
    func along(_ field: VariableField, others: [VariantCandidate.Change] = []) -> [VariantCandidate] {
        field.isNumeric
            ? numeric(field, others: others)
            : alternatives(field).compactMap { candidate(others + [$0]) }
    }

    /// The other values of a field that can be counted off.
    func alternatives(_ field: VariableField) -> [VariantCandidate.Change] {
        let proposed = probe.original(field.slot)
        probe.prepare([])
        return field.values(probe.decider.frame).filter { $0 != proposed }
            .map { .init(field: field, value: $0, distance: 1) }
    }

    /// Prepares the search along a numeric field; nil where the proposal has no place on its lattice.
    func search(
        _ field: VariableField, others: [VariantCandidate.Change]
    ) -> (search: StepSearch, own: Int64)? {
        let proposed = probe.original(field.slot)
        guard let lattice = field.lattice(around: proposed, probe: probe, currency: currency),
            let own = lattice.step(of: proposed, roundingUp: false)
        else { return nil }
        let search = StepSearch(
            probe: probe, lattice: lattice, slot: field.slot, others: others.map { ($0.field.slot, $0.value) },
            thresholds: field.thresholds)
        return (search, own)
    }

    private func numeric(_ field: VariableField, others: [VariantCandidate.Change]) -> [VariantCandidate] {
        guard let (search, own) = search(field, others: others) else { return [] }
        let segments = search.segments(around: own)
        return targets.compactMap { target in
            let nearest = segments.filter { $0.verdict.grade == target }
                .map { (step: min(max(own, $0.range.lowerBound), $0.range.upperBound), verdict: $0.verdict) }
                .min { abs($0.step - own) < abs($1.step - own) }
            guard let nearest, let value = search.lattice.value(nearest.step) else { return nil }
            // A proposal finer than the lattice lies between two of its steps, and is no variant of itself.
            let isProposal = value == probe.original(field.slot)
            let change = VariantCandidate.Change(field: field, value: value, distance: abs(nearest.step - own))
            let changes = others + (isProposal ? [] : [change])
            return changes.isEmpty ? nil : candidate(changes)
        }
    }

    /// Decides the event with some fields changed; nil where that is no better than the proposal.
    func candidate(_ changes: [VariantCandidate.Change]) -> VariantCandidate? {
        guard !changes.isEmpty, probe.mayGoOn else { return nil }
        let decided = probe.decide(changes.map { ($0.field.slot, $0.value) })
        guard decided.outcome < outcome, decided.outcome <= .escalate else { return nil }
        return VariantCandidate(changes: changes, verdict: .init(decided))
    }
}
