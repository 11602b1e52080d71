import CEL
import RulebookEngine
import RulebookModel

/// The value of an expression that only names a setting, such as `settings.coupons.standard.policy`.
struct SettingValue {
    /// The value as people write it.
    let text: String

    /// Finds the value; nil for any other expression, and where the value depends on the event.
    init?(_ source: String, in rulebook: Rulebook) {
        let parts = source.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0] == "settings",
            let setting = rulebook.settings.first(where: { $0.name == parts[1] }),
            case .constant(var value) = setting.content
        else { return nil }
        for part in parts.dropFirst(2) {
            guard case .map(let map) = value, let inner = map.value(forKey: .string(CELString(String(part)))) else {
                return nil
            }
            value = inner
        }
        text = value.factText(roles: rulebook.vocabulary.roles)
    }
}
