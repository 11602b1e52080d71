import RulebookModel
import SourceText

/// A standard without `source`: nobody can look up what was asked for.
enum MissingSource: LintCheck {
    static let name = "missing-source"
    static let level: LintSetting.Level? = .off

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.standards.filter { $0.source == nil }.map { standard in
            Diagnostic(
                code: .missingSource, severity: .warning, message: "`\(standard.id)` does not say where it comes from",
                range: standard.range, help: "add `source:` with the document and the clause that it carries out")
        }
    }
}
