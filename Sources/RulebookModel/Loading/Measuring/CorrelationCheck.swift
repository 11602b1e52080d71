import SourceText

/// Gives correlations the groups and periods of the metrics that they relate, and refuses those that have none in common.
struct CorrelationCheck {
    private let metrics: [String: Metric]
    private let ids: [String]

    init(standards: [Standard]) {
        var metrics: [String: Metric] = [:]
        for standard in standards { if case .metric(let metric) = standard.body { metrics[standard.id] = metric } }
        self.metrics = metrics
        ids = metrics.isEmpty ? [] : standards.map(\.id)
    }

    /// The standards with their correlations completed.
    ///
    /// - Parameters:
    ///   - standards: those that could be read.
    ///   - written: the ids of all standards, also of those that could not be read.
    ///   - diagnostics: where what is wrong is reported.
    /// - Returns: the standards in the same order.
    func complete(
        _ standards: [Standard], written: @autoclosure () -> [String], diagnostics: inout DiagnosticCollector
    ) -> [Standard] {
        guard !metrics.isEmpty else { return standards }
        let written = written()
        return standards.map { standard in
            guard case .metric(var metric) = standard.body, case .correlation(let first, let second) = metric.subject,
                let source = common(first, second, written, diagnostics: &diagnostics)
            else { return standard }
            metric.key = source.key
            metric.period = source.period
            return standard.asking(.metric(metric))
        }
    }

    /// The metric whose groups and periods both have; nil where they differ, which is reported.
    private func common(
        _ first: MetricReference, _ second: MetricReference, _ written: [String],
        diagnostics: inout DiagnosticCollector
    ) -> Metric? {
        guard let one = metric(first, written, diagnostics: &diagnostics),
            let other = metric(second, written, diagnostics: &diagnostics)
        else { return nil }
        if first.standard == second.standard {
            diagnostics.add(
                .badValue("whatever it is, a metric goes together with itself", at: second.range))
            return nil
        }
        guard one.key.parts.map(\.path) == other.key.parts.map(\.path) else {
            diagnostics.add(
                .badValue(
                    "`\(first.standard)` is per \(one.key.text) and `\(second.standard)` per \(other.key.text)",
                    help: "relate metrics whose `per` is the same", at: second.range))
            return nil
        }
        guard one.period.extent == other.period.extent else {
            diagnostics.add(
                .badValue(
                    "`\(first.standard)` and `\(second.standard)` have different periods",
                    help: "relate metrics whose `period` is the same", at: second.range))
            return nil
        }
        return one
    }

    /// A metric with groups that share their periods.
    private func metric(
        _ reference: MetricReference, _ written: [String], diagnostics: inout DiagnosticCollector
    ) -> Metric? {
        guard let metric = metrics[reference.standard] else {
            if !written.contains(reference.standard) {
                diagnostics.add(.unknownStandard(reference.standard, known: written, at: reference.range))
            } else if ids.contains(reference.standard) {
                diagnostics.add(
                    .badValue(
                        "`\(reference.standard)` is no metric", help: "name standards with `metric`",
                        at: reference.range))
            }
            return nil
        }
        if case .correlation = metric.subject {
            diagnostics.add(
                .badValue(
                    "`\(reference.standard)` is a correlation itself", help: "name metrics with a figure a group",
                    at: reference.range))
            return nil
        }
        if metric.key.parts.isEmpty {
            diagnostics.add(
                .badValue(
                    "`\(reference.standard)` has one figure for everyone, and one figure goes together with nothing",
                    help: "name a metric with a figure a group, as in `per: agent`", at: reference.range))
            return nil
        }
        var isShared = true
        if case .fact = metric.period.zone { isShared = false }
        if case .blocks(_, .anchor) = metric.period.extent { isShared = false }
        if isShared { return metric }
        diagnostics.add(
            .badValue(
                "the periods of `\(reference.standard)` are each group's own, and figures are related over shared ones",
                help: "name a metric over `{calendar: month}`, or blocks from a date", at: reference.range))
        return nil
    }
}
