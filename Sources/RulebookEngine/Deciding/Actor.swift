/// Who acts, and what came with the action.
struct Actor {
    /// The rank of the actor's role, nil where it is not known.
    let rank: Int?
    /// Whether a reason was given.
    let hasReason: Bool
    /// The rank of the approval that another person gave, nil where there is none.
    let approvalRank: Int?

    /// What a step comes to that needs a reason.
    ///
    /// The approval of somebody who outranks the actor is more than a reason and does for one. Were it not so, an
    /// approved action could be refused on a lower step that a higher one allows, and a stricter limit would loosen.
    var reasonEffect: Effect { hasReason || isBackedFromAbove ? .allow : .justify }

    /// What a step comes to that needs the approval of a rank: an actor who holds it needs only a reason.
    func approvalEffect(_ needed: Int) -> Effect {
        if let approvalRank, approvalRank >= needed, isBackedFromAbove { return .allow }
        if let rank, rank >= needed { return reasonEffect }
        return .escalate(rank: needed)
    }

    private var isBackedFromAbove: Bool {
        guard let approvalRank else { return false }
        return rank.map { approvalRank > $0 } ?? true
    }
}
