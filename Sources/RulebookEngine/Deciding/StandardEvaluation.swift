import CEL
import RulebookModel

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

/// How a standard's parts came out on one event.
struct StandardEvaluation {
    /// What the body says.
    enum BodyTruth {
        /// It is kept.
        case met
        /// It is not kept; the standard's consequence follows.
        case failed
        /// The measure landed on a step that needs something.
        case needs(AllowanceStep.Need)
        /// A fact is missing.
        case unknown(CELUnknown)
    }

    let applies: CELTruth
    let excused: CELTruth
    let body: BodyTruth
}

extension StandardProgram {
    /// Whether the standard is about the event; what errs, applies: a broken condition must not open a door.
    func applicability(_ frame: CELFrame, now: Int) -> CELTruth {
        var truths: [CELTruth] = []
        if !effective.isAlways {
            switch frame[now] {
            case .timestamp(let instant): truths.append(effective.contains(instant) ? .true : .false)
            case .unknown(let unknown): truths.append(.unknown(unknown))
            default: truths.append(.true)
            }
        }
        truths += scope.map { $0.evaluate(frame) }
        if !alternatives.isEmpty {
            let none = ConditionProgram.conjunction(alternatives.lazy.map { $0.evaluate(frame).negated })
            truths.append(none.negated)
        }
        if let when { truths.append(when.evaluate(frame)) }
        let all = ConditionProgram.conjunction(truths)
        if case .error = all { return .true }
        return all
    }

    /// Evaluates everything about the standard that its finding depends on.
    func evaluate(_ frame: CELFrame, now: Int, roles: RoleRanks) -> StandardEvaluation? {
        let applies = applicability(frame, now: now)
        if applies == .false { return nil }
        var excused = unless?.evaluate(frame) ?? .false
        // An exception whose condition errs is not granted.
        if case .error = excused { excused = .false }
        return StandardEvaluation(applies: applies, excused: excused, body: bodyTruth(frame))
    }

    private func bodyTruth(_ frame: CELFrame) -> StandardEvaluation.BodyTruth {
        switch body {
        case .require(let condition):
            switch condition.evaluate(frame) {
            case .true: return .met
            case .false, .error: return .failed
            case .unknown(let unknown): return .unknown(unknown)
            }
        case .forbid(let condition):
            switch condition.evaluate(frame) {
            case .false: return .met
            case .true, .error: return .failed
            case .unknown(let unknown): return .unknown(unknown)
            }
        case .allowance(let allowance):
            switch allowance.land(frame) {
            case .step(let index):
                let need = allowance.steps[index].need
                return need == .nothing ? .met : .needs(need)
            case .beyond, .error: return .failed
            case .unknown(let unknown): return .unknown(unknown)
            }
        case .manual(let questions):
            return .unknown(
                CELUnknown(
                    questions.map { question in
                        CELAttributePath([question.label.isEmpty ? "attested answer" : "attested answer to \(question.label)"])
                    }))
        }
    }
}

/// The ranks of the rulebook's roles.
struct RoleRanks: Sendable {
    let roles: [String]

    /// The rank of a role; an unknown role is above all others.
    func rank(_ role: String) -> Int { roles.firstIndex(of: role) ?? roles.count }
}
