import CEL
import RulebookEngine
import RulebookModel
import SourceText

/// A promise that may be made where what it promises may not be done.
///
/// `promise.discount` promises what any action is called whose name has the word `discount`; the fields that both have
/// under one name are held alike.
enum PromiseAboveAuthority: LintCheck {
    static let name = "promise-above-authority"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let search = RulebookSearch(rulebook)
        let actions = rulebook.vocabulary.events.filter { $0.kind == .action }
        return actions.flatMap { promise in
            actions.filter { promises(promise.name, $0.name) }.compactMap { gap(promise, $0, search) }
        }
    }

    /// Whether the first action promises the second.
    private static func promises(_ promise: String, _ action: String) -> Bool {
        let parts = promise.split(separator: ".")
        guard parts.count > 1, parts[0] == "promise" || parts[0] == "promises", promise != action else { return false }
        let words = Set(action.split { $0 == "." || $0 == "_" || $0 == "-" })
        return !words.contains("promise") && parts.dropFirst().contains { words.contains($0) }
    }

    private static func gap(_ promise: EventDefinition, _ action: EventDefinition, _ search: RulebookSearch)
        -> Diagnostic?
    {
        let rulebook = search.rulebook
        let shared = promise.fields.filter { field in action.fields.contains { $0.name == field.name } }
        let judging = rulebook.standards.filter { $0.judgesByItself && $0.canRefuse }
        var reading = ConditionReading()
        for event in [promise, action] {
            for standard in judging where standard.pattern.types.contains(event.name) {
                reading.addScope(of: standard, type: event.name)
                reading.addBody(of: standard)
            }
        }
        if let role = rulebook.vocabulary.entity("agent")?.field("role") {
            reading.note(CELAttributePath(["agent", "role"]), RulebookSymbols.type(of: role.type))
        }
        guard !shared.isEmpty, let space = EventSpace(reading, type: promise.name, in: rulebook) else { return nil }
        var witness: (facts: EventSpace.Facts, decision: Decision)?
        space.forEach(space.axes) { facts in
            guard search.decide(promise.name, facts)?.outcome == .allow,
                let decision = search.decide(action.name, facts),
                decision.outcome == .deny || decision.outcome == .escalate, decision.remark == nil
            else { return true }
            witness = (facts, decision)
            return false
        }
        guard let witness else { return nil }
        return diagnostic(promise, action, witness.facts, witness.decision, rulebook)
    }

    private static func diagnostic(
        _ promise: EventDefinition, _ action: EventDefinition, _ facts: EventSpace.Facts, _ decision: Decision,
        _ rulebook: Rulebook
    ) -> Diagnostic {
        let refused = decision.outcome == .deny ? "is refused" : "needs a \(decision.approver ?? "superior")"
        let blocking = decision.results.first { $0.effect.outcome == decision.outcome }
            .map { rulebook.standards[$0.standard] }
        let own = rulebook.standards.first { $0.canRefuse && $0.pattern.types.contains(promise.name) }
        return Diagnostic(
            code: .promiseAboveAuthority, severity: .warning,
            message:
                "`\(promise.name)` may be promised, and `\(action.name)` \(refused), where "
                + EventSpace.text(facts, roles: rulebook.vocabulary.roles),
            range: own?.range ?? promise.range,
            labels: blocking.map { [.init(range: $0.range, message: "this stands in the way of keeping the promise")] }
                ?? [],
            help: "promise no more than may be done: hold both against the same setting")
    }
}
