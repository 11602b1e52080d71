import ArgumentParser
import Leeway

/// An event from a file, from flags, or from both: flags replace what the file says.
struct ProposalOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("An event in JSON; - is standard input.", valueName: "file"), completion: .file())
    var file: String?

    @Option(help: ArgumentHelp("The action, such as coupon.issue.", valueName: "action"))
    var action: String?

    @Option(help: ArgumentHelp("A field of the action, such as count=5; may be repeated.", valueName: "name=value"))
    var field: [Assignment] = []

    @Option(help: ArgumentHelp("A fact, such as customer.tier=gold; may be repeated.", valueName: "path=value"))
    var fact: [Assignment] = []

    @Option(help: ArgumentHelp("The role of the agent who acts.", valueName: "role"))
    var agentRole: String?

    @Option(help: ArgumentHelp("Why the action goes past the policy.", valueName: "text"))
    var reason: String?

    @Option(
        help: ArgumentHelp(
            "The event's time where it carries none, such as 2026-11-20T09:14:03+01:00.", valueName: "time"))
    var asOf: InstantArgument?

    /// Where the event comes from: a file, or what is fed to standard input where no action is named.
    var source: String? { file ?? (action == nil && Console.isFed ? "-" : nil) }

    /// Whether anything is said by flags that only a single event can have.
    var hasFlags: Bool { action != nil || !field.isEmpty || !fact.isEmpty || agentRole != nil || reason != nil }

    /// Puts the event together, beginning with what the file holds.
    func draft(for rulebook: Rulebook, start: JSONNode?) throws(LeewayError) -> EventDraft {
        var draft = start.map { EventDraft($0, for: rulebook) } ?? EventDraft(rulebook)
        if let action { try draft.setType(action) }
        for assignment in field { try draft.setField(assignment.name, to: assignment.value) }
        for assignment in fact { try draft.setFact(assignment.name, to: assignment.value) }
        if let agentRole { try draft.setAgentRole(agentRole) }
        if let reason { draft.setReason(reason) }
        if let asOf { draft.setTimeIfAbsent(asOf.text) }
        return draft
    }

    /// The rulebook in the version of the event's time: its own, or the given one.
    func rulebook(of point: DecisionPoint, _ start: JSONNode?) -> Rulebook {
        point.rulebook(at: start?["time"]?.string.flatMap { CELTimestamp(parsing: $0) } ?? asOf?.instant)
    }

    /// What a file holds, or standard input where it is called `-`; nil where none is named.
    func document(_ file: String?) throws(LeewayError) -> (name: String, root: JSONNode)? {
        guard let file else { return nil }
        let input = try OpenFile(reading: file)
        let bytes = try input.contents(byteCountMax: JSONLimits.standard.byteCountMax)
        return (input.name, try DecisionPoint.document(utf8: bytes, named: input.name).root)
    }

    /// The one event that a file, standard input or flags hold.
    func event(
        from file: String?, point: DecisionPoint, mapping: MappingProgram?
    ) throws(LeewayError) -> Event {
        if let mapping {
            let open = try OpenFile(reading: file ?? "-")
            let input = LogInput(name: open.name, source: open.source)
            return try point.onlyEvent(of: input, mapping: mapping, asOf: asOf?.instant)
        }
        let document = try document(file)
        guard let document, !hasFlags, asOf == nil else {
            let draft = try draft(for: rulebook(of: point, document?.root), start: document?.root)
            return try point.event(draft.document().root, named: document?.name ?? "command line")
        }
        return try point.event(document.root, named: document.name)
    }
}
