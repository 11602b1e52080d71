import RulebookModel

/// Tells what to do where no standard lists an action.
struct UnlistedTeller {
    let teller: HandbookTeller

    var sentence: String {
        let words = teller.words
        switch teller.rulebook.unlisted {
        case .allow: return words.noRuleAllow
        case .justify: return words.noRuleJustify
        case .deny: return words.noRuleDeny
        case .escalate(let role):
            switch NeedTeller(teller: teller).need(Consequence.escalate(role: role)) {
            case .approval?: return words.noRuleEscalate.filled(["role": teller.approver(role)])
            case .nothing?, .reason?, .refusal?, nil: return words.noRuleJustify
            }
        }
    }
}
