import RulebookEngine
import RulebookModel

/// Something that must be given before an action may go ahead.
public struct DecisionNeed: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// A reason, to be recorded with the action.
        case reason
        /// The approval of somebody of at least this role.
        case approval(role: String)
    }

    /// What it is.
    public let kind: Kind
    /// The ids of the standards that ask for it; empty where the rulebook asks for it of every unlisted action.
    public let standards: [String]

    static func needs(of report: DecisionReport) -> [DecisionNeed] {
        let decision = report.decision
        guard decision.outcome == .justify || decision.outcome == .escalate else { return [] }
        let isUnlisted = decision.remark == .unlisted
        var needs: [DecisionNeed] = []
        let reasons = report.explanations.filter { $0.effect == .justify }.map(\.standard.id)
        if !reasons.isEmpty || (isUnlisted && decision.outcome == .justify) {
            needs.append(DecisionNeed(kind: .reason, standards: reasons))
        }
        for (rank, role) in report.rulebook.vocabulary.roles.enumerated() {
            let approvals = report.explanations.filter { explanation in
                if case .escalate(let ranks) = explanation.effect { ranks.contains(rank) } else { false }
            }.map(\.standard.id)
            if !approvals.isEmpty || (isUnlisted && decision.approver == role) {
                needs.append(DecisionNeed(kind: .approval(role: role), standards: approvals))
            }
        }
        return needs
    }
}
