import CEL
import RulebookModel
import SourceText

/// A standard that can apply to no event: its conditions contradict each other, or it is never in force.
enum EmptyScope: LintCheck {
    /// `empty-scope`.
    static let name = "empty-scope"
    /// How loud it is by itself.
    static let level: LintSetting.Level? = .warning

    /// Looks for it.
    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let empty = Set(
            StandardOutcomes.all(in: rulebook).filter { $0.outcomes.isEmpty }.map(\.standard.id))
        return rulebook.standards.compactMap { standard in
            if let reason = contradiction(standard) ?? period(standard, in: rulebook)
                ?? (empty.contains(standard.id) ? "no values of its facts fit its conditions" : nil)
            {
                return Diagnostic(
                    code: .emptyScope, severity: .warning, message: "`\(standard.id)` can apply to no event: \(reason)",
                    range: standard.range, help: "mend its `for`, `when` or `effective`, or remove it")
            }
            return nil
        }
    }

    private static func period(_ standard: Standard, in rulebook: Rulebook) -> String? {
        let own = standard.effective
        let whole = rulebook.effective
        if let until = own.until, let from = whole.from, until <= from {
            return "it ends before the rulebook comes into force"
        }
        if let from = own.from, let until = whole.until, from >= until {
            return "it begins after the rulebook has ended"
        }
        return nil
    }

    /// Equalities on one fact that leave no value.
    private static func contradiction(_ standard: Standard) -> String? {
        var allowed: [String: [CELValue]] = [:]
        func narrow(_ path: String, to values: [CELValue]) -> Bool {
            guard let before = allowed[path] else {
                allowed[path] = values
                return true
            }
            let left = before.filter { value in values.contains { $0 == value } }
            allowed[path] = left
            return !left.isEmpty
        }
        for equality in standard.scope where !narrow(equality.path.joined(separator: "."), to: equality.values) {
            return "`\(equality.path.joined(separator: "."))` would need two values at once"
        }
        for part in conjuncts(standard.when) {
            if case .bool(false)? = part.constantValue { return "its `when` is never true" }
            guard let (path, values) = part.equality else { continue }
            if !narrow(path, to: values) { return "`\(path)` would need two values at once" }
        }
        return nil
    }

    private static func conjuncts(_ condition: Condition?) -> [ConditionPart] {
        switch condition {
        case .expression(let expression):
            expression.checked.conjuncts.map { ConditionPart(environment: expression.environment, checked: $0) }
        case .all(let clauses, _): clauses.flatMap { conjuncts($0.condition) }
        case .any, .not, nil: []
        }
    }
}

/// A part of a condition with what it was checked against.
private struct ConditionPart {
    let environment: CELEnvironment
    let checked: CELCheckedExpression

    var constantValue: CELValue? { environment.constantValue(of: checked) }

    /// The fact and the values that the part asks it to have; nil where it asks something else.
    var equality: (path: String, values: [CELValue])? {
        guard case .call(_, _, let sides) = checked.root.kind, sides.count == 2,
            let operation = checked.root.calledOperator
        else { return nil }
        let left = part(sides[0])
        let right = part(sides[1])
        switch operation {
        case .equal:
            if let path = left.path, let value = right.constantValue { return (path, [value]) }
            if let path = right.path, let value = left.constantValue { return (path, [value]) }
        case .in:
            if let path = left.path, case .list(let list)? = right.constantValue { return (path, list.elements) }
        default: break
        }
        return nil
    }

    private func part(_ node: CELExpression) -> ConditionPart {
        ConditionPart(environment: environment, checked: checked.subexpression(node))
    }

    /// The fact that the whole part is, such as `customer.tier`; nil where it computes something.
    private var path: String? { checked.attributePath(of: checked.root)?.description }
}
