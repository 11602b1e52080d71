import SourceText
import YAMLSyntax

/// Reads one step of an allowance: how far it reaches, and what it asks for.
struct StepReader {
    let limits: MeasureLimitReader
    let readRole: (YAMLNode, inout DiagnosticCollector) -> String?
    /// The rank of a role.
    let rank: (String) -> Int?

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
        if let needs = mapping["needs"], case .mapping = needs.content {
            if let from = mapping["from"] { refuse(from, diagnostics: &diagnostics) }
            let lengthMin = needs.reasonDemand("`needs`", key: "reason", diagnostics: &diagnostics)
            return mapping["from"] == nil ? lengthMin.map { .reason(lengthMin: $0) } : nil
        }
        let word = mapping["needs"].flatMap { $0.text("`needs`", diagnostics: &diagnostics) }
        if let from = mapping["from"], word == nil || word == "reason" {
            refuse(from, diagnostics: &diagnostics)
            return nil
        }
        switch word {
        case nil: return mapping["needs"] == nil ? .nothing : nil
        case "reason": return .reason(lengthMin: 1)
        case "approval":
            guard let from = mapping["from"] else {
                diagnostics.add(
                    .missingKey(
                        "from", in: "a step that needs approval", help: "name the role, as in `from: supervisor`",
                        at: node.range))
                return nil
            }
            return readRoles(from, diagnostics: &diagnostics).map { .approval(roles: $0) }
        case .some(let other):
            let range = mapping["needs"]?.range ?? node.range
            diagnostics.add(.unknownWord(other, for: "need", known: ["reason", "approval"], at: range))
            return nil
        }
    }

    private func refuse(_ from: YAMLNode, diagnostics: inout DiagnosticCollector) {
        diagnostics.add(
            .conflictingKeys(
                "`from` goes with `needs: approval`", at: from.range,
                help: "write `needs: approval`, or leave `from` out"))
    }

    /// The roles that must approve, from the lowest up: one, or a list of which each says yes through another person.
    private func readRoles(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> [String]? {
        let nodes = node.oneOrMore
        guard !nodes.isEmpty else {
            diagnostics.add(
                .badValue(
                    "nobody is named who may approve", help: "name a role, as in `from: supervisor`", at: node.range))
            return nil
        }
        let roles = nodes.compactMap { readRole($0, &diagnostics) }
        guard roles.count == nodes.count else { return nil }
        return roles.sorted { (rank($0) ?? 0, $0) < (rank($1) ?? 0, $1) }
    }
}
