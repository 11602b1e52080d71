import CEL
import RulebookModel

/// A variant that was decided, with how far it lies from the proposal.
struct VariantCandidate {
    /// A field with another value.
    struct Change {
        let field: VariableField
        let value: CELValue
        /// In steps of the field's lattice; 1 for any other value of an enumerable field.
        let distance: Int64
    }

    /// What differs, in the order of the action's fields.
    let changes: [Change]
    let verdict: StepSearch.Verdict

    init(changes: [Change], verdict: StepSearch.Verdict) {
        self.changes = changes.sorted { $0.field.place < $1.field.place }
        self.verdict = verdict
    }

    /// The same for two candidates that change the same fields to the same values.
    var key: String {
        changes.map { "\($0.field.slot)=\($0.value)" }.joined(separator: ";")
    }

    /// Whether another candidate is nowhere farther and no more restrictive, and better in something.
    func isDominated(by other: VariantCandidate) -> Bool {
        guard other.verdict.grade <= verdict.grade else { return false }
        var isBetter = other.verdict.grade < verdict.grade
        for change in other.changes {
            let own = changes.first { $0.field.slot == change.field.slot }?.distance ?? 0
            if change.distance > own { return false }
            if change.distance < own { isBetter = true }
        }
        return isBetter || other.changes.count < changes.count
    }

    /// The variant as people read it.
    func variant(probe: Probe, roles: [String]) -> Variant {
        Variant(
            changes: changes.map { change in
                .init(
                    field: change.field.definition.name, from: probe.original(change.field.slot).factText(roles: roles),
                    to: change.value.factText(roles: roles), value: change.value)
            },
            outcome: verdict.outcome, approver: verdict.approver, usesDiscretion: verdict.usesDiscretion)
    }
}
