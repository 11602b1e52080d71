import SourceText
import YAMLSyntax

/// Reads one step of an allowance: how far it reaches, and what it asks for.
struct StepReader {
    let limits: LimitReader
    let readRole: (YAMLNode, inout DiagnosticCollector) -> String?

    private static let bounds = ["up_to", "at_most", "under"]
    private static let keys = KnownKeys(bounds + ["needs", "from"])

    /// Tells of keys that no step has.
    static func checkKeys(of node: YAMLNode, diagnostics: inout DiagnosticCollector) {
        _ = node.map("a step", keys: keys, diagnostics: &diagnostics)
    }

    /// Reads the step; nil where it was reported.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> AllowanceStep? {
        guard let mapping = node.map("a step", keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        let written = Self.bounds.filter { mapping[$0] != nil }
        guard written.count <= 1 else {
            diagnostics.add(.conflictingKeys("a step has one limit", at: node.range))
            return nil
        }
        let need = readNeed(mapping, node: node, diagnostics: &diagnostics)
        guard let key = written.first, let value = mapping[key] else {
            return need.map { AllowanceStep(bound: .unlimited, need: $0, range: node.range) }
        }
        guard let limit = limits.read(value, diagnostics: &diagnostics), let need else { return nil }
        return AllowanceStep(bound: key == "under" ? .under(limit) : .upTo(limit), need: need, range: node.range)
    }

    private func readNeed(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> AllowanceStep.Need? {
        let word = mapping["needs"].flatMap { $0.text("`needs`", diagnostics: &diagnostics) }
        if let from = mapping["from"], word == nil || word == "reason" {
            diagnostics.add(
                .conflictingKeys(
                    "`from` goes with `needs: approval`", at: from.range,
                    help: "write `needs: approval`, or leave `from` out"))
            return nil
        }
        switch word {
        case nil: return mapping["needs"] == nil ? .nothing : nil
        case "reason": return .reason
        case "approval":
            guard let from = mapping["from"] else {
                diagnostics.add(
                    .missingKey(
                        "from", in: "a step that needs approval", help: "name the role, as in `from: supervisor`",
                        at: node.range))
                return nil
            }
            return readRole(from, &diagnostics).map(AllowanceStep.Need.approval)
        case .some(let other):
            let range = mapping["needs"]?.range ?? node.range
            diagnostics.add(.unknownWord(other, for: "need", known: ["reason", "approval"], at: range))
            return nil
        }
    }
}
