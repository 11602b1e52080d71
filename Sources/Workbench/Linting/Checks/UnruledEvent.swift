import RulebookModel
import SourceText

/// An action or event of which nothing in the rulebook speaks: a stage of the contact without a rule.
enum UnruledEvent: LintCheck {
    static let name = "unruled-event"
    static let level: LintSetting.Level? = .note

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        var spoken: Set<String> = []
        for standard in rulebook.standards {
            for pattern in standard.patterns { spoken.formUnion(pattern.types) }
            if case .action(let name, _)? = standard.instead { spoken.insert(name) }
        }
        for fact in rulebook.facts { for pattern in fact.measure.patterns { spoken.formUnion(pattern.types) } }
        return rulebook.vocabulary.events.filter { !spoken.contains($0.name) && RulebookPart(rawValue: $0.name) == nil }
            .map { event in
                Diagnostic(
                    code: .unruledEvent, severity: .advice,
                    message: "nothing in the rulebook speaks of `\(event.name)`",
                    range: event.range,
                    help: event.kind == .action
                        ? "write a standard about it; until then it comes to what `unlisted` says"
                        : "write a standard about it, or take it out")
            }
    }
}
