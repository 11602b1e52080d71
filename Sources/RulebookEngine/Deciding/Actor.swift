/// Who acts, and what came with the action.
struct Actor {
    /// The rank of the actor's role, nil where it is not known.
    let rank: Int?
    /// The characters of the reason that was given; 0 where none was, or none that says anything.
    let reasonLength: Int
    /// The ranks of the approvals that other people gave, each person once, from the highest down.
    let approvalRanks: [Int]

    /// What a step comes to that needs a reason.
    ///
    /// The approval of somebody who outranks the actor is more than a reason and does for one. Were it not so, an
    /// approved action could be refused on a lower step that a higher one allows, and a stricter limit would loosen.
    func reasonEffect(lengthMin: Int = 1) -> Effect {
        reasonLength >= lengthMin || isBackedFromAbove ? .allow : .justify
    }

    /// What a step comes to that needs the approvals of different people, one of each rank.
    ///
    /// An actor who holds one of the ranks stands for the highest that he holds, and needs only a reason for that; each
    /// of the others is another person's to give.
    func approvalEffect(_ needed: [Int]) -> Effect {
        var open = needed.sorted(by: >)
        var standsForOne = false
        if let rank, let own = open.firstIndex(where: { rank >= $0 }) {
            open.remove(at: own)
            standsForOne = true
        }
        var approvals = approvalRanks[...]
        var missing: [Int] = []
        for rank in open {
            if let highest = approvals.first, highest >= rank {
                approvals.removeFirst()
            } else {
                missing.append(rank)
            }
        }
        guard missing.isEmpty else { return .escalate(ranks: missing.reversed()) }
        return standsForOne ? reasonEffect() : .allow
    }

    /// What a step comes to that needs the approval of one person of a rank.
    ///
    /// - Parameter asked: the effect of asking for it, made before.
    /// - Returns: that effect where the approval is still to be asked for.
    func approvalEffect(of asked: Effect) -> Effect {
        guard case .escalate(let ranks) = asked else { return asked }
        if approvalRanks.isEmpty, let needed = ranks.first, rank.map({ $0 < needed }) ?? true { return asked }
        return approvalEffect(ranks)
    }

    private var isBackedFromAbove: Bool {
        guard let highest = approvalRanks.first else { return false }
        return rank.map { highest > $0 } ?? true
    }
}
