import RulebookModel
import SourceText

/// A number whose unit is only in its name: `wait_minutes: int`.
///
/// With a type that carries the unit, a limit cannot be held against another one by mistake.
enum MissingUnit: LintCheck {
    static let name = "missing-unit"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let fields =
            rulebook.vocabulary.entities.flatMap(\.fields) + rulebook.vocabulary.events.flatMap(\.fields)
        let settings = rulebook.settings.compactMap { setting -> (String, FactType, SourceRange)? in
            if case .value(let type) = setting.type { (setting.name, type, setting.range) } else { nil }
        }
        return (fields.map { ($0.name, $0.type, $0.range) } + settings).compactMap { name, type, range in
            guard type == .int || type == .decimal, let wanted = wantedType(name) else { return nil }
            return Diagnostic(
                code: .missingUnit, severity: .warning,
                message:
                    "the unit of `\(name)` is only in its name: it is \(type == .int ? "a whole number" : "a number")",
                range: range, help: "give it the type \(wanted.text), as in \(wanted.example)")
        }
    }

    /// The type that carries the unit which a name speaks of.
    private static func wantedType(_ name: String) -> (text: String, example: String)? {
        let words = Set(name.split(separator: "_").map(String.init))
        if !words.isDisjoint(with: times) { return ("duration", "`90s`") }
        if !words.isDisjoint(with: amounts) { return ("money", "`20 EUR`") }
        return words.isDisjoint(with: parts) ? nil : ("percent", "`15%`")
    }

    private static let times: Set<String> = [
        "seconds", "secs", "sec", "minutes", "mins", "min", "hours", "hrs", "milliseconds", "ms", "duration", "delay",
        "wait", "elapsed",
    ]
    private static let amounts: Set<String> = [
        "price", "cost", "costs", "fee", "euros", "eur", "dollars", "usd", "gbp", "cents",
    ]
    private static let parts: Set<String> = ["percent", "percentage", "pct"]
}
