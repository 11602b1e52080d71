import RulebookEngine
import RulebookModel
import SourceText

/// A standard whose `unless` excuses every event that it is about.
enum AlwaysExcused: LintCheck {
    static let name = "always-excused"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        StandardOutcomes.all(in: rulebook).filter { standard, outcomes in
            outcomes.isDetermined && Set(outcomes.counts.keys) == [.excused]
        }.map { standard, _ in
            Diagnostic(
                code: .alwaysExcused, severity: .warning, message: "every event is excused from `\(standard.id)`",
                range: standard.unless?.range ?? standard.range,
                help: "an exception names the few cases that are meant; what it is about stands under `when`")
        }
    }
}
