import RulebookModel
import SourceText

/// A YAML file beside the rulebook that no `include:` names: its standards do not count.
enum UnusedFile: LintCheck {
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.unusedFiles.map { file in
            Diagnostic(
                code: .unusedFile, severity: .warning, message: "nothing in this file counts: it is not included",
                range: SourceRange(file: file, lowerBound: 0, upperBound: 0),
                help: "name it under `include:` in the rulebook's first file, or move it elsewhere")
        }
    }
}
