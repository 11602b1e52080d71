import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel

extension LedgerTransaction {
    /// Keeps somebody's yes to an action, where it is one that could help.
    func approve(_ proposal: ApprovalProposal) throws -> LedgerAnswer {
        let action = ApprovedAction(proposal.action.root)
        let body = Self.digest(of: proposal, action)
        if let stored = try beginning(of: proposal.id) {
            guard stored.kind == LedgerEntry.Kind.approval.rawValue, stored.bodyDigest == body else {
                throw LedgerError.conflict(key: proposal.id, sequence: stored.sequence)
            }
            return LedgerAnswer(entry: stored, isRepeated: true)
        }
        let now = try recordingTime()
        let time = proposal.at ?? folded.decider.latestTime.map { max($0, now) } ?? now
        try checkOrder(time)
        guard let expires = time.adding(CELDuration(nanoseconds: proposal.span.nanoseconds)),
            // The approvals of others say nothing about what this one is worth.
            let bare = folded.event(proposal.action, with: "approval", { $0.null() }),
            let event = folded.event(bare, at: time)
        else { throw LedgerError.failed(path: path, reason: "the action could not be given its time") }
        if let problem = Self.problem(proposal, folded.decider.decide(event), folded.rulebook(at: time)) {
            throw LedgerError.approval(id: proposal.id, problem)
        }
        var writer = JSONWriter(style: .compact)
        writer.object { writer in
            writer.member("sequence", folded.sequence + 1)
            writer.member("outcome", "approved")
            writer.member("by", proposal.by)
            writer.member("role", proposal.role)
            writer.member("at", time.description)
            writer.member("action_digest", action.digest)
        }
        return try append(
            Draft(
                kind: .approval, key: proposal.id, bodyDigest: body, event: nil, time: time, recordedAt: now,
                expires: expires.description),
            type: event.type, text: String(decoding: CanonicalBody.text(proposal.action.root), as: UTF8.self),
            outcome: "approved", counts: false, decision: String(decoding: writer.utf8, as: UTF8.self))
    }

    /// Why somebody's yes would say nothing.
    private static func problem(
        _ proposal: ApprovalProposal, _ decision: Decision, _ rulebook: Rulebook
    ) -> ApprovalProblem? {
        guard let actor = proposal.action.actorID else { return .nobodyActs }
        guard actor != proposal.by else { return .own(by: actor) }
        guard decision.outcome == .escalate else { return .useless(outcome: decision.outcome.rawValue) }
        let missing = decision.results.flatMap { result -> [Int] in
            if case .escalate(let ranks) = result.effect { ranks } else { [] }
        }
        let roles = rulebook.vocabulary.roles
        // Where no standard asks, the rulebook does, of every action that none lists.
        let needed = missing.min() ?? decision.approver.flatMap { rulebook.vocabulary.rank(ofRole: $0) } ?? roles.count
        guard let rank = rulebook.vocabulary.rank(ofRole: proposal.role), rank >= needed else {
            return .tooLow(
                role: proposal.role,
                needed: roles.indices.contains(needed) ? roles[needed] : "role that the rulebook knows")
        }
        return nil
    }

    private static func digest(of proposal: ApprovalProposal, _ action: ApprovedAction) -> String {
        let parts = [action.digest, proposal.by, proposal.role, String(proposal.span.nanoseconds)]
        return CanonicalBody.hexDigest(parts.flatMap { Array("\($0.utf8.count):\($0)".utf8) })
    }
}
