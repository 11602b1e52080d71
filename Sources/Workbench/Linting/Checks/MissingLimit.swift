import RulebookModel
import SourceText

/// Something that must follow, and nothing says how long there is time: it is never missed.
enum MissingLimit: LintCheck {
    static let name = "missing-limit"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.standards.compactMap { standard in
            guard case .timeline(let rule) = standard.body, case .response(let other, nil) = rule.demand,
                rule.turns == nil
            else { return nil }
            return Diagnostic(
                code: .missingLimit, severity: .warning,
                message: "nothing says how long there is time for `\(other.text)`, so `\(standard.id)` is never missed",
                range: standard.range, help: "add `within:` with a length of time, or `by:` with an instant")
        }
    }
}
