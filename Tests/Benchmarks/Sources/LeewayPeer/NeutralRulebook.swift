/// Neutral rules as a rulebook: a rule is a standard that applies when its conditions hold.
///
/// A rule that allows is kept whenever it applies; one that refuses or escalates is broken whenever it applies, so that
/// what a decision comes to is the strictest rule that spoke, and its results are all of them. An action of which no
/// rule spoke has no results.
struct NeutralRulebook {
    let rules: [NeutralRule]
    /// Types of action that requests name and no rule does.
    let otherTypes: [String]

    /// The text of the rulebook.
    var yaml: String {
        var types = otherTypes
        var seen = Set(types)
        for rule in rules where seen.insert(rule.type).inserted { types.append(rule.type) }
        var text = """
            rulebook: neutral
            roles: [agent, supervisor]
            unlisted: allow
            entities:
              actor: {role: string, tenure_days: int, risk: int}
              customer: {tier: string, country: string, open_tickets: int, ltv: int}
              context: {channel: string, hold_seconds: int, coupons_24h: int, case: string}
            actions:

            """
        for type in types {
            text += "  \(type): {fields: {amount: int, percent: int, cause: string, currency: string}}\n"
        }
        text += "standards:\n"
        for rule in rules { text += standard(rule) }
        return text
    }

    /// The name of an action's member as a field: `reason` is a member that every event has.
    static func field(_ name: some StringProtocol) -> String { name == "reason" ? "cause" : String(name) }

    private func standard(_ rule: NeutralRule) -> String {
        let when = rule.conditions.map(condition).joined(separator: " and ")
        let body =
            switch rule.outcome {
            case "allow": "    require: 'true'\n"
            case "escalate": "    forbid: 'true'\n    otherwise: {escalate: supervisor}\n"
            default: "    forbid: 'true'\n"
            }
        return """
              \(rule.id):
                title: Rule \(rule.id)
                because: It is compared.
                owner: care-lead
                on: \(rule.type)
                when: '\(when)'

            """ + body
    }

    private func condition(_ condition: NeutralRule.Condition) -> String {
        let fact =
            condition.fact.hasPrefix("action.") ? "event." + Self.field(condition.fact.dropFirst(7)) : condition.fact
        let constant =
            switch condition.constant {
            case .number(let number): "\(number)"
            case .text(let text): "\"\(text)\""
            case .texts(let texts): "[\(texts.map { "\"\($0)\"" }.joined(separator: ", "))]"
            }
        return "\(fact) \(condition.comparison) \(constant)"
    }
}
