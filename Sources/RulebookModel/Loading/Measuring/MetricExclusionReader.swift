import CEL
import SourceText
import YAMLSyntax

/// Reads the events by which people take rows out of a metric, and which rows those are.
struct MetricExclusionReader {
    let measures: MeasureReader
    /// The types of the population's events.
    let types: [String]

    private static let keys = KnownKeys(["event", "where", "per", "from", "to"])
    private static let help =
        "say which rows it takes out: `per: interaction` for those that share it, or `from: event.start, to: event.end` "
        + "for those in between"

    /// Reads one map or a list of them; nil where something was reported.
    func read(_ node: YAMLNode?, diagnostics: inout DiagnosticCollector) -> [MetricExclusion]? {
        guard let node else { return [] }
        if case .sequence(let elements) = node.content, elements.isEmpty {
            node.refuse(
                "`excluded_by`", expected: "at least one event", found: "an empty list", diagnostics: &diagnostics)
            return nil
        }
        let found = node.oneOrMore.map { readOne($0, diagnostics: &diagnostics) }
        return found.contains { $0 == nil } ? nil : found.compactMap { $0 }
    }

    private func readOne(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> MetricExclusion? {
        guard let mapping = node.map("`excluded_by`", keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        guard let event = mapping["event"] else {
            diagnostics.add(.missingKey("event", in: "`excluded_by`", help: Self.help, at: node.range))
            return nil
        }
        guard
            let pattern = measures.patterns.read(
                event, where: mapping["where"], range: event.range, diagnostics: &diagnostics)
        else { return nil }
        if let range = pattern.verdictRange {
            diagnostics.add(
                .badValue(
                    "a person takes rows out, and a verdict is nobody's word",
                    help: "name an event; what a verdict is to leave out stands under `unless`", at: range))
            return nil
        }
        let span = readSpan(mapping, pattern, node: node, diagnostics: &diagnostics)
        var key: MeasureKey? = MeasureKey(parts: [])
        if mapping["per"] != nil {
            key = measures.readKey(
                mapping["per"], types: types + pattern.types, subject: "`excluded_by`", range: node.range,
                diagnostics: &diagnostics)
        }
        guard let key, let span else { return nil }
        guard span != nil || !key.parts.isEmpty else {
            diagnostics.add(
                .badValue("such an event would take out everything", help: Self.help, at: node.range))
            return nil
        }
        return MetricExclusion(pattern: pattern, key: key, span: span, range: node.range)
    }

    /// Reads `from` and `to`: nil where it was reported, and none within where there is no span.
    private func readSpan(
        _ mapping: YAMLMapping, _ pattern: EventPattern, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> MetricExclusion.Span?? {
        let ends = ["from", "to"].map { mapping[$0] }
        guard let from = ends[0], let to = ends[1] else {
            guard let lone = ends[0] ?? ends[1] else { return .some(nil) }
            diagnostics.add(
                .missingKey(ends[0] == nil ? "from" : "to", in: "`excluded_by`", help: Self.help, at: lone.range))
            return nil
        }
        let conditions = measures.environments.reader(for: pattern.types)
        let first = measures.readValue(from, conditions: conditions, diagnostics: &diagnostics)
        let last = measures.readValue(to, conditions: conditions, diagnostics: &diagnostics)
        guard let first, let last else { return nil }
        for (end, range) in [(first, from.range), (last, to.range)]
        where end.checked.type != .timestamp && end.checked.type != HouseTypes.date {
            diagnostics.add(
                .conditionType(
                    "rows lie between two instants or two dates; this is "
                        + measures.symbols.describe(end.checked.type), at: range))
            return nil
        }
        guard first.checked.type == last.checked.type else {
            diagnostics.add(
                .conditionType("one end is an instant and the other a date", help: "write two of a kind", at: to.range))
            return nil
        }
        return .some(MetricExclusion.Span(from: first, to: last, isOfDates: first.checked.type == HouseTypes.date))
    }
}
