import CEL
import SourceText
import YAMLSyntax

/// Reads `from` and `until`: dates in the rulebook's zone, or instants.
struct PeriodReader {
    let zone: CELTimeZone

    /// Reads the two keys of a map, either of which may be absent.
    func read(
        _ mapping: YAMLMapping, at range: SourceRange? = nil, diagnostics: inout DiagnosticCollector
    ) -> EffectivePeriod {
        let from = mapping["from"].flatMap { readInstant($0, diagnostics: &diagnostics) }
        let until = mapping["until"].flatMap { readInstant($0, diagnostics: &diagnostics) }
        if let from, let until, until.instant <= from.instant, let node = mapping["until"] {
            diagnostics.add(.emptyPeriod(at: node.range))
        }
        return EffectivePeriod(
            from: from?.instant, until: until?.instant, fromText: from?.text, untilText: until?.text,
            range: range)
    }

    /// Reads the key `effective:`.
    func readEffective(_ node: YAMLNode?, diagnostics: inout DiagnosticCollector) -> EffectivePeriod {
        guard let node else { return .always }
        guard let mapping = node.map("`effective`", keys: KnownKeys(["from", "until"]), diagnostics: &diagnostics)
        else { return .always }
        return read(mapping, at: node.range, diagnostics: &diagnostics)
    }

    private func readInstant(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> (instant: CELTimestamp, text: String)? {
        guard let text = node.text("a date", diagnostics: &diagnostics) else { return nil }
        if let date = CivilDate(parsing: text), let instant = zone.startOfDay(date) { return (instant, text) }
        if let instant = CELTimestamp(parsing: text) { return (instant, text) }
        diagnostics.add(
            .badValue(
                "`\(text)` is no date", help: "write a date such as 2026-11-01, or an instant with its offset",
                at: node.range))
        return nil
    }
}
