import RulebookModel

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
        case .allowance(let allowance): allowance.expressions
        case .manual: []
        }
    }
}
