import RulebookModel
import SourceText

/// A standard without `owner`: nobody will mend it.
enum MissingOwner: LintCheck {
    /// `missing-owner`.
    static let name = "missing-owner"
    /// How loud it is by itself.
    static let level: LintSetting.Level? = .warning

    /// Looks for it.
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.standards.filter { $0.owner == nil }.map { standard in
            Diagnostic(
                code: .missingOwner, severity: .warning, message: "nobody answers for `\(standard.id)`",
                range: standard.range, help: "add `owner:` with the role or team that keeps it up to date")
        }
    }
}
