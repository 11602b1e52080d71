import RulebookEngine
import RulebookModel

/// What a row kind makes of rows whose values can stay as they are: where each goes, without a document between.
final class DirectProgram: Sendable {
    /// A value of the row, by the number of its path.
    struct Value: Sendable {
        let path: Int
        let member: MemberProgram
    }

    /// The fields of an entity that the row gives.
    struct Entity: Sendable {
        /// Its place in the vocabulary.
        let index: Int
        let fields: [(field: Int, value: Value)]
        let undeclared: [UndeclaredMember]
    }

    /// The path of the type's name.
    let type: Int
    let envelope: [(member: EnvelopeMember, value: Value)]
    let entities: [Entity]
    /// By type, in the order of the vocabulary; nil where one of its values has to be written anew.
    let fields: [[(field: Int, value: Value)]?]
    /// The paths of who acts, and of that person's team.
    let agent: Int?
    let team: Int?

    /// Nil where a member other than the fields has to be written anew.
    ///
    /// - Parameters:
    ///   - type: the type's name.
    ///   - members: the members of the event itself.
    ///   - things: the entities.
    ///   - fields: those of each type, in the order of the vocabulary.
    ///   - vocabulary: what the rulebook declares.
    init?(
        type: ValueProgram, envelope members: [MemberProgram], entities things: [MemberProgram],
        fields: [FieldsProgram], vocabulary: Vocabulary
    ) {
        guard type.translations.isEmpty, case .path(let path) = type.source else { return nil }
        var envelope: [(EnvelopeMember, Value)] = []
        for member in members {
            guard let place = EnvelopeMember(rawValue: member.path), let value = Value(member) else { return nil }
            envelope.append((place, value))
        }
        var entities: [Entity] = []
        var actor: [String: Int] = [:]
        for entity in things {
            guard case .members(let members, let undeclared) = entity.value.source,
                let index = vocabulary.entities.firstIndex(where: { $0.name == entity.path }),
                let fields = Self.values(members, of: vocabulary.entities[index].fields)
            else { return nil }
            entities.append(Entity(index: index, fields: fields, undeclared: undeclared))
            guard entity.path == "agent" else { continue }
            for (field, value) in fields { actor[vocabulary.entities[index].fields[field].name] = value.path }
        }
        self.type = path
        self.envelope = envelope
        self.entities = entities
        self.fields = zip(vocabulary.events, fields).map { event, program in
            // What a person attests is no event of the rulebook, whatever that declares.
            event.name == Attestation.eventType ? nil : Self.values(program.declared, of: event.fields)
        }
        agent = actor["id"]
        team = actor["team"]
    }

    /// The values of members, each with the place of its field; nil where one has to be written anew.
    private static func values(
        _ members: [MemberProgram], of fields: [FieldDefinition]
    ) -> [(field: Int, value: Value)]? {
        var values: [(field: Int, value: Value)] = []
        for member in members {
            let name = member.path.split(separator: ".").last.map(String.init)
            guard let value = Value(member), let field = fields.firstIndex(where: { $0.name == name }) else {
                return nil
            }
            values.append((field, value))
        }
        return values
    }
}

extension DirectProgram.Value {
    /// Nil where the value is not read from a path as it stands there.
    fileprivate init?(_ member: MemberProgram) {
        guard case .path(let path) = member.value.source, !member.isTranslated else { return nil }
        self.init(path: path, member: member)
    }
}
