import CEL
import SourceText
import YAMLSyntax

/// Reads roles, entities, actions and events; patterns are read later, since their conditions need all of these.
struct VocabularyReader {
    /// Members of every event beside its own fields.
    static let envelopeFields = [
        "id", "type", "time", "channel", "reason", "recorded_by", "interaction", "case", "approval",
    ]
    /// Names that mean something else in a condition.
    static let reservedRoots: Set<String> = [
        "event", "facts", "settings", "calendars", "now", "trigger", "rulebook", "data", "approval", "interaction",
        "case", "id",
        "type", "time", "channel", "reason", "recorded_by", "as_of",
    ]

    /// What the names of a rulebook's own events begin with.
    static let reservedPrefix = "rulebook."
    /// The event that answers a question of a `manual` standard.
    static let answerName = "attested"

    private var roles: [String] = []
    private var rolesPlace: SourceRange?
    private var rolePlaces: [String: SourceRange] = [:]
    private var entityNodes: [(name: String, key: YAMLNode, value: YAMLNode)] = []
    private var eventNodes: [(name: String, key: YAMLNode, value: YAMLNode, kind: EventDefinition.Kind)] = []
    private var places: [String: SourceRange] = [:]
    private var entityPlaces: [String: SourceRange] = [:]
    /// Named patterns, to be read once the vocabulary stands.
    private(set) var patternNodes: [(name: String, key: YAMLNode, value: YAMLMapping)] = []

    /// Takes in the key `roles:`.
    ///
    /// The order of roles is their rank, so all of them stand in one list of one file.
    mutating func addRoles(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) {
        if let first = rolesPlace {
            diagnostics.add(.duplicate("the key", "roles", at: node.range, first: first))
            return
        }
        rolesPlace = node.range
        for element in node.oneOrMore {
            guard let role = element.text("a role", diagnostics: &diagnostics) else { continue }
            if let first = rolePlaces[role] {
                diagnostics.add(.duplicate("the role", role, at: element.range, first: first))
            } else if !Spelling.isDottedName(role) {
                diagnostics.add(
                    .malformedName(role, for: "a role", help: "use letters, digits, `_` and `-`", at: element.range))
            } else {
                rolePlaces[role] = element.range
                roles.append(role)
            }
        }
    }

    /// Takes in the key `entities:`.
    mutating func addEntities(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) {
        guard let mapping = node.anyMap("`entities`", diagnostics: &diagnostics) else { return }
        for entry in mapping.entries {
            if let first = entityPlaces[entry.name] {
                diagnostics.add(.duplicate("the entity", entry.name, at: entry.key.range, first: first))
                continue
            }
            guard Spelling.isIdentifier(entry.name), !Self.reservedRoots.contains(entry.name),
                FactType.simple[entry.name] == nil
            else {
                diagnostics.add(
                    .malformedName(
                        entry.name, for: "an entity",
                        help: "use letters, digits and `_`, no word of the language and no name of a type",
                        at: entry.key.range))
                continue
            }
            entityPlaces[entry.name] = entry.key.range
            entityNodes.append((entry.name, entry.key, entry.value))
        }
    }

    /// Takes in the key `actions:` or `events:`.
    mutating func addEvents(
        _ node: YAMLNode, kind: EventDefinition.Kind, diagnostics: inout DiagnosticCollector
    ) {
        let subject = kind == .action ? "`actions`" : "`events`"
        guard let mapping = node.anyMap(subject, diagnostics: &diagnostics) else { return }
        for entry in mapping.entries {
            if let first = places[entry.name] {
                diagnostics.add(
                    .duplicate("the action, event or pattern", entry.name, at: entry.key.range, first: first))
                continue
            }
            if let help = Self.faultOfName(entry.name) {
                diagnostics.add(.malformedName(entry.name, for: "an action or event", help: help, at: entry.key.range))
                continue
            }
            places[entry.name] = entry.key.range
            if case .mapping(let value) = entry.value.content, value["is"] != nil {
                if kind == .action {
                    diagnostics.add(
                        .conflictingKeys(
                            "a named pattern stands under `events:`", at: entry.key.range,
                            help: "move it there; an action has `fields:`"))
                } else {
                    patternNodes.append((entry.name, entry.key, value))
                }
            } else {
                eventNodes.append((entry.name, entry.key, entry.value, kind))
            }
        }
    }

    /// How to mend the name of an action or event; nil where it is right.
    private static func faultOfName(_ name: String) -> String? {
        if !Spelling.isDottedName(name) {
            return "use letters, digits, `_`, `-`, and dots between, as in `coupon.issue`"
        }
        if name.hasPrefix(reservedPrefix) {
            return "names that begin with `\(reservedPrefix)` are events of the rulebook itself"
        }
        return name == answerName ? "every rulebook has this event already: a person's answer to a question" : nil
    }

    /// Reads everything that was taken in; `parts` are the events that the rulebook's own parts are.
    func finish(
        currency: Currency?, zone: String, parts: [EventDefinition], diagnostics: inout DiagnosticCollector
    ) -> Vocabulary {
        let types = TypeReader(entityNames: Set(entityNodes.map(\.name)))
        let literals = LiteralReader(roles: roles, currency: currency, zone: zone)
        let fields = FieldReader(types: types, literals: literals)
        let entities = entityNodes.map { entity in
            let own = fields.read(
                entity.value, of: "the entity `\(entity.name)`", reserved: [], diagnostics: &diagnostics)
            Self.checkActor(entity.name, own, diagnostics: &diagnostics)
            return EntityDefinition(
                name: entity.name, fields: Self.withIdentifier(own, range: entity.key.range), range: entity.key.range)
        }
        let events = eventNodes.map { event in
            readEvent(event, fields: fields, entityNames: types.entityNames, diagnostics: &diagnostics)
        }
        return Vocabulary(roles: roles, entities: entities, events: events + parts, patterns: [])
    }

    /// Who may approve is told by `agent.role`, which must therefore be a rank.
    private static func checkActor(
        _ entity: String, _ fields: [FieldDefinition], diagnostics: inout DiagnosticCollector
    ) {
        guard entity == "agent", let role = fields.first(where: { $0.name == "role" }), role.type != .role else {
            return
        }
        diagnostics.add(
            .badValue(
                "`agent.role` must have the type role, not \(role.type.text)",
                help: "write `role: role`, and the roles themselves under `roles:`, lowest first", at: role.range))
    }

    private static func withIdentifier(_ fields: [FieldDefinition], range: SourceRange) -> [FieldDefinition] {
        guard !fields.contains(where: { $0.name == "id" }) else { return fields }
        return [
            FieldDefinition(
                name: "id", type: .string, defaultValue: nil, minimum: nil, maximum: nil, isPrivate: false,
                isFixed: true, title: nil, range: range)
        ] + fields
    }

    private func readEvent(
        _ event: (name: String, key: YAMLNode, value: YAMLNode, kind: EventDefinition.Kind), fields: FieldReader,
        entityNames: Set<String>, diagnostics: inout DiagnosticCollector
    ) -> EventDefinition {
        let subject = "the \(event.kind.rawValue) `\(event.name)`"
        var about: [String] = []
        var definitions: [FieldDefinition] = []
        var title: LocalizedText?
        if event.value.isNull {
            // `ring:` alone declares an event without fields.
        } else if let mapping = event.value.map(
            subject, keys: KnownKeys(["title", "about", "fields"]), diagnostics: &diagnostics)
        {
            title = mapping["title"]?.localizedText("a title", diagnostics: &diagnostics)
            for node in mapping["about"]?.oneOrMore ?? [] {
                guard let name = node.text("an entity's name", diagnostics: &diagnostics) else { continue }
                if entityNames.contains(name) || name == "interaction" || name == "case" {
                    about.append(name)
                } else {
                    diagnostics.add(
                        .unknownEntity(name, known: entityNames.sorted() + ["interaction", "case"], at: node.range))
                }
            }
            if let node = mapping["fields"] {
                definitions = fields.read(
                    node, of: subject, reserved: Set(Self.envelopeFields), diagnostics: &diagnostics)
            }
        }
        return EventDefinition(
            name: event.name, kind: event.kind, about: about, fields: definitions, title: title,
            range: event.key.range)
    }
}
