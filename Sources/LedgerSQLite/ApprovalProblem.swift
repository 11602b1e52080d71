public import CEL

/// Why an approval does not hold for an action.
public enum ApprovalProblem: Hashable, Sendable {
    /// The ledger holds none of this name.
    case unknown
    /// It was used, for this key in this entry.
    case used(key: String, sequence: Int64)
    /// Its time was over.
    case expired(CELTimestamp, time: CELTimestamp)
    /// It was given under another version of the rulebook.
    case otherRulebook(version: String, now: String)
    /// It was given for another action: these members differ.
    case otherAction(members: [String])
    /// Whoever acts gave it himself.
    case own(by: String)
    /// Nobody knows who acts, so that he might have given it himself.
    case nobodyActs
    /// The event only tells of it.
    case told(by: String)
    /// The role stands below the one that must approve.
    case tooLow(role: String, needed: String)
    /// No approval is needed, or none would help.
    case useless(outcome: String)

    /// What is wrong: lower case, without a period.
    func message(_ id: String) -> String {
        switch self {
        case .unknown: "the ledger holds no approval `\(id)`"
        case .used(let key, let sequence):
            "the approval `\(id)` was used for `\(key)`, entry \(sequence), and holds once"
        case .expired(let end, let time): "the approval `\(id)` held until \(end), and this is \(time)"
        case .otherRulebook(let version, let now):
            "the approval `\(id)` was given under version \(version) of the rulebook, and this is another, version \(now)"
        case .otherAction(let members):
            "the approval `\(id)` is for another action: \(Self.list(members)) \(members.count == 1 ? "differs" : "differ")"
        case .own(let by): "`\(by)` acts, and nobody approves his own action"
        case .nobodyActs: "the action does not say who acts, and nobody approves his own action"
        case .told(let by):
            "the event tells of an approval by `\(by)`, and the ledger believes only those that it holds"
        case .tooLow(let role, let needed):
            "\(Self.article(role)) cannot approve this: it needs at least \(Self.article(needed))"
        case .useless(let outcome):
            outcome == "allow" || outcome == "justify"
                ? "the action needs no approval: it comes to \(outcome)"
                : "no approval would help: the action comes to \(outcome)"
        }
    }

    /// The next step.
    var help: String {
        switch self {
        case .unknown: "approve the action with leeway approve, which prints the id"
        case .used, .expired, .otherRulebook, .otherAction: "ask for a new approval of this action, with leeway approve"
        case .own, .tooLow: "let somebody else of a higher role approve it"
        case .nobodyActs: "give the event an `agent` with an `id`"
        case .told:
            "approve it with leeway approve and name the id, or check approvals yourself and say --trust-approvals"
        case .useless: "record it as it is"
        }
    }

    private static func article(_ noun: String) -> String {
        let isVowel = noun.unicodeScalars.first.map { "aeiouAEIOU".unicodeScalars.contains($0) } ?? false
        return "\(isVowel ? "an" : "a") \(noun)"
    }

    private static func list(_ members: [String]) -> String {
        let shown = members.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
        return members.count > 5 ? "\(shown) and \(members.count - 5) more" : shown
    }
}
