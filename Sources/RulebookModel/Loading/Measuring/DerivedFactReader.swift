import SourceText
import YAMLSyntax

/// Reads `facts:`, each a measure over the events before.
struct DerivedFactReader {
    let measures: MeasureReader

    private static let keys = KnownKeys(
        MeasureReader.functions + MeasureReader.clauses + ["title"])

    /// Reads one fact; nil where it was reported.
    func read(_ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> DerivedFact? {
        let subject = "the fact `\(entry.name)`"
        guard Spelling.isIdentifier(entry.name) else {
            diagnostics.add(
                .malformedName(
                    entry.name, for: "a fact", help: "use letters, digits and `_`, as in `spent_this_year`",
                    at: entry.key.range))
            return nil
        }
        guard let mapping = entry.value.map(subject, keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        let title = mapping["title"]?.localizedText("a title", diagnostics: &diagnostics)
        let window = window(mapping["window"], at: entry.value.range, diagnostics: &diagnostics)
        guard
            let (function, node) = measures.function(
                of: mapping, among: Measure.Function.allCases.reversed(), in: subject,
                help: "say what is measured, as in `happened: identity.verified` or `count: call.placed`",
                at: entry.key.range, diagnostics: &diagnostics),
            let measure = measures.read(
                function, over: node, mapping, subject: subject, restoration: nil, range: entry.key.range,
                window: window, diagnostics: &diagnostics)
        else { return nil }
        return DerivedFact(name: entry.name, title: title, measure: measure, range: entry.key.range)
    }

    private func window(
        _ node: YAMLNode?, at range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> MeasureWindow? {
        guard let node else { return MeasureWindow(extent: .lifetime, zone: .rulebook, range: range) }
        guard let window = measures.windows.read(node, diagnostics: &diagnostics) else { return nil }
        guard window.extent != .each else {
            diagnostics.add(
                .badValue(
                    "a fact is measured over the events before, not over one",
                    help: "leave `window` out, or write `{calendar: month}` or `{rolling: 7 days}`", at: node.range))
            return nil
        }
        return window
    }
}
