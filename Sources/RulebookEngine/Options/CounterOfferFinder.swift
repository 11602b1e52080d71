import CEL
import RulebookModel

/// Finds what an agent may do instead of a refused action: the nearest variants over its numeric and enumerable fields,
/// exact at the boundary, each verified by deciding it.
///
/// Fields that are `fixed` or `private` are never varied. One field is varied at a time; two only where no single one
/// helps.
public final class CounterOfferFinder {
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

    /// Finds the counter-offers for a decision that is not a plain permit.
    ///
    /// - Complexity: at most ``evaluationMax`` decisions.
    public func find(for decision: Decision) -> CounterOffers {
        guard decision.outcome != .allow, decision.remark != .notInForce, decision.remark != .undated,
            let program = compiled.program(for: decision.event.type), program.definition.kind == .action
        else { return CounterOffers(variants: [], actions: [], evaluations: 0) }
        let probe = Probe(decider, program: program, event: decision.event)
        let fields = VariableField.all(in: program, compiled: compiled)
            .filter { probe.original($0.slot).isKnown }
        let search = VariantSearch(
            probe: probe, outcome: decision.outcome, currency: compiled.rulebook.currency)
        var candidates = fields.flatMap { search.along($0) }
        if candidates.isEmpty { candidates = PairSearch(search: search).find(fields) }
        let evaluations = probe.evaluations
        let offers = OtherActions(decider: decider).find(for: decision)
        let roles = compiled.rulebook.vocabulary.roles
        return CounterOffers(
            variants: Self.best(candidates).map { $0.variant(probe: probe, roles: roles) }, actions: offers.actions,
            evaluations: evaluations + offers.evaluations)
    }

    /// The most decisions that finding variants may take.
    public static var evaluationMax: Int { Probe.evaluationMax }

    /// The best first, then those that change least; each change once, and none that another beats.
    private static func best(_ candidates: [VariantCandidate]) -> [VariantCandidate] {
        var seen: Set<String> = []
        let useful = candidates.filter { candidate in !candidates.contains { candidate.isDominated(by: $0) } }
        let sorted = useful.enumerated().sorted {
            ($0.element.verdict.grade, $0.element.changes.count, $0.offset)
                < ($1.element.verdict.grade, $1.element.changes.count, $1.offset)
        }
        return sorted.map(\.element).filter { seen.insert($0.key).inserted }
    }
}
