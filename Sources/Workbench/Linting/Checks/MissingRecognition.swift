import RulebookModel
import SourceText

/// A rulebook that only finds fault: nothing in it is recognition.
enum MissingRecognition: LintCheck {
    static let name = "missing-recognition"
    static let level: LintSetting.Level? = .note

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        guard !rulebook.standards.isEmpty, !rulebook.standards.contains(where: { $0.force == .may }) else { return [] }
        return [
            Diagnostic(
                code: .missingRecognition, severity: .advice,
                message: "`\(rulebook.id)` recognises nothing: no standard has `force: may`", range: rulebook.range,
                help: "say with `force: may` what deserves thanks; rules do not work without a motive to keep them")
        ]
    }
}
