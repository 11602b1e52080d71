import RulebookModel
import SourceText

/// A metric without a bound: a figure that says nothing by itself.
enum MetricWithoutGoal: LintCheck {
    static let name = "metric-without-goal"
    static let level: LintSetting.Level? = .note

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let related = rulebook.relatedMetrics
        return rulebook.standards.compactMap { standard in
            guard case .metric(let metric) = standard.body, metric.bound == nil, !related.contains(standard.id)
            else { return nil }
            return Diagnostic(
                code: .metricWithoutGoal, severity: .advice, message: "`\(standard.id)` says a figure and no goal",
                range: standard.range, help: "add `at_least`, `at_most`, `over` or `under`")
        }
    }
}
