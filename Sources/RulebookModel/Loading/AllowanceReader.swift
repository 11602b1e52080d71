import CEL
import SourceText
import YAMLSyntax

/// Reads an allowance: a measure of the event and a ladder of steps.
struct AllowanceReader {
    let conditions: ConditionReader
    let literals: LiteralReader
    let readRole: (YAMLNode, inout DiagnosticCollector) -> String?

    private static let memory = "a measure over several events"
    private static let measures = ["sum", "max"]
    private static let laterMeasures = ["count", "happened", "mean", "min", "share", "percentile", "last", "distinct"]
    private static let keys = KnownKeys(
        measures + ["window", "steps"],
        notYet: Dictionary(
            uniqueKeysWithValues: (laterMeasures + ["of", "where", "per", "until"]).map { ($0, memory) }
                + [("restored_by", "restoring what was used")]))

    /// Reads the body; nil where it was reported.
    func read(_ node: YAMLNode, subject: String, diagnostics: inout DiagnosticCollector) -> Allowance? {
        guard
            let mapping = node.map("the allowance of \(subject)", keys: Self.keys, diagnostics: &diagnostics)
        else { return nil }
        let isOfOneEvent = hasSingleEventWindow(mapping, node: node, diagnostics: &diagnostics)
        let measured = readMeasure(mapping, node: node, diagnostics: &diagnostics)
        guard let elements = mapping["steps"]?.oneOrMore, !elements.isEmpty else {
            diagnostics.add(
                .missingKey(
                    "steps", in: "an allowance",
                    help: "list the steps, as in `steps: [{up_to: 1}, {up_to: 3, needs: reason}]`",
                    at: mapping["steps"]?.range ?? node.range))
            return nil
        }
        guard let (measure, type) = measured else { return nil }
        let reader = StepReader(
            conditions: conditions, literals: literals, readRole: readRole, measure: measure, type: type)
        let steps = elements.compactMap { reader.read($0, diagnostics: &diagnostics) }
        guard isOfOneEvent, steps.count == elements.count else { return nil }
        checkCurrencies(of: steps, diagnostics: &diagnostics)
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
        if case .mapping = window.content {
            diagnostics.add(
                .notYet(
                    "a window over several events", at: window.range,
                    help: "write `window: each` to measure every event by itself"))
            return false
        }
        guard let word = window.text("`window`", diagnostics: &diagnostics) else { return false }
        if word == "each" { return true }
        diagnostics.add(.unknownWord(word, for: "window", known: ["each"], at: window.range))
        return false
    }

    private func readMeasure(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> (ConditionExpression, FactType)? {
        let written = Self.measures.compactMap { mapping[$0] }
        guard let measureNode = written.first else {
            if !Self.laterMeasures.contains(where: { mapping[$0] != nil }) {
                diagnostics.add(
                    .missingKey(
                        "sum", in: "an allowance", help: "say what is measured, as in `sum: event.count`",
                        at: node.range))
            }
            return nil
        }
        guard written.count == 1 else {
            diagnostics.add(.conflictingKeys("an allowance has one measure: `sum` or `max`", at: written[1].range))
            return nil
        }
        guard case .scalar(let scalar) = measureNode.content, !measureNode.isNull, !measureNode.isBroken else {
            measureNode.refuse(
                "what is measured", expected: "an expression such as event.count", diagnostics: &diagnostics)
            return nil
        }
        guard
            let measure = conditions.expression(measureNode, scalar, expecting: nil, diagnostics: &diagnostics)
        else { return nil }
        guard let type = conditions.symbols.numericType(measure.checked.type) else {
            diagnostics.add(
                .conditionType(
                    "only a number, an amount, a percentage or a length of time can be measured; this is "
                        + conditions.symbols.describe(measure.checked.type),
                    at: measureNode.range))
            return nil
        }
        return (measure, type)
    }

    /// Limits that are written out must be amounts of one currency: a measure can never lie below both of two.
    private func checkCurrencies(of steps: [AllowanceStep], diagnostics: inout DiagnosticCollector) {
        var first: CELValue?
        for step in steps {
            guard case .value(let value, let range)? = step.bound.limit else { continue }
            if let first, FactOrder.compare(first, value) == nil {
                diagnostics.add(.mixedCurrencies(first, value, at: range))
            }
            first = first ?? value
        }
    }
}
