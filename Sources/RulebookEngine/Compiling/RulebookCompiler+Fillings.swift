import CEL
import JSONSyntax
import RulebookModel

extension RulebookCompiler {
    /// What fills a slot; worked out once for what every event has, and for fields that are alike.
    func filling(
        ofSlot slot: Int, definition: EventDefinition, choices: [String: ChoiceProgram], shared: SharedFillings
    ) -> EventProgram.Filling {
        let known = shared.bySlot[slot]
        let path = known?.path ?? slots.slots[slot].path
        if path.names.first == "event" || path.names.first == "trigger" {
            switch known?.source {
            case .envelope: if let known { return known }
            case .fact(let walk) where walk.isField(of: definition): if let known { return known }
            default: break
            }
        } else if let known {
            return known
        }
        // A key can name a field that other events have: of this one it is unknown.
        let source =
            memory.measure(inSlot: slot).map(SlotSource.memory)
            ?? memory.measure(reservedInSlot: slot).map(SlotSource.reserved)
            ?? memory.measure(lackInSlot: slot).map(SlotSource.lack)
            ?? memory.reading(inSlot: slot).map(SlotSource.timeline)
            ?? source(for: path, definition: definition, choices: choices)
            ?? .constant(.unknown(CELUnknown(path)))
        let made = EventProgram.Filling(slot: slot, path: path, source: source)
        shared.bySlot[slot] = made
        return made
    }

    func source(
        for path: CELAttributePath, definition: EventDefinition, choices: [String: ChoiceProgram]
    ) -> SlotSource? {
        let names = path.names
        if let phrases {
            if path == slots.slots[phrases.slot].path { return .words(phrases) }
            if let question = phrases.question(path) { return .phrase(phrases, question) }
        }
        if let question = scorecard(path) { return .score(question.program, question.function) }
        switch names.first {
        case "now": return .now
        case "beginning of the log": return .beginning
        case "settings":
            guard names.count == 2 else { return nil }
            if let choice = choices[names[1]] { return .choice(choice) }
            guard case .constant(let value)? = settings[names[1]]?.content else { return nil }
            return .constant(value)
        case "event", "trigger":
            guard names.count >= 2 else { return nil }
            if names.count == 2, let member = EnvelopeMember(rawValue: names[1]) { return .envelope(member) }
            return walk(root: nil, fields: definition.fields, names: names.dropFirst(), path: path).map(SlotSource.fact)
        case let root?:
            guard let entity = rulebook.vocabulary.entity(root) else { return nil }
            guard names.count > 1 else {
                return .fact(FactWalk(root: JSONName(root), fields: [], type: .entity(root), path: path))
            }
            return walk(root: JSONName(root), fields: entity.fields, names: names.dropFirst(), path: path)
                .map(SlotSource.fact)
        case nil: return nil
        }
    }

    private func walk(
        root: JSONName?, fields: [FieldDefinition], names: ArraySlice<String>, path: CELAttributePath
    ) -> FactWalk? {
        var fields = fields
        var hops: [FieldDefinition] = []
        for name in names {
            guard let field = fields.first(where: { $0.name == name }) else { return nil }
            hops.append(field)
            if case .entity(let next) = field.type { fields = rulebook.vocabulary.entity(next)?.fields ?? [] }
        }
        guard let last = hops.last else { return nil }
        return FactWalk(root: root, fields: hops, type: last.type, path: path)
    }
}

/// What fills slots, by slot: the same for events of every type, or what filled it for the type before.
final class SharedFillings {
    var bySlot: [Int: EventProgram.Filling] = [:]
}
