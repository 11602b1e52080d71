import RulebookEngine
import RulebookModel
import SourceText

/// A standard that no event can miss: it asks for what its own scope, or the vocabulary, says already.
enum NeverMissed: LintCheck {
    static let name = "never-missed"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        StandardOutcomes.all(in: rulebook).filter { standard, outcomes in
            standard.body.isCondition && outcomes.isDetermined && !outcomes.none(.met) && outcomes.none(.missed)
                && outcomes.none(.discretion)
        }.map { standard, _ in
            Diagnostic(
                code: .neverMissed, severity: .warning, message: "no event can miss `\(standard.id)`",
                range: standard.range,
                help: "compare what it asks with its own `for` and `when` and with the values that its facts may have")
        }
    }
}
