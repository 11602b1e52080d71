import CEL
import RulebookModel
import SourceText

/// A part of a condition that reads no fact and can never be computed, such as a sum that is too large.
///
/// The condition would close at every event: nobody means that.
enum FailingConstant: LintCheck {
    /// `failing-constant`.
    static let name = "failing-constant"
    /// How loud it is by itself.
    static let level: LintSetting.Level? = .warning

    /// Looks for it.
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.standards.flatMap { standard in
            standard.allExpressions.flatMap { expression in
                failures(expression.checked.root, in: expression).map { node, error in
                    Diagnostic(
                        code: .failingConstant, severity: .warning,
                        message: "this can never be computed: \(error.message)",
                        range: expression.range(of: node.range),
                        help: "a condition that errs closes, so the standard would fail at every event")
                }
            }
        }
    }

    /// The smallest parts that fail by themselves.
    private static func failures(
        _ node: CELExpression, in expression: ConditionExpression
    ) -> [(node: CELExpression, error: CELError)] {
        let inner = node.children.flatMap { failures($0, in: expression) }
        guard inner.isEmpty, case .call = node.kind else { return inner }
        let part = expression.checked.subexpression(node)
        guard part.attributes.isEmpty, part.freeVariables.isEmpty else { return [] }
        var slots = CELSlotTable()
        let program = expression.environment.program(for: part, slots: &slots)
        guard case .error(let error) = program.evaluate(CELFrame(slots)) else { return [] }
        return [(node, error)]
    }
}

extension Standard {
    /// Every expression of the standard, those of its patterns first.
    fileprivate var allExpressions: [ConditionExpression] {
        pattern.alternatives.flatMap(\.conditions).flatMap(\.expressions) + expressions
    }
}
