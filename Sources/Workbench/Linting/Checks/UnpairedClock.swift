import RulebookModel
import SourceText

/// A clock that runs for days under the key of one conversation, which is over by then.
enum UnpairedClock: LintCheck {
    static let name = "unpaired-clock"
    static let level: LintSetting.Level? = .warning

    /// From so long on nobody is still in the same conversation.
    private static let longest: Int64 = 24 * 3_600 * 1_000_000_000

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.standards.compactMap { standard in
            // A clock of everybody has no key at all, and is meant so.
            guard case .timeline(let rule) = standard.body, !rule.key.parts.isEmpty,
                rule.key.parts.allSatisfy({ $0.range == nil }),
                let deadline = rule.deadline, isLong(deadline)
            else { return nil }
            return Diagnostic(
                code: .unpairedClock, severity: .warning,
                message:
                    "the clock of `\(standard.id)` runs \(deadline.length) within one interaction, which is over by then",
                range: standard.range,
                help: "add `per:` with what both events have, such as `per: customer` or `per: case`")
        }
    }

    private static func isLong(_ deadline: Deadline) -> Bool {
        switch deadline.limit {
        case .span(let span): span.nanoseconds >= longest
        case .dates, .businessDays: true
        case .earliest(let parts): parts.allSatisfy(isLong)
        case .latest(let parts): parts.contains(where: isLong)
        case .close, .duration, .instant: false
        }
    }
}
