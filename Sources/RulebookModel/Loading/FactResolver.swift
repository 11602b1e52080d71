import SourceText

/// Finds a fact by its path, such as `customer.tier`.
struct FactResolver {
    let vocabulary: Vocabulary

    /// Finds a fact of an entity.
    func entityFact(
        _ name: String, range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> (path: [String], type: FactType)? {
        fact(name, event: nil, range: range, diagnostics: &diagnostics)
    }

    /// Finds a fact of an entity, or of the events of some types (`event.field`).
    func fact(
        _ name: String, event: EventShape?, range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> (path: [String], type: FactType)? {
        let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if let type = type(of: path, event: event) { return (path, type) }
        var known: [String] = vocabulary.entities.flatMap { entity in entity.fields.map { "\(entity.name).\($0.name)" }
        }
        if let event { known += event.fields.map { "event.\($0.name)" } }
        diagnostics.add(.unknownFact(name, known: known, at: range))
        return nil
    }

    private func type(of path: [String], event: EventShape?) -> FactType? {
        guard path.count >= 2 else { return nil }
        var fields: [FieldDefinition] = []
        if path[0] == "event", let event {
            if path.count == 2, let envelope = event.envelopeType(path[1]) { return envelope }
            fields = event.fields
        } else {
            fields = vocabulary.entity(path[0])?.fields ?? []
        }
        for (depth, member) in path.dropFirst().enumerated() {
            guard let field = fields.first(where: { $0.name == member }) else { return nil }
            if depth == path.count - 2 { return field.type }
            guard case .entity(let next) = field.type else { return nil }
            fields = vocabulary.entity(next)?.fields ?? []
        }
        return nil
    }
}
