import RulebookModel
import SourceText

/// Actions, and nothing said of those that no standard lists: they are refused.
enum MissingFallback: LintCheck {
    static let name = "missing-fallback"
    static let level: LintSetting.Level? = .note

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        guard !rulebook.saysUnlisted, rulebook.vocabulary.events.contains(where: { $0.kind == .action }) else {
            return []
        }
        return [
            Diagnostic(
                code: .missingFallback, severity: .advice,
                message: "`\(rulebook.id)` does not say what an action leads to that no standard lists",
                range: rulebook.range,
                help: "add `unlisted:` with `allow`, `justify`, `{escalate: ROLE}` or `deny`; without it, `deny`")
        ]
    }
}
