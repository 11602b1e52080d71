import RulebookModel

/// Tells what an action needs, for somebody of the book's role.
struct NeedTeller {
    /// What is needed, from the least.
    enum Need: Hashable {
        /// Nothing.
        case nothing
        /// A reason.
        case reason(lengthMin: Int)
        /// Other people's approval, each of at least one of these roles.
        case approval(roles: [String])
        /// It is not possible.
        case refusal
    }

    let teller: HandbookTeller

    private var words: HandbookWords { teller.words }

    /// What a step asks of the role: of the approvals that it asks for, one may be the reader's own to give.
    func need(_ need: AllowanceStep.Need) -> Need {
        switch need {
        case .nothing: return .nothing
        case .reason(let lengthMin): return .reason(lengthMin: lengthMin)
        case .approval(let roles):
            guard let own = roles.last(where: holds) else { return .approval(roles: roles) }
            var others = roles
            others.remove(at: others.lastIndex(of: own) ?? 0)
            return others.isEmpty ? .reason(lengthMin: 1) : .approval(roles: others)
        }
    }

    /// What the failing of a standard asks of the role.
    func need(_ consequence: Consequence) -> Need? {
        switch consequence {
        case .deny: .refusal
        case .justify(let lengthMin): .reason(lengthMin: lengthMin)
        case .escalate(let role): holds(role) ? .reason(lengthMin: 1) : .approval(roles: [role])
        case .note: nil
        }
    }

    /// Whether somebody of the book's role stands for a role.
    private func holds(_ role: String) -> Bool {
        let vocabulary = teller.rulebook.vocabulary
        guard let own = teller.role.flatMap(vocabulary.rank), let rank = vocabulary.rank(ofRole: role) else {
            return false
        }
        return own >= rank
    }

    /// The need in words; without any, it is done by oneself.
    func text(_ need: Need) -> String {
        switch need {
        case .nothing: words.alone
        case .reason(let lengthMin) where lengthMin > 1:
            words.withLongReason.filled([
                "characters": teller.language.amount(.count(lengthMin, .character), .bounded)
            ])
        case .reason: words.withReason
        case .approval(let roles) where roles.count == 1:
            words.withApproval.filled(["role": teller.approver(roles[0])])
        case .approval(let roles):
            words.withApprovals.filled(["roles": roles.map(teller.approver).joined(separator: ", ")])
        case .refusal: words.notPossible
        }
    }
}
