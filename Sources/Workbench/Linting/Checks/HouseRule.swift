import RulebookModel
import SourceText

/// A part of the rulebook that its own standards about standards do not allow.
enum HouseRule: LintCheck {
    static let name = "house-rule"
    /// As loud as the house rule is severe.
    static let level: LintSetting.Level? = nil

    static func check(_ rulebook: Rulebook) -> [Diagnostic] { HouseRules(rulebook).findings(in: rulebook) }
}
