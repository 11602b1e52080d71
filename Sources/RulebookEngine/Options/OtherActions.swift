import CEL
import JSONSyntax
import RulebookModel

/// Checks the actions that broken standards name under `instead`, before they are offered.
struct OtherActions {
    let decider: Decider

    /// Decides each named action with the facts of the refused one: the same entities, and the fields that both have.
    ///
    /// An action that cannot hold such a field, for its type or its bounds, is not offered.
    ///
    /// - Returns: the actions that are not refused, in order of name.
    func find(for decision: Decision) -> (
        actions: [(name: String, outcome: Outcome, approver: String?)], evaluations: Int
    ) {
        let compiled = decider.compiled
        var names: Set<String> = []
        for result in decision.results where result.effect != .allow {
            guard case .action(let name, _)? = compiled.rulebook.standards[result.standard].instead else { continue }
            if name != decision.event.type { names.insert(name) }
        }
        var found: [(name: String, outcome: Outcome, approver: String?)] = []
        var evaluations = 0
        for name in names.sorted() {
            guard let definition = compiled.rulebook.vocabulary.event(name), holds(definition, decision.event) else {
                continue
            }
            evaluations += 1
            let decided = decider.decide(decision.event.retyped(definition))
            if decided.outcome != .deny { found.append((name, decided.outcome, decided.approver)) }
        }
        return (found, evaluations)
    }

    private func holds(_ definition: EventDefinition, _ event: Event) -> Bool {
        definition.fields.allSatisfy { field in
            guard let node = event.data?[field.name] else { return true }
            var isFit = true
            _ = decider.compiled.facts.readField(node, field, path: CELAttributePath(["event", field.name])) { _ in
                isFit = false
            }
            return isFit
        }
    }
}

extension Event {
    /// The same event as another action.
    fileprivate func retyped(_ definition: EventDefinition) -> Event {
        Event(
            content.envelope.retyped(definition.name), approvals: approvals, approvalIDs: approvalIDs,
            origin: content.origin)
    }
}
