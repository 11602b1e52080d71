import RulebookEngine

extension Outcome {
    /// A sign that says the outcome without colour.
    var symbol: String {
        switch self {
        case .allow: "✓"
        case .justify: "!"
        case .escalate, .deny: "✗"
        case .undetermined: "?"
        }
    }

    /// The outcome in a word for a heading.
    var heading: String { rawValue.uppercased() }

    /// The code of the colour that it has in a terminal.
    var colourCode: String {
        switch self {
        case .allow: "1;32"
        case .justify: "1;33"
        case .escalate, .deny: "1;31"
        case .undetermined: "1;35"
        }
    }
}

/// Phrases about outcomes that several formats use.
enum OutcomeWords {
    /// What has to come with an action, as an addition to its name; empty for a plain permit.
    static func condition(_ outcome: Outcome, approver: String?) -> String {
        switch outcome {
        case .allow: ""
        case .justify: "with a reason"
        case .escalate: "with the approval of \(approver.map(withArticle) ?? "somebody else")"
        case .undetermined: "once the missing facts are known"
        case .deny: "not at all"
        }
    }

    /// What has to come with a variant, or came with the proposal already.
    static func condition(_ variant: Variant, of event: Event) -> String {
        guard variant.usesDiscretion else { return condition(variant.outcome, approver: variant.approver) }
        switch (event.hasReason, event.approval != nil) {
        case (true, false): return "with the reason given"
        case (false, true): return "with the approval given"
        default: return "with the reason and the approval given"
        }
    }

    /// `a supervisor`, `an agent`.
    static func withArticle(_ noun: String) -> String {
        let isVowel = noun.unicodeScalars.first.map { "aeiouAEIOU".unicodeScalars.contains($0) } ?? false
        return "\(isVowel ? "an" : "a") \(noun)"
    }
}
