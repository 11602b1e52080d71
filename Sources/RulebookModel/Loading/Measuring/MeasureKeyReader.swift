import SourceText
import YAMLSyntax

/// Reads what keeps the events of a measure apart: entities, fields that all its events have, members of the envelope.
struct MeasureKeyReader {
    let vocabulary: Vocabulary
    let shape: EventShape

    /// The word for one figure that everybody shares; it must be written out, since such a figure is seldom meant.
    static let everyone = "everyone"
    static let envelope = ["interaction", "case", "channel"]

    /// Reads the key; nil where it was reported.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> MeasureKey? {
        let nodes = node.oneOrMore
        guard !nodes.isEmpty else {
            node.refuse("`per`", expected: "at least one name", found: "an empty list", diagnostics: &diagnostics)
            return nil
        }
        if nodes.count == 1, case .scalar(let scalar) = nodes[0].content, scalar.text == Self.everyone {
            return MeasureKey(parts: [])
        }
        var seen: Set<[String]> = []
        let parts = nodes.compactMap { part($0, seen: &seen, diagnostics: &diagnostics) }
        return parts.count == nodes.count ? MeasureKey(parts: parts) : nil
    }

    private func part(
        _ node: YAMLNode, seen: inout Set<[String]>, diagnostics: inout DiagnosticCollector
    ) -> MeasureKey.Part? {
        guard let name = node.text("`per`", diagnostics: &diagnostics) else { return nil }
        guard let path = path(name, at: node.range, diagnostics: &diagnostics) else { return nil }
        guard seen.insert(path).inserted else {
            diagnostics.add(.conflictingKeys("`\(name)` stands in the key twice", at: node.range))
            return nil
        }
        return MeasureKey.Part(path: path, text: name, range: node.range)
    }

    private func path(
        _ name: String, at range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> [String]? {
        if name == Self.everyone {
            diagnostics.add(.conflictingKeys("`everyone` stands alone", at: range))
            return nil
        }
        if Self.envelope.contains(name) { return ["event", name] }
        if vocabulary.entity(name) != nil { return [name, "id"] }
        let isField = shape.fields.contains { $0.name == name }
        let resolver = FactResolver(vocabulary: vocabulary)
        guard name.contains(".") || isField else {
            let lacking = shape.partialFields[name].map { "not every event measured has it: `\($0)` does not" }
            let known =
                vocabulary.entities.map(\.name) + Self.envelope + shape.fields.map(\.name) + [Self.everyone]
            diagnostics.add(.unknownKeyPart(name, known: known, help: lacking, at: range))
            return nil
        }
        guard
            let (path, type) = resolver.fact(
                isField ? "event.\(name)" : name, event: shape, range: range, diagnostics: &diagnostics)
        else { return nil }
        switch type {
        case .entity: return path + ["id"]
        case .list, .map:
            diagnostics.add(.noSingleValue(name, type, at: range))
            return nil
        default: return path
        }
    }
}
