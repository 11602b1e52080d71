import CEL
import SourceText
import YAMLSyntax

/// Reads an allowance: a measure of the event and a ladder of steps.
struct AllowanceReader {
    let conditions: ConditionReader
    let literals: LiteralReader
    let readRole: (YAMLNode, inout DiagnosticCollector) -> String?

    private static let memory = "a measure over several events"
    private static let keys = KnownKeys(
        ["sum", "max", "window", "steps"],
        notYet: [
            "count": memory, "happened": memory, "mean": memory, "min": memory, "share": memory,
            "percentile": memory, "last": memory, "distinct": memory, "of": memory, "where": memory, "per": memory,
            "restored_by": "restoring what was used", "until": memory,
        ])
    private static let stepKeys = KnownKeys(["up_to", "at_most", "under", "needs", "from"])

    /// Reads the body; nil where it was reported.
    func read(_ node: YAMLNode, subject: String, diagnostics: inout DiagnosticCollector) -> Allowance? {
        guard
            let mapping = node.map("the allowance of \(subject)", keys: Self.keys, diagnostics: &diagnostics)
        else { return nil }
        guard hasSingleEventWindow(mapping, node: node, diagnostics: &diagnostics) else { return nil }
        guard let (measure, type) = readMeasure(mapping, node: node, diagnostics: &diagnostics) else { return nil }
        guard let stepsNode = mapping["steps"], case .sequence(let elements) = stepsNode.content, !elements.isEmpty
        else {
            diagnostics.add(
                .missingKey(
                    "steps", in: "an allowance",
                    help: "list the steps, as in `steps: [{up_to: 1}, {up_to: 3, needs: reason}]`", at: node.range))
            return nil
        }
        let steps = elements.compactMap { readStep($0, measure: measure, type: type, diagnostics: &diagnostics) }
        guard steps.count == elements.count else { return nil }
        return Allowance(measure: measure, type: type, steps: steps, range: node.range)
    }

    private func hasSingleEventWindow(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> Bool {
        guard let window = mapping["window"] else {
            diagnostics.add(
                .missingKey(
                    "window", in: "an allowance", help: "write `window: each` to measure every event by itself",
                    at: node.range))
            return false
        }
        if case .scalar(let scalar) = window.content, scalar.text == "each" { return true }
        if case .scalar(let scalar) = window.content {
            diagnostics.add(.unknownWord(scalar.text, for: "window", known: ["each"], at: window.range))
        } else {
            diagnostics.add(.notYet("a window over several events", at: window.range))
        }
        return false
    }

    private func readMeasure(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> (ConditionExpression, FactType)? {
        let written = ["sum", "max"].compactMap { mapping[$0] }
        guard written.count == 1, case .scalar(let scalar) = written[0].content else {
            let measured = ["count", "happened", "mean", "min", "share", "percentile", "last", "distinct"]
            if written.count == 1 || !measured.contains(where: { mapping[$0] != nil }) {
                diagnostics.add(
                    .missingKey(
                        "sum", in: "an allowance", help: "say what is measured, as in `sum: event.count`",
                        at: node.range))
            }
            return nil
        }
        guard
            let measure = conditions.expression(written[0], scalar, expecting: nil, diagnostics: &diagnostics)
        else { return nil }
        guard let type = conditions.symbols.numericType(measure.checked.type) else {
            diagnostics.add(
                Diagnostic(
                    code: .conditionType, severity: .error,
                    message: "only a number, an amount, a percentage or a length of time can be measured; this is "
                        + conditions.symbols.describe(measure.checked.type),
                    range: written[0].range))
            return nil
        }
        return (measure, type)
    }

    // MARK: Steps

    private func readStep(
        _ node: YAMLNode, measure: ConditionExpression, type: FactType, diagnostics: inout DiagnosticCollector
    ) -> AllowanceStep? {
        guard let mapping = node.map("a step", keys: Self.stepKeys, diagnostics: &diagnostics) else { return nil }
        let bounds = ["up_to", "at_most", "under"].filter { mapping[$0] != nil }
        guard bounds.count <= 1 else {
            diagnostics.add(.conflictingKeys("a step has one limit", at: node.range))
            return nil
        }
        var bound = AllowanceStep.Bound.unlimited
        if let key = bounds.first, let value = mapping[key] {
            guard let limit = readLimit(value, measure: measure, type: type, diagnostics: &diagnostics) else {
                return nil
            }
            bound = key == "under" ? .under(limit) : .upTo(limit)
        }
        guard let need = readNeed(mapping, node: node, diagnostics: &diagnostics) else { return nil }
        return AllowanceStep(bound: bound, need: need, range: node.range)
    }

    private func readLimit(
        _ node: YAMLNode, measure: ConditionExpression, type: FactType, diagnostics: inout DiagnosticCollector
    ) -> Limit? {
        if let value = literals.value(node, as: type) { return .value(value, node.range) }
        guard case .scalar(let scalar) = node.content else {
            diagnostics.add(.wrongKind("a limit", expected: type.text, found: node.kindName, at: node.range))
            return nil
        }
        guard let limit = conditions.expression(node, scalar, expecting: nil, diagnostics: &diagnostics) else {
            return nil
        }
        guard limit.checked.type == measure.checked.type || limit.checked.type == .dyn else {
            diagnostics.add(
                Diagnostic(
                    code: .conditionType, severity: .error,
                    message: "the measure is \(type.text), but this limit is "
                        + conditions.symbols.describe(limit.checked.type),
                    range: node.range, help: "write a \(type.text), or an expression that gives one"))
            return nil
        }
        return .expression(limit)
    }

    private func readNeed(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> AllowanceStep.Need? {
        let word = mapping["needs"].flatMap { $0.text("`needs`", diagnostics: &diagnostics) }
        if let from = mapping["from"], word != "approval" {
            diagnostics.add(
                .conflictingKeys("`from` goes with `needs: approval`", at: from.range))
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
