import CEL
import SourceText
import YAMLSyntax

/// Reads an allowance: a measure that this event adds to, and a ladder of steps.
struct AllowanceReader {
    let conditions: ConditionReader
    let measures: MeasureReader
    let literals: LiteralReader
    let readRole: (YAMLNode, inout DiagnosticCollector) -> String?

    /// What a ladder can be climbed by; other measures do not grow with each event.
    private static let functions = [Measure.Function.count, .max, .sum]
    /// Keys that say something only where earlier events count.
    private static let memoryKeys = ["per", "of", "where", "until", "restored_by"]
    private static let keys = KnownKeys(
        MeasureReader.functions + memoryKeys + ["at", "window", "steps"])
    private static let restorationKeys = KnownKeys(["event", "where", "of"])

    /// Reads the body; nil where it was reported.
    func read(_ node: YAMLNode, subject: String, diagnostics: inout DiagnosticCollector) -> Allowance? {
        guard
            let mapping = node.map("the allowance of \(subject)", keys: Self.keys, diagnostics: &diagnostics)
        else { return nil }
        let window = readWindow(mapping, node: node, diagnostics: &diagnostics)
        let measure = readMeasure(mapping, node: node, window: window, diagnostics: &diagnostics)
        guard let elements = mapping["steps"]?.oneOrMore, !elements.isEmpty else {
            diagnostics.add(
                .missingKey(
                    "steps", in: "an allowance",
                    help: "list the steps, as in `steps: [{up_to: 1}, {up_to: 3, needs: reason}]`",
                    at: mapping["steps"]?.range ?? node.range))
            return nil
        }
        guard let measured = measure.type, let type = measures.symbols.numericType(measured) else {
            // Limits cannot be read without the measure's type; slips in the keys can be told all the same.
            for element in elements { StepReader.checkKeys(of: element, diagnostics: &diagnostics) }
            return nil
        }
        let reader = StepReader(
            limits: MeasureLimitReader(conditions: conditions, literals: literals, measure: measured, type: type),
            readRole: readRole, rank: measures.symbols.vocabulary.rank(ofRole:))
        let steps = elements.compactMap { reader.read($0, diagnostics: &diagnostics) }
        guard let measure = measure.measure, steps.count == elements.count else { return nil }
        checkCurrencies(of: steps, diagnostics: &diagnostics)
        return Allowance(measure: measure, type: type, steps: steps, range: node.range)
    }

    private func readWindow(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> MeasureWindow? {
        guard let window = mapping["window"] else {
            diagnostics.add(
                .missingKey(
                    "window", in: "an allowance",
                    help: "write `window: each` to measure every event by itself, or how far back events count, as in "
                        + "`window: {calendar: month}`",
                    at: node.range))
            return nil
        }
        return measures.windows.read(window, diagnostics: &diagnostics)
    }

    // MARK: Measures

    /// A measure, or at least its type, so that limits can be read whatever else is wrong.
    private struct Reading {
        var measure: Measure?
        var type: CELType?
    }

    private func readMeasure(
        _ mapping: YAMLMapping, node: YAMLNode, window: MeasureWindow?, diagnostics: inout DiagnosticCollector
    ) -> Reading {
        guard
            let (function, measured) = measures.function(
                of: mapping, among: Self.functions, in: "an allowance",
                help: "say what is measured, as in `sum: event.count`", at: node.range, diagnostics: &diagnostics)
        else { return Reading() }
        guard let window else {
            // Which keys are needed depends on the window; the type of the measure does not.
            let type =
                mapping["of"] == nil && function != .count
                ? readOperand(measured, diagnostics: &diagnostics)?.1 : nil
            return Reading(type: type)
        }
        if window.extent == .each {
            return readSingle(function, measured, mapping, window: window, diagnostics: &diagnostics)
        }
        let restoration = mapping["restored_by"].map {
            readRestoration($0, function, diagnostics: &diagnostics)
        }
        if case .some(.none) = restoration { return Reading() }
        // `sum: event.count` measures the standard's own events; `sum: PATTERN` with `of` any others.
        guard function == .count || mapping["of"] != nil else {
            return readOwn(
                function, measured, mapping, window: window, restoration: restoration ?? nil, node: node,
                diagnostics: &diagnostics)
        }
        let measure = measures.read(
            function, over: measured, mapping, subject: "an allowance", restoration: restoration ?? nil,
            otherTypes: conditions.shape.types, range: node.range, window: window, diagnostics: &diagnostics)
        return Reading(measure: measure, type: measure?.type ?? (function == .count ? .int : nil))
    }

    /// Each event by itself.
    private func readSingle(
        _ function: Measure.Function, _ node: YAMLNode, _ mapping: YAMLMapping, window: MeasureWindow,
        diagnostics: inout DiagnosticCollector
    ) -> Reading {
        guard function != .count else {
            diagnostics.add(
                .conflictingKeys(
                    "an event by itself is always one, so there is nothing to count", at: node.range,
                    help: "write how far back events count, as in `window: {calendar: month}`"))
            return Reading()
        }
        let superfluous = mapping.entries.filter { Self.memoryKeys.contains($0.name) }
        for entry in superfluous {
            diagnostics.add(
                .conflictingKeys(
                    "with `window: each` nothing is remembered, so `\(entry.name)` says nothing", at: entry.key.range,
                    help: "leave it out, or write how far back events count, as in `window: {calendar: month}`"))
        }
        guard let (operand, type) = readOperand(node, diagnostics: &diagnostics) else { return Reading() }
        guard superfluous.isEmpty else { return Reading(type: type) }
        return Reading(
            measure: Measure(
                function: function, pattern: nil, filter: nil,
                operand: MeasureOperand(expression: operand, type: type), key: MeasureKey(parts: []), window: window,
                until: nil, restoration: nil, range: node.range),
            type: type)
    }

    /// The events at which the standard applies.
    private func readOwn(
        _ function: Measure.Function, _ node: YAMLNode, _ mapping: YAMLMapping, window: MeasureWindow,
        restoration: Measure.Restoration?, node body: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> Reading {
        let until = mapping["until"].map { measures.patterns.read($0, diagnostics: &diagnostics) }
        if let filter = mapping["where"] {
            diagnostics.add(
                .conflictingKeys(
                    "`where` narrows a pattern, and there is none", at: filter.range,
                    help: "put the condition under the standard's `when`, or name the pattern, as in "
                        + "`\(function.rawValue): coupon.issue` with `of: …`"))
        }
        let key = measures.readKey(
            mapping["per"],
            types: conditions.shape.types + (until??.types ?? []) + (restoration?.pattern.types ?? [])
                + window.anchorTypes,
            subject: "an allowance over several events", range: body.range, diagnostics: &diagnostics)
        guard let (operand, type) = readOperand(node, diagnostics: &diagnostics) else { return Reading() }
        if case .some(.none) = until { return Reading(type: type) }
        guard let key, mapping["where"] == nil else { return Reading(type: type) }
        return Reading(
            measure: Measure(
                function: function, pattern: nil, filter: nil,
                operand: MeasureOperand(expression: operand, type: type), key: key, window: window,
                until: until ?? nil, restoration: restoration, range: body.range),
            type: type)
    }

    private func readOperand(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> (ConditionExpression, CELType)? {
        guard let operand = measures.readValue(node, conditions: conditions, diagnostics: &diagnostics) else {
            return nil
        }
        guard measures.symbols.numericType(operand.checked.type) != nil else {
            diagnostics.add(
                .conditionType(
                    "only a number, an amount, a percentage or a length of time can be measured; this is "
                        + measures.symbols.describe(operand.checked.type),
                    at: node.range))
            return nil
        }
        return (operand, operand.checked.type)
    }

    /// `restored_by: coupon.cancel`, or `{event: PATTERN, where: …, of: …}`.
    private func readRestoration(
        _ node: YAMLNode, _ function: Measure.Function, diagnostics: inout DiagnosticCollector
    ) -> Measure.Restoration? {
        guard function != .max else {
            diagnostics.add(
                .conflictingKeys("the greatest value cannot be given back", at: node.range, help: "measure by `sum`"))
            return nil
        }
        var operandNode: YAMLNode?
        let pattern: EventPattern?
        if case .mapping = node.content {
            guard
                let mapping = node.map("`restored_by`", keys: Self.restorationKeys, diagnostics: &diagnostics)
            else { return nil }
            guard let event = mapping["event"] else {
                diagnostics.add(.missingKey("event", in: "`restored_by`", at: node.range))
                return nil
            }
            operandNode = mapping["of"]
            pattern = measures.patterns.read(
                event, where: mapping["where"], range: node.range, diagnostics: &diagnostics)
        } else {
            pattern = measures.patterns.read(node, diagnostics: &diagnostics)
        }
        guard let pattern else { return nil }
        guard let operandNode else {
            guard function == .count else {
                diagnostics.add(
                    .missingKey(
                        "of", in: "`restored_by`",
                        help: "say how much it gives back, as in `{event: coupon.cancel, of: event.count}`",
                        at: node.range))
                return nil
            }
            return Measure.Restoration(pattern: pattern, operand: nil)
        }
        let reader = measures.environments.reader(for: pattern.types)
        guard let operand = measures.readValue(operandNode, conditions: reader, diagnostics: &diagnostics) else {
            return nil
        }
        return Measure.Restoration(pattern: pattern, operand: operand)
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
