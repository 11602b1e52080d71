/// Who acts, and what came with the action.
struct Actor {
    /// The rank of the actor's role, nil where it is not known.
    let rank: Int?
    /// Whether a reason was given.
    let hasReason: Bool
    /// The rank of a valid approval, nil where there is none.
    let approvalRank: Int?

    /// Whether an approval of a role is there: given by somebody of that rank who is not the actor.
    func isApproved(by needed: Int) -> Bool { approvalRank.map { $0 >= needed } ?? false }

    /// Whether the actor holds a role, and so needs only a reason.
    func holds(_ needed: Int) -> Bool { rank.map { $0 >= needed } ?? false }
}
