import CEL
import RulebookModel

/// Which facts must not be shown: private fields, and everything below them.
struct Privacy: Sendable {
    /// The paths of slots that lie at or below a private field.
    private let paths: Set<CELAttributePath>
    /// The entities whose own name is private, so that a record or a list of them shows none.
    private let entities: Set<String>

    /// Finds the private ones among the paths that conditions read.
    ///
    /// - Parameters:
    ///   - vocabulary: what is private.
    ///   - paths: the paths.
    ///   - derived: paths of figures, with those from which they come; a figure of something private is private.
    init(
        vocabulary: Vocabulary, paths: [CELAttributePath],
        derived: [(path: CELAttributePath, from: [CELAttributePath])] = []
    ) {
        // The same path may be private in one type of event and not in another: then it is private.
        let eventFields = Dictionary(grouping: vocabulary.events.flatMap(\.fields), by: \.name)
        let plain = Set(
            paths.filter { path in
                let names = path.names.dropFirst()
                if path.names.first == "event" {
                    return names.first.flatMap { eventFields[$0] }?
                        .contains { Self.meetsPrivate(names, fields: [$0], vocabulary: vocabulary) } ?? false
                }
                let fields = vocabulary.entity(path.names.first ?? "")?.fields ?? []
                return Self.meetsPrivate(names, fields: fields, vocabulary: vocabulary)
            })
        self.paths = plain.union(derived.filter { $0.from.contains(where: plain.contains) }.map(\.path))
        entities = Set(vocabulary.entities.filter { $0.field("id")?.isPrivate ?? false }.map(\.name))
    }

    private static func meetsPrivate(
        _ names: ArraySlice<String>, fields: [FieldDefinition], vocabulary: Vocabulary
    ) -> Bool {
        var fields = fields
        for name in names {
            guard let field = fields.first(where: { $0.name == name }) else { return false }
            if field.isPrivate { return true }
            guard case .entity(let next) = field.type else { return false }
            fields = vocabulary.entity(next)?.fields ?? []
        }
        return false
    }

    /// Whether the value of a path must not be shown.
    func hides(_ path: CELAttributePath) -> Bool { paths.contains(path) }

    /// Whether a value, as people write it, would show something private: the names of records whose name is private.
    func hides(_ value: CELValue) -> Bool {
        switch value {
        case .record(let record): entities.contains(record.type.name)
        case .list(let list): list.elements.contains { hides($0) }
        case .map(let map): map.values.contains { hides($0) }
        case .optional(let optional): optional.value.map { hides($0) } ?? false
        default: false
        }
    }
}
