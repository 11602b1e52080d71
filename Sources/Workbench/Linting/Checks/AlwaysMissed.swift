import RulebookEngine
import RulebookModel
import SourceText

/// A standard that every event misses: what it asks for contradicts itself, its own scope or the vocabulary.
enum AlwaysMissed: LintCheck {
    static let name = "always-missed"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        StandardOutcomes.all(in: rulebook).filter { standard, outcomes in
            standard.body.isCondition && outcomes.isDetermined && !outcomes.none(.missed) && outcomes.none(.met)
                && outcomes.none(.discretion)
        }.map { standard, _ in
            Diagnostic(
                code: .alwaysMissed, severity: .warning, message: "no event can keep `\(standard.id)`",
                range: standard.range, help: "mend what it asks, or write `forbid: true` if the action is never allowed"
            )
        }
    }
}
