import JSONSyntax
import RulebookModel

/// The declared members of every kind of thing, for reading objects whole.
struct EntityShapes {
    /// A declared member.
    struct Member {
        let name: JSONName
        let type: FactType
        /// Whether an absent member has a value all the same; a null is then something else than an absence.
        let hasDefault: Bool

        init(_ name: String, _ type: FactType, hasDefault: Bool = false) {
            self.name = JSONName(name)
            self.type = type
            self.hasDefault = hasDefault
        }
    }

    private let members: [String: [String: Member]]

    /// No shapes, where rows are events already.
    init() { members = [:] }

    init(_ vocabulary: Vocabulary) {
        members = Dictionary(
            uniqueKeysWithValues: vocabulary.entities.map { ($0.name, Self.members(of: $0.fields)) })
    }

    /// The declared members of an entity by name; nil for one that is not declared.
    subscript(entity: String) -> [String: Member]? { members[entity] }

    /// Fields by name.
    static func members(of fields: [FieldDefinition]) -> [String: Member] {
        Dictionary(
            uniqueKeysWithValues: fields.map {
                ($0.name, Member($0.name, $0.type, hasDefault: $0.defaultValue != nil))
            })
    }
}
