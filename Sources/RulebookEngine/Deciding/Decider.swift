import CEL
import RulebookModel

/// Decides events of one rulebook, with scratch space of its own: one a thread.
public final class Decider {
    /// The rulebook.
    public let compiled: CompiledRulebook
    let frame: CELFrame
    private let ranks: RoleRanks
    private let now: Int
    private let roleSlot: Int?
    private let identifierSlot: Int?
    private var candidates: [Int32] = []

    init(_ compiled: CompiledRulebook) {
        self.compiled = compiled
        frame = CELFrame(compiled.slots)
        ranks = RoleRanks(roles: compiled.rulebook.vocabulary.roles)
        now = compiled.slots.index(of: CELAttributePath(["now"])) ?? 0
        roleSlot = compiled.slots.index(of: CELAttributePath(["agent", "role"]))
        identifierSlot = compiled.slots.index(of: CELAttributePath(["agent", "id"]))
    }

    /// Decides one event.
    ///
    /// Pure: the same rulebook and event give the same decision on any machine. The event's own time is the only clock.
    ///
    /// - Complexity: O(standards that can apply × size of their conditions).
    public func decide(_ event: Event) -> Decision {
        guard let program = compiled.program(for: event.type) else {
            return Decision(
                event: event, outcome: .deny, approver: nil, results: [], remark: .unlisted, missing: [], facts: [])
        }
        program.fill(frame, from: event, facts: compiled.facts)
        return decideFilled(event, program: program)
    }

    /// Decides an event whose facts lie in the frame already.
    func decideFilled(_ event: Event, program: EventProgram) -> Decision {
        if let time = event.time, !compiled.rulebook.effective.contains(time) {
            return Decision(
                event: event, outcome: .undetermined, approver: nil, results: [], remark: .notInForce,
                missing: ["a rulebook in force at the event's time"], facts: snapshot())
        }
        let actor = actor(of: event)
        var tally = Tally(ranks: ranks)
        program.index.candidates(frame, into: &candidates)
        for number in candidates {
            let standard = program.standards[Int(number)]
            guard let evaluation = standard.evaluate(frame, now: now, roles: ranks) else { continue }
            tally.add(standard, evaluation, actor: actor)
        }
        let isUnlisted = program.definition.kind == .action && !program.isListed
        if isUnlisted { tally.addUnlisted(compiled.rulebook.unlisted, actor: actor) }
        return Decision(
            event: event, outcome: tally.outcome, approver: tally.approver, results: tally.results,
            remark: isUnlisted ? .unlisted : nil,
            missing: tally.outcome == .undetermined ? tally.missing.sorted() : [], facts: snapshot())
    }

    /// The facts as they lie in the frame.
    func snapshot() -> [CELValue] { (0..<compiled.slotCount).map { frame[$0] } }

    private func actor(of event: Event) -> Actor {
        var rank: Int?
        if let slot = roleSlot, case .scalar(let scalar) = frame[slot], scalar.fact == .role {
            rank = Int(scalar.payload)
        }
        var identifier: String?
        if let slot = identifierSlot, case .string(let text) = frame[slot] { identifier = text.text }
        var approvalRank: Int?
        // Nobody approves his own action.
        if let approval = event.approval, approval.by != identifier {
            approvalRank = compiled.rulebook.vocabulary.rank(ofRole: approval.role)
        }
        return Actor(rank: rank, hasReason: event.hasReason, approvalRank: approvalRank)
    }
}

/// Adds up what the standards say.
private struct Tally {
    let ranks: RoleRanks
    private(set) var outcome = Outcome.allow
    private(set) var results: [StandardResult] = []
    private(set) var missing: Set<String> = []
    private var approverRank = -1

    init(ranks: RoleRanks) { self.ranks = ranks }

    var approver: String? {
        guard outcome == .escalate, ranks.roles.indices.contains(approverRank) else { return nil }
        return ranks.roles[approverRank]
    }

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

    mutating func addUnlisted(_ consequence: UnlistedConsequence, actor: Actor) {
        switch consequence {
        case .allow: break
        case .deny: raise(.deny)
        case .justify: raise(actor.hasReason ? .allow : .justify)
        case .escalate(let role): raise(Self.approval(ranks.rank(role), actor: actor))
        }
    }

    private mutating func fail(
        _ standard: StandardProgram, _ body: StandardEvaluation.BodyTruth, actor: Actor
    ) {
        // A recognition that was not earned is nothing; advice that was not followed is advice.
        guard standard.force != .may else { return record(standard, .notApplicable, .allow) }
        let effect: Effect
        switch body {
        case .needs(.reason): effect = actor.hasReason ? .allow : .justify
        case .needs(.approval(let role)): effect = Self.approval(ranks.rank(role), actor: actor)
        case .needs(.nothing), .met, .unknown: effect = .allow
        case .failed:
            switch standard.otherwise {
            case .deny: effect = .deny
            case .justify: effect = actor.hasReason ? .allow : .justify
            case .escalate(let role): effect = Self.approval(ranks.rank(role), actor: actor)
            case .note: return record(standard, .missed, .allow)
            }
        }
        record(standard, effect == .allow ? .discretion : .missed, effect)
    }

    /// What an approval step comes to: somebody of the rank needs only a reason.
    private static func approval(_ needed: Int, actor: Actor) -> Effect {
        if actor.isApproved(by: needed) { return .allow }
        if actor.holds(needed) { return actor.hasReason ? .allow : .justify }
        return .escalate(rank: needed)
    }

    private mutating func undetermined(_ standard: StandardProgram, _ truths: [CELTruth]) {
        guard standard.force != .may else { return record(standard, .notApplicable, .allow) }
        record(standard, .undetermined, .undetermined)
        guard standard.canDecide else { return }
        for case .unknown(let unknown) in truths { missing.formUnion(unknown.paths.map(\.description)) }
    }

    private mutating func record(_ standard: StandardProgram, _ status: FindingStatus, _ effect: Effect) {
        results.append(
            StandardResult(standard: standard.index, status: status, effect: standard.canDecide ? effect : .allow))
        if standard.canDecide { raise(effect) }
    }

    private mutating func raise(_ effect: Effect) {
        outcome = max(outcome, effect.outcome)
        if case .escalate(let rank) = effect { approverRank = max(approverRank, rank) }
    }
}
