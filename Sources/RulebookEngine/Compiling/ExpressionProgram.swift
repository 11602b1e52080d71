import CEL
import RulebookModel

/// An expression made ready to run, with what it came from.
///
/// A class, since what it came from has many parts and is not looked at while deciding.
final class ExpressionProgram: Sendable {
    let source: ConditionExpression
    /// The slots that it reads, each once, ascending.
    let slots: [Int]
    private let plan: ExpressionPlan

    init(source: ConditionExpression, plan: ExpressionPlan, slots: [Int]) {
        self.source = source
        self.plan = plan
        self.slots = slots
    }

    /// What runs.
    var program: CELProgram { plan.program }
}
