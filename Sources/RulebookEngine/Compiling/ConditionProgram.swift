import CEL
import RulebookModel
import SourceText

/// A condition made ready to run: the tree of the author's clauses, with a program at each leaf.
enum ConditionProgram: Sendable {
    /// A single condition.
    case expression(ExpressionProgram)
    /// All must hold.
    case all([ClauseProgram])
    /// One must hold.
    case any([ClauseProgram])
    /// It must not hold.
    indirect case not(ConditionProgram)

    /// Whether it holds, by Kleene's logic: a deciding clause decides; else something unknown wins over an error.
    func evaluate(_ frame: CELFrame) -> CELTruth {
        switch self {
        case .expression(let expression): expression.program.evaluateCondition(frame)
        case .all(let clauses):
            clauses.reduce(into: CELTruth.true) { result, clause in
                if result != .false { result = result.conjoined(with: clause.program.evaluate(frame)) }
            }
        case .any(let clauses):
            clauses.reduce(into: CELTruth.false) { result, clause in
                if result != .true { result = result.disjoined(with: clause.program.evaluate(frame)) }
            }
        case .not(let inner): inner.evaluate(frame).negated
        }
    }

    /// Calls a closure with every expression in it.
    func forEachExpression(_ body: (ExpressionProgram) -> Void) {
        switch self {
        case .expression(let expression): body(expression)
        case .all(let clauses), .any(let clauses): for clause in clauses { clause.program.forEachExpression(body) }
        case .not(let inner): inner.forEachExpression(body)
        }
    }

    /// Every expression in it.
    var expressions: [ExpressionProgram] {
        switch self {
        case .expression(let expression): [expression]
        case .all(let clauses), .any(let clauses): clauses.flatMap(\.program.expressions)
        case .not(let inner): inner.expressions
        }
    }
}
