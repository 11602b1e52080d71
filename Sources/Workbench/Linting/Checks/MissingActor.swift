import RulebookModel
import SourceText

/// Actions without anybody who does them: the vocabulary has no entity `agent`.
enum MissingActor: LintCheck {
    static let name = "missing-actor"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        guard rulebook.vocabulary.entity("agent") == nil,
            let action = rulebook.vocabulary.events.first(where: { $0.kind == .action })
        else { return [] }
        return [
            Diagnostic(
                code: .missingActor, severity: .warning,
                message: "nobody does `\(action.name)`: the vocabulary has no entity `agent`", range: action.range,
                help: "declare it, as in `agent: {role: role}`, so that limits and reports can tell who acts")
        ]
    }
}
