import RulebookModel
import SourceText

/// A standard without `because`: people keep rules that they understand.
enum MissingReason: LintCheck {
    /// `missing-reason`.
    static let name = "missing-reason"
    /// How loud it is by itself.
    static let level: LintSetting.Level? = .warning

    /// Looks for it.
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.standards.filter { $0.because == nil }.map { standard in
            Diagnostic(
                code: .missingReason, severity: .warning, message: "`\(standard.id)` does not say why it exists",
                range: standard.range, help: "add `because:` with one sentence that an agent would accept")
        }
    }
}
