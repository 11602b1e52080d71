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
    static let clauses = ["of", "at", "where", "per", "window", "until"]

    /// The reader of windows.
    var windows: MeasureWindowReader { MeasureWindowReader(vocabulary: symbols.vocabulary, patterns: patterns) }

    /// The reader of what is taken from each event.
    var operands: MeasureOperandReader { MeasureOperandReader(symbols: symbols) }

    /// What the name of a measure and the key after it say, where exactly one stands in a map.
    ///
    /// - Returns: the function and what it is taken over; nil where it was reported.
    func function(
        of mapping: YAMLMapping, among allowed: [Measure.Function], in subject: String, help: String,
        at range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> (function: Measure.Function, node: YAMLNode)? {
        let written = mapping.entries.filter { Self.functions.contains($0.name) }
        guard let first = written.first, let function = Measure.Function(rawValue: first.name) else {
            diagnostics.add(.missingKey(allowed.last?.rawValue ?? "count", in: subject, help: help, at: range))
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
        let operand = operands.read(
            function, mapping, conditions: conditions, subject: subject, range: range, diagnostics: &diagnostics)
        let types =
            pattern.types + otherTypes + (until??.types ?? []) + (restoration?.pattern.types ?? [])
            + (window?.anchorTypes ?? [])
        let key = readKey(mapping["per"], types: types, subject: subject, range: range, diagnostics: &diagnostics)
        if case .some(.none) = until { return nil }
        if case .some(.none) = filter { return nil }
        guard let operand, let key, let window else { return nil }
        return Measure(
            function: function, pattern: pattern, filter: filter ?? nil, operand: operand, key: key, window: window,
            until: until ?? nil, restoration: restoration, range: range)
    }

    /// Reads an expression that gives a value.
    func readValue(
        _ node: YAMLNode, conditions: ConditionReader, diagnostics: inout DiagnosticCollector
    ) -> ConditionExpression? {
        operands.readValue(node, conditions: conditions, diagnostics: &diagnostics)
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
