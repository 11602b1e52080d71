import CEL
import JSONSyntax
import RulebookModel

/// Where the members of events lie, and where their values go: a rulebook's vocabulary made ready to read by.
///
/// An event is read in one pass over its members: each is found by its name, checked, and put to its place among the
/// facts that the program of the event's type asks for.
final class EventLayout: Sendable {
    /// What a member of the event itself is.
    enum RootMember: Sendable {
        case id, type, time, channel, interaction, caseID, reason, recordedBy, approval, data
        /// An entity, by its place in the vocabulary.
        case entity(Int)
    }

    /// The fields of an entity.
    final class Entity: Sendable {
        let definition: EntityDefinition
        let names: MemberTable
        let fields: [FieldLayout]
        /// The place of the field that a text stands for.
        let identifier: Int?

        init(_ definition: EntityDefinition, facts: FactReader) {
            self.definition = definition
            names = MemberTable(definition.fields.map(\.name))
            fields = definition.fields.map { FieldLayout($0, facts: facts) }
            identifier = definition.fields.firstIndex { $0.name == "id" }
        }
    }

    let vocabulary: Vocabulary
    let facts: FactReader
    let rootNames: MemberTable
    let rootMembers: [RootMember]
    let typeNames: MemberTable
    let types: [TypeLayout]
    let entities: [Entity]

    private static let envelope: [(String, RootMember)] = [
        ("id", .id), ("type", .type), ("time", .time), ("channel", .channel), ("interaction", .interaction),
        ("case", .caseID), ("reason", .reason), ("recorded_by", .recordedBy), ("approval", .approval), ("data", .data),
    ]

    /// Makes a layout.
    ///
    /// - Parameters:
    ///   - rulebook: whose vocabulary events are held against.
    ///   - facts: what reads their values.
    ///   - programs: what is run on each type, in the order of the vocabulary; nil where events are only read.
    init(_ rulebook: Rulebook, facts: FactReader, programs: [EventProgram]? = nil) {
        let vocabulary = rulebook.vocabulary
        self.vocabulary = vocabulary
        self.facts = facts
        let entityMembers = vocabulary.entities.enumerated().map { ($1.name, RootMember.entity($0)) }
        let members = Self.envelope + entityMembers
        rootNames = MemberTable(members.map(\.0))
        rootMembers = members.map(\.1)
        typeNames = MemberTable(vocabulary.events.map(\.name))
        let entities = vocabulary.entities.map { Entity($0, facts: facts) }
        self.entities = entities
        types = vocabulary.events.enumerated().map { place, definition in
            TypeLayout(definition, program: programs?[place], entities: entities, facts: facts)
        }
    }

    convenience init(_ rulebook: Rulebook) { self.init(rulebook, facts: FactReader(rulebook)) }
}
