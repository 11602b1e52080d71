import CEL
import RulebookModel
import SourceText

/// A condition made ready to run: the tree of the author's clauses, with a program at each leaf.
indirect enum ConditionProgram: Sendable {
    /// A single condition.
    case expression(ExpressionProgram)
    /// All must hold.
    case all([ClauseProgram])
    /// One must hold.
    case any([ClauseProgram])
    /// It must not hold.
    case not(ConditionProgram)

    /// Whether it holds, by Kleene's logic: a deciding clause decides; else something unknown wins over an error.
    func evaluate(_ frame: CELFrame) -> CELTruth {
        switch self {
        case .expression(let expression): expression.program.evaluateCondition(frame)
        case .all(let clauses): Self.conjunction(clauses.lazy.map { $0.program.evaluate(frame) })
        case .any(let clauses):
            Self.conjunction(clauses.lazy.map { $0.program.evaluate(frame).negated }).negated
        case .not(let inner): inner.evaluate(frame).negated
        }
    }

    /// What a sequence of truths comes to that must all hold; stops at the first that does not.
    static func conjunction(_ truths: some Sequence<CELTruth>) -> CELTruth {
        var result = CELTruth.true
        for truth in truths {
            if truth == .true { continue }
            if truth == .false { return .false }
            result = result.conjoined(with: truth)
        }
        return result
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
