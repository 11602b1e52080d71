import CEL
import RulebookModel

/// Finds what an agent may do with an action, here and now: the ranges that are allowed, justified and approvable.
public final class OptionsFinder {
    private let compiled: CompiledRulebook
    private let decider: Decider

    /// Makes a finder; one a thread.
    public init(_ compiled: CompiledRulebook) {
        self.compiled = compiled
        decider = compiled.makeDecider()
    }

    /// Explores one action.
    ///
    /// Fields that the event gives are taken as they are; each field that it leaves open is explored by itself, the other
    /// open ones being unknown. What then depends on those is undetermined, and names them.
    ///
    /// - Parameter event: the action with the facts of the situation: who acts, for whom, and fields already settled.
    public func find(for event: Event) -> ActionOptions {
        guard let program = compiled.program(for: event.type) else {
            return ActionOptions(
                action: event.type, outcome: .deny, approver: nil, missing: [], fields: [], isListed: false,
                evaluations: 0)
        }
        let probe = Probe(decider, program: program, event: event)
        let base = probe.decide([])
        let fields = program.definition.fields.compactMap { explore($0, probe: probe) }
        return ActionOptions(
            action: event.type, outcome: base.outcome, approver: base.approver, missing: base.missing, fields: fields,
            isListed: program.isListed, evaluations: probe.evaluations)
    }

    private func explore(_ field: FieldDefinition, probe: Probe) -> ActionOptions.Field? {
        guard !field.isFixed,
            let slot = compiled.slotPaths.firstIndex(of: CELAttributePath(["event", field.name])),
            probe.program.place(ofSlot: slot) != nil, !probe.original(slot).isKnown
        else { return nil }
        let segments = field.type.isNumeric ? ranges(field, slot: slot, probe: probe) : values(field, slot: slot, probe: probe)
        return segments.isEmpty ? nil : ActionOptions.Field(name: field.name, segments: segments)
    }

    private func ranges(_ field: FieldDefinition, slot: Int, probe: Probe) -> [ActionOptions.Segment] {
        let thresholds = ThresholdFinder(compiled: compiled, slot: slot).thresholds(in: probe.program)
        probe.prepare([])
        let sides = thresholds.map { $0.right.evaluate(probe.decider.frame) }
        guard
            let lattice = Lattice(
                field: field, value: nil, currency: currency(among: sides) ?? compiled.rulebook.currency,
                scaleMin: sides.map(\.decimalScale).max() ?? 0)
        else { return [] }
        let search = StepSearch(probe: probe, lattice: lattice, slot: slot, others: [], thresholds: thresholds)
        let roles = compiled.rulebook.vocabulary.roles
        return search.segments(around: nil).compactMap { segment in
            guard let from = lattice.value(segment.range.lowerBound), let to = lattice.value(segment.range.upperBound)
            else { return nil }
            let isOpen = segment.range.upperBound == lattice.range.upperBound && field.maximum == nil
            return ActionOptions.Segment(
                from: from.factText(roles: roles), to: isOpen ? nil : to.factText(roles: roles),
                outcome: segment.verdict.outcome, approver: segment.verdict.approver, missing: segment.missing)
        }
    }

    private func currency(among values: [CELValue]) -> Currency? {
        for case .scalar(let scalar) in values {
            if let money = scalar.money { return money.currency }
        }
        return nil
    }

    private func values(_ field: FieldDefinition, slot: Int, probe: Probe) -> [ActionOptions.Segment] {
        let roles = compiled.rulebook.vocabulary.roles
        let enumerable = EnumerableValues(compiled: compiled).values(of: field, slot: slot, probe: probe)
        return enumerable.map { value in
            let decision = probe.decide([(slot, value)])
            let text = value.factText(roles: roles)
            return ActionOptions.Segment(
                from: text, to: text, outcome: decision.outcome, approver: decision.approver,
                missing: decision.missing)
        }
    }
}
