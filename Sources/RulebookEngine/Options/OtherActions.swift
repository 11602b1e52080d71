import CEL
import JSONSyntax
import RulebookModel

/// Checks the actions that broken standards name under `instead`, before they are offered.
struct OtherActions {
    let compiled: CompiledRulebook

    /// Decides each named action with the facts of the refused one: the same entities, and the fields that both have.
    ///
    /// - Returns: the actions that are not refused, in order of name.
    func find(for decision: Decision) -> (actions: [(name: String, outcome: Outcome, approver: String?)], evaluations: Int) {
        var names: Set<String> = []
        for result in decision.results where result.effect != .allow {
            guard case .action(let name, _)? = compiled.rulebook.standards[result.standard].instead else { continue }
            if name != decision.event.type { names.insert(name) }
        }
        let decider = compiled.makeDecider()
        var found: [(name: String, outcome: Outcome, approver: String?)] = []
        for name in names.sorted() {
            guard let definition = compiled.rulebook.vocabulary.event(name) else { continue }
            let event = decision.event.retyped(definition)
            let decided = decider.decide(event)
            if decided.outcome != .deny { found.append((name, decided.outcome, decided.approver)) }
        }
        return (found, names.count)
    }
}

extension Event {
    /// The same event as another action.
    fileprivate func retyped(_ definition: EventDefinition) -> Event {
        Event(
            id: id, type: definition.name, time: time, channel: channel, interaction: interaction, caseID: caseID,
            reason: reason, recordedBy: recordedBy, approval: approval, root: root, data: data)
    }
}
