import CEL
import RulebookModel

/// The terms that expressions join with `and`, each ready to run by itself; planned when first asked for.
final class TermPrograms {
    /// One term.
    struct Term {
        let checked: CELCheckedExpression
        let side: ExpressionSide
        /// Whether it is the whole expression.
        let isWhole: Bool
    }

    private let compiled: CompiledRulebook
    private var planned: [ObjectIdentifier: [Term]] = [:]

    init(_ compiled: CompiledRulebook) { self.compiled = compiled }

    /// The terms of an expression, in written order; the whole where it joins none.
    func of(_ expression: ExpressionProgram) -> [Term] {
        let checked = expression.source.checked
        let key = ObjectIdentifier(checked.root)
        if let known = planned[key] { return known }
        let whole = Term(
            checked: checked, side: ExpressionSide(program: expression.program, slots: Set(expression.slots)),
            isWhole: true)
        let parts = checked.conjuncts
        let sides = parts.compactMap { compiled.plan($0.root, of: expression) }
        let terms =
            parts.count > 1 && sides.count == parts.count
            ? zip(parts, sides).map { Term(checked: $0, side: $1, isWhole: false) } : [whole]
        planned[key] = terms
        return terms
    }
}
