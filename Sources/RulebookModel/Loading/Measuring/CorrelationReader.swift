import CEL
import SourceText
import YAMLSyntax

/// Reads a correlation: how far two other metrics go together over their groups.
///
/// Whose figures these are, and over which periods, the two metrics say; ``CorrelationCheck`` takes it from them.
struct CorrelationReader {
    let metric: MetricReader

    private static let keys = KnownKeys(["of", "with"])

    /// Reads the body; nil where it was reported.
    func read(
        _ mapping: YAMLMapping, title: String, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> Metric? {
        guard let written = mapping["correlation"], isAlone(mapping, diagnostics: &diagnostics),
            let names = written.map("`correlation`", keys: Self.keys, diagnostics: &diagnostics)
        else { return nil }
        let references = Self.keys.names.map { key -> MetricReference? in
            guard let value = names[key] else {
                diagnostics.add(
                    .missingKey(
                        key, in: "`correlation`",
                        help: "name two standards with metrics per the same groups, as in "
                            + "`{of: calls.kept_by_agent, with: sales.by_agent}`", at: written.range))
                return nil
            }
            return value.text("a standard", diagnostics: &diagnostics).map {
                MetricReference(standard: $0, range: value.range)
            }
        }
        let sample = mapping["sample"].map { metric.readSample($0, diagnostics: &diagnostics) }
        guard let first = references[0], let second = references[1] else { return nil }
        let measured = metric.measured(.correlation(of: first, with: second), .decimal)
        guard let bound = metric.readBound(mapping, measured, node: node, diagnostics: &diagnostics),
            isPossible(bound, node, diagnostics: &diagnostics)
        else { return nil }
        if case .some(.none) = sample { return nil }
        return Metric(
            subject: measured.subject, type: measured.type, key: MeasureKey(parts: []),
            period: MeasureWindow(extent: .lifetime, zone: .rulebook, range: node.range), bound: bound,
            sampleMin: (sample ?? nil) ?? Metric.correlationSampleMin, accuracy: nil, exclusions: [],
            range: node.range)
    }

    private func isAlone(_ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector) -> Bool {
        let advice = [
            "per": "its groups are those of the two metrics", "period": "its periods are those of the two metrics",
            "excluded_by": "write it in the two metrics",
        ]
        var isAlone = true
        for entry in mapping.entries where entry.name != "correlation" {
            if let help = advice[entry.name] {
                diagnostics.add(
                    .conflictingKeys(
                        "a correlation has no `\(entry.name)`", at: entry.key.range, help: "leave it out: \(help)"))
                isAlone = false
            } else if !["sample", "top", "at_least", "at_most", "over", "under"].contains(entry.name) {
                diagnostics.add(
                    .conflictingKeys(
                        "a metric has one measure; this has `correlation` and `\(entry.name)`", at: entry.key.range))
                isAlone = false
            }
        }
        return isAlone
    }

    /// Whether a coefficient can lie on both sides of the bound.
    private func isPossible(
        _ bound: Metric.Bound?, _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> Bool {
        let help = "write a number from -1 to 1, as in `at_least: 0.3`"
        switch bound {
        case nil: return true
        case .limit(_, .value(let value, let range)):
            if let figure = ExactFigure(value), let one = ExactFraction(1, over: 1),
                let least = ExactFraction(-1, over: 1),
                figure.fraction <= one, figure.fraction >= least
            {
                return true
            }
            diagnostics.add(.badValue("a correlation lies between -1 and 1", help: help, at: range))
        case .limit(_, .expression(let expression)):
            diagnostics.add(
                .badValue(
                    "a correlation is told when its period is over, at no event that an expression could read",
                    help: help, at: expression.range))
        case .previous, .top:
            diagnostics.add(
                .badValue("a correlation is compared with a number", help: help, at: node.range))
        }
        return false
    }
}
