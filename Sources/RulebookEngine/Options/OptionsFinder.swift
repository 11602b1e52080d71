import CEL
import RulebookModel

/// Finds what an agent may do with an action, here and now: the ranges that are allowed, justified and approvable.
public final class OptionsFinder {
    private let compiled: CompiledRulebook
    private let decider: Decider

    /// Makes a finder; one a thread.
    ///
    /// - Parameters:
    ///   - compiled: the rulebook.
    ///   - memory: what happened before; nil where nobody knows.
    public init(_ compiled: CompiledRulebook, memory: TimelineState? = nil) {
        self.compiled = compiled
        decider = compiled.makeDecider(memory: memory)
    }

    /// Explores one action.
    ///
    /// Fields that the event gives are taken as they are. Each field that it leaves open is explored by itself, as far as
    /// that field goes: a standard that waits only for the other open ones is taken as kept, and where such a standard
    /// reads this field as well, the stretch names what it depends on.
    ///
    /// - Parameter event: the action with the facts of the situation: who acts, for whom, and fields already settled.
    /// - Returns: what comes of it, field by field.
    public func find(for event: Event) -> ActionOptions {
        guard let program = compiled.program(for: event.type) else {
            return ActionOptions(
                action: event.type, outcome: .deny, approver: nil, missing: [], fields: [], isListed: false,
                evaluations: 0)
        }
        let probe = Probe(decider, program: program, event: event)
        let base = probe.decide([])
        let open = VariableField.all(in: program, compiled: compiled)
            .filter { !probe.original($0.slot).isKnown }
        probe.open = Set(open.map { CELAttributePath(["event", $0.definition.name]) })
        let fields = open.compactMap { explore($0, probe: probe) }
        return ActionOptions(
            action: event.type, outcome: base.outcome, approver: base.approver, missing: base.missing, fields: fields,
            isListed: program.isListed, evaluations: probe.evaluations)
    }

    private func explore(_ field: VariableField, probe: Probe) -> ActionOptions.Field? {
        let segments = field.isNumeric ? ranges(field, probe: probe) : values(field, probe: probe)
        return segments.isEmpty ? nil : ActionOptions.Field(name: field.definition.name, segments: segments)
    }

    private func ranges(_ field: VariableField, probe: Probe) -> [ActionOptions.Segment] {
        guard let lattice = field.lattice(around: nil, probe: probe, currency: compiled.rulebook.currency) else {
            return []
        }
        let search = StepSearch(
            probe: probe, lattice: lattice, slot: field.slot, others: [], thresholds: field.thresholds)
        let roles = compiled.rulebook.vocabulary.roles
        return search.segments(around: nil).compactMap { segment in
            guard let from = lattice.value(segment.range.lowerBound), let to = lattice.value(segment.range.upperBound)
            else { return nil }
            let isOpen = segment.range.upperBound == lattice.range.upperBound && field.definition.maximum == nil
            return ActionOptions.Segment(
                from: from.factText(roles: roles), to: isOpen ? nil : to.factText(roles: roles),
                outcome: segment.verdict.outcome, approver: segment.verdict.approver, missing: segment.missing,
                dependsOn: segment.dependsOn)
        }
    }

    private func values(_ field: VariableField, probe: Probe) -> [ActionOptions.Segment] {
        let roles = compiled.rulebook.vocabulary.roles
        probe.prepare([])
        return field.values(probe.decider.frame).map { value in
            let decision = probe.decide([(field.slot, value)])
            let text = value.factText(roles: roles)
            return ActionOptions.Segment(
                from: text, to: text, outcome: decision.outcome, approver: decision.approver,
                missing: decision.missing, dependsOn: probe.dependencies(of: decision, on: field.slot))
        }
    }
}
