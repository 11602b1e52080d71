import CEL
import RulebookModel

/// Adds up what the standards say.
struct Tally {
    private let ranks: RoleRanks
    /// The most restrictive outcome so far.
    private(set) var outcome = Outcome.allow
    /// What each standard said, in the order in which they were added.
    private(set) var results: [StandardResult]
    /// Standards taken as kept because they wait for open choices only.
    private(set) var assumed: [Assumption] = []
    private let open: Set<CELAttributePath>
    private var unknown: CELUnknown?
    private var approverRank = -1

    /// Makes a tally of nothing.
    ///
    /// - Parameters:
    ///   - ranks: the ranks of the rulebook's roles.
    ///   - room: an array whose room is used for the results, where nobody else holds it.
    ///   - open: choices of the agent that are still open.
    init(ranks: RoleRanks, room: [StandardResult] = [], open: Set<CELAttributePath> = []) {
        self.ranks = ranks
        self.open = open
        results = room
    }

    /// Forgets the results; their room is used again where nobody else holds it.
    mutating func empty() { results.removeAll(keepingCapacity: true) }

    /// Adds a standard that is kept.
    mutating func addMet(_ standard: Int) {
        results.append(StandardResult(standard: standard, status: .met, effect: .allow))
    }

    /// Adds a standard that is broken.
    mutating func addFailed(_ standard: StandardProgram, actor: Actor) { fail(standard, .failed, actor: actor) }

    /// The facts that are missing, in order of name, where that is what the outcome comes from.
    var missing: [String] {
        guard outcome == .undetermined, let unknown else { return [] }
        return Set(unknown.paths.map(\.description)).sorted()
    }

    /// The least role that may approve, where the outcome is ``Outcome/escalate``.
    var approver: String? {
        guard outcome == .escalate, ranks.roles.indices.contains(approverRank) else { return nil }
        return ranks.roles[approverRank]
    }

    /// Adds a standard that is about the event, or may be.
    mutating func add(_ standard: StandardProgram, _ evaluation: StandardEvaluation, actor: Actor) {
        if evaluation.excused == .true {
            return record(standard, .excused, .allow)
        }
        switch evaluation.body {
        case .met: record(standard, .met, .allow)
        case .unknown(let unknown):
            undetermined(standard, [evaluation.applies, evaluation.excused, .unknown(unknown)])
        case .failed, .needs:
            if case .unknown = evaluation.applies {
                return undetermined(standard, [evaluation.applies, evaluation.excused])
            }
            if case .unknown = evaluation.excused {
                return undetermined(standard, [evaluation.excused])
            }
            fail(standard, evaluation.body, actor: actor)
        }
    }

    /// Adds that no standard lists the action.
    mutating func addUnlisted(_ consequence: UnlistedConsequence, actor: Actor) {
        switch consequence {
        case .allow: break
        case .deny: raise(.deny)
        case .justify: raise(actor.reasonEffect())
        case .escalate(let role): raise(actor.approvalEffect([ranks.rank(role)]))
        }
    }

    private mutating func fail(
        _ standard: StandardProgram, _ body: StandardEvaluation.BodyTruth, actor: Actor
    ) {
        // A recognition that was not earned is nothing; advice that was not followed is advice.
        guard standard.force != .may else { return record(standard, .notApplicable, .allow) }
        let effect: Effect
        switch body {
        case .needs(.reason(let lengthMin)): effect = actor.reasonEffect(lengthMin: lengthMin)
        case .needs(.approval(let roles)): effect = actor.approvalEffect(roles.map { ranks.rank($0) })
        case .needs(.nothing), .met, .unknown: effect = .allow
        case .failed:
            switch standard.otherwise {
            case .deny: effect = .deny
            case .justify(let lengthMin): effect = actor.reasonEffect(lengthMin: lengthMin)
            case .escalate: effect = actor.approvalEffect(of: standard.approval)
            case .note: return record(standard, .missed, .allow)
            }
        }
        record(standard, effect == .allow ? .discretion : .missed, effect)
    }

    private mutating func undetermined(_ standard: StandardProgram, _ truths: [CELTruth]) {
        guard standard.force != .may else { return record(standard, .notApplicable, .allow) }
        if !open.isEmpty, let waiting = Self.union(truths), waiting.paths.allSatisfy(open.contains) {
            return assumed.append(Assumption(standard: standard.index, open: waiting))
        }
        record(standard, .undetermined, .undetermined)
        guard standard.canDecide else { return }
        for case .unknown(let more) in truths { unknown = unknown?.merging(more) ?? more }
    }

    private static func union(_ truths: [CELTruth]) -> CELUnknown? {
        var whole: CELUnknown?
        for case .unknown(let part) in truths { whole = whole?.merging(part) ?? part }
        return whole
    }

    private mutating func record(_ standard: StandardProgram, _ status: FindingStatus, _ effect: Effect) {
        results.append(
            StandardResult(standard: standard.index, status: status, effect: standard.canDecide ? effect : .allow))
        if standard.canDecide { raise(effect) }
    }

    private mutating func raise(_ effect: Effect) {
        outcome = max(outcome, effect.outcome)
        if case .escalate(let ranks) = effect { approverRank = max(approverRank, ranks.last ?? -1) }
    }
}
