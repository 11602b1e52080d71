import SourceText
import YAMLSyntax

/// Reads how loud the checks of the linter are to be: `lint: {vague-word: off}`.
enum LintSettingsReader {
    static func read(_ node: YAMLNode?, diagnostics: inout DiagnosticCollector) -> [LintSetting] {
        guard let node, !node.isNull, let mapping = node.anyMap("`lint`", diagnostics: &diagnostics) else { return [] }
        return mapping.entries.compactMap { entry in
            entry.value.word("level", of: LintSetting.Level.self, diagnostics: &diagnostics)
                .map { LintSetting(check: entry.name, level: $0, range: entry.key.range) }
        }
    }
}
