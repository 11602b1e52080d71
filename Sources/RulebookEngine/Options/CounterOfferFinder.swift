import CEL
import RulebookModel

/// Finds what an agent may do instead of a refused action: the nearest variants over its numeric and enumerable fields,
/// exact at the boundary, each verified by deciding it.
public final class CounterOfferFinder {
    private let compiled: CompiledRulebook
    private let decider: Decider

    /// Makes a finder; one a thread.
    public init(_ compiled: CompiledRulebook) {
        self.compiled = compiled
        decider = compiled.makeDecider()
    }

    /// Finds the counter-offers for a decision that is not a plain permit.
    public func find(for decision: Decision) -> CounterOffers {
        guard decision.outcome != .allow, decision.remark != .notInForce,
            let program = compiled.program(for: decision.event.type), program.definition.kind == .action
        else { return CounterOffers(variants: [], actions: [], evaluations: 0) }
        let probe = Probe(decider, program: program, event: decision.event)
        var variants: [Variant] = []
        let fields = variableFields(program)
        for field in fields { variants += single(field, decision: decision, probe: probe) }
        if variants.isEmpty { variants = pairs(fields, decision: decision, probe: probe) }
        let offers = OtherActions(compiled: compiled).find(for: decision)
        return CounterOffers(
            variants: Self.best(variants, than: decision.outcome), actions: offers.actions,
            evaluations: probe.evaluations + offers.evaluations)
    }

    private typealias Field = (definition: FieldDefinition, slot: Int)

    private func variableFields(_ program: EventProgram) -> [Field] {
        program.definition.fields.compactMap { field in
            let path = CELAttributePath(["event", field.name])
            guard !field.isFixed, !field.isPrivate, let slot = compiled.slotPaths.firstIndex(of: path) else { return nil }
            return (field, slot)
        }
    }

    // MARK: One field

    private func single(_ field: Field, decision: Decision, probe: Probe) -> [Variant] {
        let proposed = probe.original(field.slot)
        guard proposed.isKnown else { return [] }
        if field.definition.type.isNumeric {
            return numeric(field, others: [], decision: decision, probe: probe)
        }
        return enumerable(field, probe: probe).compactMap { value in
            variant([(field, value)], decision: decision, probe: probe)
        }
    }

    private func numeric(
        _ field: Field, others: [(field: Field, value: CELValue)], decision: Decision, probe: Probe
    ) -> [Variant] {
        let changed = others.map { (slot: $0.field.slot, value: $0.value) }
        guard let search = search(field, others: changed, probe: probe),
            let own = search.lattice.step(of: probe.original(field.slot), roundingUp: false)
        else { return [] }
        var found: [Variant] = []
        let segments = search.segments(around: own)
        for target in [Outcome.allow, .justify, .escalate] where target < decision.outcome {
            let nearest = segments.filter { $0.verdict.outcome == target }
                .map { $0.range.contains(own) ? own : own < $0.range.lowerBound ? $0.range.lowerBound : $0.range.upperBound }
                .min { abs($0 - own) < abs($1 - own) }
            guard let nearest, let value = search.lattice.value(nearest) else { continue }
            let changes = others + (nearest == own ? [] : [(field, value)])
            if let variant = variant(changes, decision: decision, probe: probe) { found.append(variant) }
        }
        return found
    }

    /// Prepares the search along a numeric field.
    private func search(_ field: Field, others: [(slot: Int, value: CELValue)], probe: Probe) -> StepSearch? {
        let thresholds = ThresholdFinder(compiled: compiled, slot: field.slot).thresholds(in: probe.program)
        probe.prepare(others)
        let scale = thresholds.map { $0.right.evaluate(probe.decider.frame).decimalScale }.max() ?? 0
        guard
            let lattice = Lattice(
                field: field.definition, value: probe.original(field.slot), currency: compiled.rulebook.currency,
                scaleMin: scale)
        else { return nil }
        return StepSearch(probe: probe, lattice: lattice, slot: field.slot, others: others, thresholds: thresholds)
    }

    /// The values of an enumerable field other than the proposed one.
    private func enumerable(_ field: Field, probe: Probe) -> [CELValue] {
        let proposed = probe.original(field.slot)
        return EnumerableValues(compiled: compiled).values(of: field.definition, slot: field.slot, probe: probe)
            .filter { !($0 == proposed) }
    }

    // MARK: Two fields

    private func pairs(_ fields: [Field], decision: Decision, probe: Probe) -> [Variant] {
        var found: [Variant] = []
        for (index, first) in fields.enumerated() where probe.original(first.slot).isKnown {
            for second in fields[(index + 1)...] where probe.original(second.slot).isKnown {
                let isNumeric = (first.definition.type.isNumeric, second.definition.type.isNumeric)
                switch isNumeric {
                case (true, true):
                    found += numericPair(first, second, decision: decision, probe: probe)
                    found += numericPair(second, first, decision: decision, probe: probe)
                case (true, false):
                    for value in enumerable(second, probe: probe) {
                        found += numeric(first, others: [(second, value)], decision: decision, probe: probe)
                    }
                case (false, true):
                    for value in enumerable(first, probe: probe) {
                        found += numeric(second, others: [(first, value)], decision: decision, probe: probe)
                    }
                case (false, false):
                    for value in enumerable(first, probe: probe) {
                        for other in enumerable(second, probe: probe) {
                            if let variant = variant([(first, value), (second, other)], decision: decision, probe: probe) {
                                found.append(variant)
                            }
                        }
                    }
                }
            }
        }
        return found
    }

    /// Moves one field to where its own limits lie, and searches along the other.
    private func numericPair(_ moved: Field, _ searched: Field, decision: Decision, probe: Probe) -> [Variant] {
        guard let search = search(moved, others: [], probe: probe),
            let own = search.lattice.step(of: probe.original(moved.slot), roundingUp: false)
        else { return [] }
        let points = search.limits(around: own).prefix(16)
        return points.flatMap { point -> [Variant] in
            guard point != own, let value = search.lattice.value(point) else { return [] }
            return numeric(searched, others: [(moved, value)], decision: decision, probe: probe)
        }
    }

    // MARK: Results

    private func variant(
        _ changes: [(field: Field, value: CELValue)], decision: Decision, probe: Probe
    ) -> Variant? {
        guard !changes.isEmpty, probe.mayGoOn else { return nil }
        let decided = probe.decide(changes.map { ($0.field.slot, $0.value) })
        guard decided.outcome < decision.outcome, decided.outcome <= .escalate else { return nil }
        let roles = compiled.rulebook.vocabulary.roles
        return Variant(
            changes: changes.map { change in
                .init(
                    field: change.field.definition.name,
                    from: probe.original(change.field.slot).factText(roles: roles),
                    to: change.value.factText(roles: roles), value: change.value)
            },
            outcome: decided.outcome, approver: decided.approver)
    }

    /// The least restrictive first; of the same change only the least restrictive outcome.
    private static func best(_ variants: [Variant], than outcome: Outcome) -> [Variant] {
        var seen: Set<String> = []
        return variants.enumerated().sorted {
            ($0.element.outcome, $0.element.changes.count, $0.offset)
                < ($1.element.outcome, $1.element.changes.count, $1.offset)
        }.map(\.element).filter { variant in
            seen.insert(variant.changes.map { "\($0.field)=\($0.to)" }.joined(separator: ";")).inserted
        }
    }
}
