import CEL
import RulebookModel
import SourceText

/// The terms that expressions join with `and`, each ready to run by itself; planned when first asked for.
final class TermPrograms {
    /// One term, with what a trace says of it whatever the facts.
    struct Term {
        let side: ExpressionSide
        /// The slots that it reads, ascending.
        let slots: [Int]
        /// The settings that it names, in order.
        let settings: [String]
        /// The term as it was written, on one line.
        let text: String
        /// Where it stands.
        let place: SourceRange

        init(_ checked: CELCheckedExpression, side: ExpressionSide, text: String, place: SourceRange) {
            self.side = side
            slots = side.slots.sorted()
            settings = SettingNames.of(checked.root)
            self.text = text.onOneLine
            self.place = place
        }
    }

    private let compiled: CompiledRulebook
    private var planned: [ObjectIdentifier: [Term]] = [:]
    private var wholes: [ObjectIdentifier: Term] = [:]

    init(_ compiled: CompiledRulebook) { self.compiled = compiled }

    /// The terms of an expression, in written order; the whole where it joins none.
    func of(_ expression: ExpressionProgram) -> [Term] {
        let key = ObjectIdentifier(expression)
        if let known = planned[key] { return known }
        let parts = expression.source.checked.conjuncts
        let sides = parts.compactMap { compiled.plan($0.root, of: expression) }
        let terms =
            parts.count > 1 && sides.count == parts.count
            ? zip(parts, sides).map { part, side in
                Term(part, side: side, text: part.text, place: expression.source.range(of: part.root.range))
            } : [whole(expression)]
        planned[key] = terms
        return terms
    }

    /// An expression as one term.
    func whole(_ expression: ExpressionProgram) -> Term {
        let key = ObjectIdentifier(expression)
        if let known = wholes[key] { return known }
        let source = expression.source
        let side = ExpressionSide(program: expression.program, slots: Set(expression.slots))
        let term = Term(source.checked, side: side, text: source.source, place: source.range)
        wholes[key] = term
        return term
    }
}
