import RulebookModel

/// What a standard asks, made ready to run.
enum BodyProgram: Sendable {
    case require(ConditionProgram)
    case forbid(ConditionProgram)
    case allowance(AllowanceProgram)
    /// That something has happened before.
    case precedence(PrecedenceProgram)
    /// That no clock runs.
    case absence(AbsenceProgram)
    /// That another interval may begin.
    case interval(IntervalProgram)
    /// That the event comes in order.
    case procedure(ProcedureBody)
    /// Nothing of this event itself: what it begins is settled by later ones.
    case clock
    case manual([ManualQuestion])

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        switch self {
        case .require(let condition), .forbid(let condition): condition.expressions
        case .allowance(let allowance): allowance.expressions
        case .precedence(let precedence): precedence.expressions
        case .interval(let interval): interval.expressions
        case .procedure(let procedure): procedure.expressions
        case .absence, .clock, .manual: []
        }
    }
}
