import SourceText
import YAMLSyntax

/// Reads a procedure: steps that come one after another.
struct ProcedureReader {
    let patterns: PatternReader

    /// Reads `steps:` and `order:`; nil where something was reported.
    func read(_ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector) -> Procedure? {
        let order = mapping["order"].map {
            $0.word("order of steps", of: Procedure.Order.self, diagnostics: &diagnostics)
        }
        guard let node = mapping["steps"], case .sequence(let elements) = node.content, elements.count >= 2 else {
            var found: String?
            if case .sequence(let elements)? = mapping["steps"]?.content {
                found = elements.isEmpty ? "an empty list" : "a list of one"
            }
            mapping["steps"]?.refuse(
                "`steps`", expected: "a list of two steps or more", found: found, diagnostics: &diagnostics)
            return nil
        }
        guard elements.count <= Procedure.stepCountMax else {
            diagnostics.add(
                .badValue("a procedure has at most \(Procedure.stepCountMax) steps", at: node.range))
            return nil
        }
        let steps = elements.compactMap { patterns.read($0, diagnostics: &diagnostics) }
        guard steps.count == elements.count else { return nil }
        if case .some(.none) = order { return nil }
        return Procedure(steps: steps, order: (order ?? nil) ?? .relative)
    }
}
