import CEL
import RulebookModel

/// Tells conditions as sentences of the form `value of the coupon: at most 20 EUR`.
///
/// What is compared stands before a colon and its bound behind, so that no language has to bend the author's words.
/// What cannot be told so stands as it was written.
struct ConditionTeller {
    let teller: HandbookTeller
    /// The types of the events that the condition is about.
    let types: [String]
    /// The figures on which bounds depend, which stand below the standard.
    let figures: FigureNotes

    var words: HandbookWords { teller.words }

    func tell(_ condition: Condition) -> ToldCondition {
        switch condition {
        case .expression(let expression): tell(expression)
        case .all(let clauses, _): .all(of: clauses.map(tell))
        case .any(let clauses, _): .any(of: clauses.map(tell))
        case .not(let inner, _): tell(inner).negated
        }
    }

    private func tell(_ clause: Clause) -> ToldCondition {
        let told = tell(clause.condition)
        guard let label = clause.label, !told.isNever, !told.isAlways else { return told }
        return .clause(label: teller.word(label), told)
    }

    func tell(_ expression: ConditionExpression) -> ToldCondition {
        let reader = ExpressionTeller(owner: self, checked: expression.checked, variables: [:])
        return reader.truth(expression.checked.root) ?? .line(Self.code(expression))
    }

    /// What is compared or measured: `value of the coupon`.
    func subject(_ expression: ConditionExpression) -> HandbookText {
        ExpressionTeller(owner: self, checked: expression.checked, variables: [:]).subject(expression.checked.root)
            .map { HandbookText($0) } ?? Self.code(expression)
    }

    /// A limit: a value where it is always the same, else the name of what it depends on.
    func figure(_ expression: ConditionExpression) -> HandbookAmount? {
        ExpressionTeller(owner: self, checked: expression.checked, variables: [:]).figure(expression.checked.root)
    }

    /// A value that is always the same.
    func constant(_ expression: ConditionExpression) -> CELValue? {
        ExpressionTeller(owner: self, checked: expression.checked, variables: [:]).constant(expression.checked.root)
    }

    static func code(_ expression: ConditionExpression) -> HandbookText {
        HandbookText(expression.source.split(whereSeparator: \.isWhitespace).joined(separator: " "), .code)
    }
}
