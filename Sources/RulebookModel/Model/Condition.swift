public import CEL
public import SourceText
import YAMLSyntax

/// A condition that was read, parsed and checked against the vocabulary.
///
/// A class, since the model and the program of it hold the same.
public final class ConditionExpression: Sendable {
    /// The condition as it was written, without quotes.
    public var source: String { scalar.text }
    /// Where it stands.
    public let range: SourceRange
    /// What it says, which it shares with all that say the same of the same events.
    package let form: ConditionForm
    /// Its checked form; where its terms say all that it asks, this is made when it is first asked for.
    public var checked: CELCheckedExpression { form.checked }
    /// What it was checked against.
    package var environment: CELEnvironment { form.environment }
    /// The YAML scalar that holds it, which knows where each byte of it stands.
    let scalar: YAMLScalar

    init(range: SourceRange, form: ConditionForm, scalar: YAMLScalar) {
        self.range = range
        self.form = form
        self.scalar = scalar
    }
}

/// One named part of a condition: reported, scored and explained on its own.
public struct Clause: Sendable {
    /// The name that the author gave it.
    public let label: String?
    /// What it asks.
    public let condition: Condition

    package init(label: String?, condition: Condition) {
        self.label = label
        self.condition = condition
    }
}

/// What a standard asks of an event, as a tree of conditions.
public indirect enum Condition: Sendable {
    /// A single condition.
    case expression(ConditionExpression)
    /// All of them must hold.
    case all([Clause], SourceRange)
    /// At least one must hold.
    case any([Clause], SourceRange)
    /// It must not hold.
    case not(Condition, SourceRange)

    /// Where it stands.
    public var range: SourceRange {
        switch self {
        case .expression(let expression): expression.range
        case .all(_, let range), .any(_, let range), .not(_, let range): range
        }
    }

    /// Every expression in it, in written order.
    public var expressions: [ConditionExpression] {
        switch self {
        case .expression(let expression): [expression]
        case .all(let clauses, _), .any(let clauses, _): clauses.flatMap(\.condition.expressions)
        case .not(let condition, _): condition.expressions
        }
    }
}
