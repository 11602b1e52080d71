import RulebookModel
import SourceText

/// One thing that the linter looks for.
protocol LintCheck: Sendable {
    /// Its name, by which a rulebook says how loud it is to be: `lint: {vague-word: off}`.
    static var name: String { get }
    /// How loud it is where the rulebook says nothing; nil where each finding says so itself.
    static var level: LintSetting.Level? { get }
    /// What it finds in a rulebook; the severities are set by the linter.
    static func check(_ rulebook: Rulebook) -> [Diagnostic]
}
