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
    /// Equalities without which the standard cannot apply, under which it can be filed.
    let keys: [IndexKey]
    /// Whether its failing can change what an action comes to.
    let canDecide: Bool

    init(
        index: Int, standard: Standard, alternatives: [ConditionProgram], scope: [ScopeTest], when: ConditionProgram?,
        unless: ConditionProgram?, body: BodyProgram, keys: [IndexKey]
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
        self.keys = keys
        canDecide = standard.force == .must && standard.otherwise != .note
    }

    /// Everything in it that reads facts, but for its scope.
    var expressions: [ExpressionProgram] {
        let conditions = alternatives + [when, unless].compactMap { $0 }
        return conditions.flatMap(\.expressions) + body.expressions
    }
}

/// A fact that must have one of some values.
struct ScopeTest: Sendable {
    let slot: Int
    let values: [CELValue]

    func evaluate(_ frame: CELFrame) -> CELTruth {
        switch frame[slot] {
        case .unknown(let unknown): .unknown(unknown)
        case .error(let error): .error(error)
        case let value: values.contains { $0 == value } ? .true : .false
        }
    }
}

/// What a standard asks, made ready to run.
enum BodyProgram: Sendable {
    case require(ConditionProgram)
    case forbid(ConditionProgram)
    case allowance(AllowanceProgram)
    case manual([ManualQuestion])

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        switch self {
        case .require(let condition), .forbid(let condition): condition.expressions
        case .allowance(let allowance): [allowance.measure] + allowance.limits
        case .manual: []
        }
    }
}

/// A ladder of steps, made ready to run.
struct AllowanceProgram: Sendable {
    /// One step.
    struct Step: Sendable {
        let bound: Bound
        let need: AllowanceStep.Need
    }

    /// How far a step reaches.
    enum Bound: Sendable {
        case upTo(LimitProgram)
        case under(LimitProgram)
        case unlimited
    }

    /// A limit, constant or computed.
    enum LimitProgram: Sendable {
        case value(CELValue)
        case expression(ExpressionProgram)

        func evaluate(_ frame: CELFrame) -> CELValue {
            switch self {
            case .value(let value): value
            case .expression(let expression): expression.program.evaluate(frame)
            }
        }
    }

    let measure: ExpressionProgram
    let steps: [Step]

    /// The limits that are computed.
    var limits: [ExpressionProgram] {
        steps.compactMap { step in
            switch step.bound {
            case .upTo(.expression(let limit)), .under(.expression(let limit)): limit
            case .upTo(.value), .under(.value), .unlimited: nil
            }
        }
    }

    /// Where a measure lands.
    enum Landing: Sendable {
        /// On this step.
        case step(Int)
        /// Past the last one.
        case beyond
        /// Nowhere yet: a fact is missing.
        case unknown(CELUnknown)
        /// Nowhere: the measure or a limit could not be computed.
        case error(CELError)
    }

    /// Finds the first step whose bound the measure keeps.
    func land(_ frame: CELFrame) -> Landing {
        let measured = measure.program.evaluate(frame)
        if case .unknown(let unknown) = measured { return .unknown(unknown) }
        if case .error(let error) = measured { return .error(error) }
        for (index, step) in steps.enumerated() {
            switch step.bound {
            case .unlimited: return .step(index)
            case .upTo(let limit), .under(let limit):
                let bound = limit.evaluate(frame)
                if case .unknown(let unknown) = bound { return .unknown(unknown) }
                if case .error(let error) = bound { return .error(error) }
                guard let order = FactOrder.compare(measured, bound) else {
                    return .error(CELError(.invalidArgument, "the measure and its limit cannot be compared"))
                }
                if order == .less { return .step(index) }
                if order == .equal, case .upTo = step.bound { return .step(index) }
            }
        }
        return .beyond
    }
}
