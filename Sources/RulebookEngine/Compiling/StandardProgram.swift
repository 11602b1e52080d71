import CEL
import RulebookModel

/// A standard made ready to run on events of one type.
///
/// A class, so that a decision borrows it instead of copying its parts.
final class StandardProgram: Sendable {
    /// Its place among the rulebook's standards.
    let index: Int
    let force: Force
    let otherwise: Consequence
    let effective: EffectivePeriod
    /// Ways for the event to match the pattern; empty where every event of the type does.
    let alternatives: [ConditionProgram]
    /// Facts that must have one of some values.
    let scope: [ScopeTest]
    let when: ConditionProgram?
    let unless: ConditionProgram?
    let body: BodyProgram
    /// What asking for the approval comes to that its consequence needs; to allow where it needs none.
    let approval: Effect
    /// Whether its failing can change what an action comes to.
    let canDecide: Bool

    init(
        index: Int, standard: Standard, alternatives: [ConditionProgram], scope: [ScopeTest], when: ConditionProgram?,
        unless: ConditionProgram?, body: BodyProgram, ranks: RoleRanks
    ) {
        self.index = index
        force = standard.force
        otherwise = standard.otherwise
        effective = standard.effective
        self.alternatives = alternatives
        self.scope = scope
        self.when = when
        self.unless = unless
        self.body = body
        if case .escalate(let role) = standard.otherwise {
            approval = .escalate(ranks: [ranks.rank(role)])
        } else {
            approval = .allow
        }
        canDecide = standard.force == .must && standard.otherwise != .note
    }

    /// Equalities without which the standard cannot apply, under which it can be filed.
    func keys(_ slots: CELSlotTable) -> [IndexKey] {
        // What must not happen within a time is asked of every event that could be it.
        if case .absence = body { return [] }
        return IndexKey.all(scope: scope, when: when, alternatives: alternatives, slots: slots)
    }

    /// Calls a closure with everything in it that reads facts, but for its scope.
    func forEachExpression(_ body: (ExpressionProgram) -> Void) {
        for alternative in alternatives { alternative.forEachExpression(body) }
        when?.forEachExpression(body)
        unless?.forEachExpression(body)
        switch self.body {
        case .require(let condition), .forbid(let condition): condition.forEachExpression(body)
        case .clock, .manual: break
        default: for expression in self.body.expressions { body(expression) }
        }
    }

    /// Everything in it that reads facts, but for its scope.
    var expressions: [ExpressionProgram] {
        var found: [ExpressionProgram] = []
        forEachExpression { found.append($0) }
        return found
    }
}
