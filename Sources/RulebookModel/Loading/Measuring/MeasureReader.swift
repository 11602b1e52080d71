import CEL
import SourceText
import YAMLSyntax

/// Reads a measure: how events come to one figure, which events, under which key, within which window.
struct MeasureReader {
    let symbols: RulebookSymbols
    let environments: EnvironmentCache
    let patterns: PatternReader

    /// The names of the measures that this version runs.
    static let functions = Measure.Function.allCases.map(\.rawValue)
    /// Keys that stand beside the measure's own.
    static let clauses = ["of", "where", "per", "window", "until"]
    /// Measures of the language that this version does not run yet.
    static let later = Dictionary(
        uniqueKeysWithValues: ["mean", "share", "percentile"].map { ($0, "the measure `\($0)`") })

    /// What the name of a measure and the key after it say, where exactly one stands in a map.
    ///
    /// - Returns: the function and what it is taken over; nil where it was reported.
    func function(
        of mapping: YAMLMapping, among allowed: [Measure.Function], in subject: String, help: String,
        at range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> (function: Measure.Function, node: YAMLNode)? {
        let written = mapping.entries.filter { Self.functions.contains($0.name) }
        guard let first = written.first, let function = Measure.Function(rawValue: first.name) else {
            if !mapping.entries.contains(where: { Self.later[$0.name] != nil }) {
                diagnostics.add(.missingKey(allowed.last?.rawValue ?? "count", in: subject, help: help, at: range))
            }
            return nil
        }
        if written.count > 1 {
            diagnostics.add(
                .conflictingKeys(
                    "\(subject) has one measure; this has `\(first.name)` and `\(written[1].name)`",
                    at: written[1].key.range))
            return nil
        }
        guard allowed.contains(function) else {
            diagnostics.add(
                .conflictingKeys(
                    "\(subject) cannot be measured by `\(first.name)`", at: first.key.range,
                    help: "use \(NameList.text(allowed.map { "`\($0.rawValue)`" }))"))
            return nil
        }
        return (function, first.value)
    }

    /// Reads a measure over a pattern.
    func read(
        _ function: Measure.Function, over node: YAMLNode, _ mapping: YAMLMapping, subject: String,
        restoration: Measure.Restoration?, otherTypes: [String] = [], range: SourceRange,
        window: MeasureWindow?, diagnostics: inout DiagnosticCollector
    ) -> Measure? {
        let pattern = patterns.read(node, diagnostics: &diagnostics)
        let until = mapping["until"].map { patterns.read($0, diagnostics: &diagnostics) }
        guard let pattern else {
            // The key can be told wrong by itself only where it names nothing that depends on the events.
            return nil
        }
        let conditions = environments.reader(for: pattern.types)
        let filter = mapping["where"].map { conditions.read($0, diagnostics: &diagnostics) }
        let operand = readOperand(
            function, mapping["of"], conditions: conditions, subject: subject, range: range, diagnostics: &diagnostics)
        let types =
            pattern.types + otherTypes + (until??.types ?? []) + (restoration?.pattern.types ?? [])
        let key = readKey(mapping["per"], types: types, subject: subject, range: range, diagnostics: &diagnostics)
        if case .some(.none) = until { return nil }
        if case .some(.none) = filter { return nil }
        guard let operand, let key, let window else { return nil }
        return Measure(
            function: function, pattern: pattern, filter: filter ?? nil, operand: operand.expression, key: key,
            window: window, until: until ?? nil, restoration: restoration, type: operand.type, range: range)
    }

    private struct Operand {
        let expression: ConditionExpression?
        let type: CELType
    }

    private func readOperand(
        _ function: Measure.Function, _ node: YAMLNode?, conditions: ConditionReader, subject: String,
        range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> Operand? {
        guard function.hasOperand else {
            if let node {
                diagnostics.add(
                    .conflictingKeys(
                        "`\(function.rawValue)` counts events and takes no value from them", at: node.range,
                        help: "leave `of` out, or measure by `sum`, `max` or `distinct`"))
                return nil
            }
            return Operand(expression: nil, type: function == .happened ? .bool : .int)
        }
        guard let node else {
            diagnostics.add(
                .missingKey(
                    "of", in: subject, help: "say which value is taken from each event, as in `of: event.value`",
                    at: range))
            return nil
        }
        guard let value = readValue(node, conditions: conditions, diagnostics: &diagnostics) else { return nil }
        guard let type = resultType(function, value, at: node.range, diagnostics: &diagnostics) else { return nil }
        return Operand(expression: value, type: type)
    }

    /// Reads an expression that gives a value.
    func readValue(
        _ node: YAMLNode, conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> ConditionExpression? {
        guard case .scalar(let scalar) = node.content, !node.isNull, !node.isBroken else {
            node.refuse("what is measured", expected: "an expression such as event.count", diagnostics: &diagnostics)
            return nil
        }
        return conditions.expression(node, scalar, expecting: nil, diagnostics: &diagnostics)
    }

    private func resultType(
        _ function: Measure.Function, _ value: ConditionExpression, at range: SourceRange,
        diagnostics: inout DiagnosticCollector
    ) -> CELType? {
        let type = value.checked.type
        switch function {
        case .happened, .count: return .int
        case .distinct: return .int
        case .last:
            if case .record = type { break }
            return type
        case .sum:
            if symbols.numericType(type) != nil { return type }
        case .min, .max:
            if symbols.numericType(type) != nil || [.timestamp, HouseTypes.date, HouseTypes.role].contains(type) {
                return type
            }
        }
        let expected =
            switch function {
            case .sum: "a number, an amount, a percentage or a length of time can be added up"
            case .last: "a single value can be remembered"
            default: "what has an order can be the least or the greatest"
            }
        diagnostics.add(
            .conditionType("only \(expected); this is \(symbols.describe(type))", at: range))
        return nil
    }

    /// Reads `per:`.
    func readKey(
        _ node: YAMLNode?, types: [String], subject: String, range: SourceRange,
        diagnostics: inout DiagnosticCollector
    ) -> MeasureKey? {
        guard let node else {
            diagnostics.add(
                .missingKey(
                    "per", in: subject,
                    help: "say whose figure it is, as in `per: customer`; `per: everyone` is one figure for all",
                    at: range))
            return nil
        }
        let reader = MeasureKeyReader(
            vocabulary: symbols.vocabulary, shape: EventShape(types: types, vocabulary: symbols.vocabulary))
        return reader.read(node, diagnostics: &diagnostics)
    }
}
