import CEL
import JSONSyntax
import RulebookModel

/// How the values of each entity lie in memory: the fields in order, with the names that inputs use.
struct RecordTypes: Sendable {
    /// One entity's layout.
    struct Layout: Sendable {
        let type: CELRecordType
        let fields: [(name: JSONName, definition: FieldDefinition)]
    }

    private let layouts: [String: Layout]

    init(vocabulary: Vocabulary) {
        layouts = Dictionary(
            uniqueKeysWithValues: vocabulary.entities.map { entity in
                let type = CELRecordType(
                    entity.name,
                    fields: entity.fields.map { .init($0.name, RulebookSymbols.type(of: $0.type)) }, identity: "id")
                return (
                    entity.name,
                    Layout(type: type, fields: entity.fields.map { (JSONName($0.name), $0) })
                )
            })
    }

    /// The layout of an entity.
    func layout(of entity: String) -> Layout? { layouts[entity] }
}
