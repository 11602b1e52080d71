import SourceText

/// What the events of some types have in common: the fields that a condition about them may read.
package struct EventShape: Sendable {
    /// The types, each once, in order of name.
    package let types: [String]
    /// The fields that all of them have, with one type.
    package let fields: [FieldDefinition]
    /// Fields that only some have, with the name of one that lacks it.
    let partialFields: [String: String]

    /// Members that every event has beside its fields.
    static let envelope: [(name: String, type: FactType)] = [
        ("id", .string), ("type", .string), ("time", .timestamp), ("channel", .string), ("reason", .string),
        ("recorded_by", .string), ("interaction", .string), ("case", .string),
    ]

    package init(types: [String], vocabulary: Vocabulary) {
        if types.count == 1, let definition = vocabulary.event(types[0]) {
            self.types = types
            fields = definition.fields
            partialFields = [:]
            return
        }
        let definitions = Set(types).sorted().compactMap { vocabulary.event($0) }
        self.types = definitions.map(\.name)
        var common = definitions.first?.fields ?? []
        var partial: [String: String] = [:]
        for definition in definitions.dropFirst() {
            let own = Dictionary(definition.fields.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
            common.removeAll { field in
                if own[field.name] == field.type { return false }
                partial[field.name] = definition.name
                return true
            }
        }
        // Whatever some type has beyond what all have is lacked by the first type, or by the one that was found above.
        let shared = Set(common.map(\.name))
        for field in definitions.flatMap(\.fields) where !shared.contains(field.name) && partial[field.name] == nil {
            partial[field.name] = definitions.first?.name
        }
        self.fields = common
        self.partialFields = partial
    }

    /// Whether the events have words: a field `text`.
    var hasText: Bool { fields.contains { $0.name == PhraseFunction.textField && $0.type == .string } }

    /// The type of an envelope member.
    func envelopeType(_ name: String) -> FactType? { Self.envelope.first { $0.name == name }?.type }
}
