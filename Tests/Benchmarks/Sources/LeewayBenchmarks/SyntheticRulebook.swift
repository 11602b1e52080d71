/// A rulebook of many standards over many types of action, and events of it.
struct SyntheticRulebook {
    /// So many standards name one type of action.
    static let standardsPerType = 10
    static let tiers = ["standard", "silver", "gold", "platinum"]
    static let channels = ["phone", "chat", "mail"]

    let standardCount: Int

    var typeCount: Int { standardCount / Self.standardsPerType }

    /// The text of the rulebook.
    var yaml: String {
        var lines = [
            "rulebook: synthetic", "currency: EUR", "roles: [agent, senior, supervisor]", "entities:",
            "  agent: {role: role, team: string}",
            "  customer: {tier: {enum: [\(Self.tiers.joined(separator: ", "))]}, points: int, staff: {type: bool, default: false}}",
            "actions:",
        ]
        for type in 0..<typeCount {
            lines.append("  action.number\(type): {fields: {count: int, amount: money, note: string}}")
        }
        lines.append("standards:")
        for number in 0..<standardCount { lines += standard(number) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func standard(_ number: Int) -> [String] {
        let head = [
            "  standard.number\(number):", "    title: Standard number \(number)",
            "    because: Somebody has to count.", "    owner: care-lead", "    on: action.number\(number % typeCount)",
        ]
        switch number / typeCount % 4 {
        case 0:
            return head + [
                "    for: {customer.tier: \(Self.tiers[number % 4])}", "    require: event.count <= \(number % 7 + 3)",
            ]
        case 1:
            return head + ["    require: 'event.amount <= \"\(number % 90 + 60) EUR\" and agent.role >= \"agent\"'"]
        case 2:
            return head + [
                "    when: customer.points > 50", "    forbid: 'event.note == \"test\" or event.count > 90'",
            ]
        default:
            return head + [
                "    unless: customer.staff", "    allowance:", "      sum: event.count", "      window: each",
                "      steps: [{up_to: 12}, {up_to: 15, needs: reason}]",
            ]
        }
    }

    /// An event in the event format.
    func event(_ number: Int) -> String {
        """
        {"id":"e-\(number)","type":"action.number\(number % typeCount)","time":"2026-11-20T09:14:03+01:00",\
        "channel":"\(Self.channels[number % 3])","agent":{"id":"a-3","role":"agent","team":"north"},\
        "customer":{"id":"cu-\(number)","tier":"\(Self.tiers[number % 4])","points":\(number % 100)},\
        "data":{"count":\(number % 11),"amount":"\(number % 80).50 EUR","note":"parcel was late"}}
        """
    }
}
