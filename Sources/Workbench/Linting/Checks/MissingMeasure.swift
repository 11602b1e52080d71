import RulebookModel
import SourceText

/// A rulebook without a single metric: what is not measured is not managed.
enum MissingMeasure: LintCheck {
    static let name = "missing-measure"
    static let level: LintSetting.Level? = .note

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let hasMetric = rulebook.standards.contains { if case .metric = $0.body { true } else { false } }
        guard !hasMetric, !rulebook.standards.isEmpty else { return [] }
        return [
            Diagnostic(
                code: .missingMeasure, severity: .advice,
                message: "no standard of `\(rulebook.id)` is a metric, so nobody sees whether service gets better",
                range: rulebook.range,
                help: "add one, such as `metric: {kept: STANDARD, per: everyone, period: {calendar: month}}`")
        ]
    }
}
