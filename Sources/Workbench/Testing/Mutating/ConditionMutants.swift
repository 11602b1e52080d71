import CEL
import RulebookModel
import SourceText

/// The mutants of conditions: each term left out, each bound turned, each number moved.
struct ConditionMutants {
    private(set) var mutants: [Mutant] = []

    /// Adds those of a condition.
    ///
    /// - Parameters:
    ///   - condition: the condition; nil adds none.
    ///   - neutral: what the whole comes to where it is left out.
    mutating func add(_ condition: Condition?, neutral: Bool) {
        switch condition {
        case .expression(let expression): add(expression, neutral: neutral)
        case .all(let clauses, _):
            for clause in clauses { add(clause.condition, neutral: clauses.count > 1 ? true : neutral) }
        case .any(let clauses, _):
            for clause in clauses { add(clause.condition, neutral: clauses.count > 1 ? false : neutral) }
        case .not(let inner, _): add(inner, neutral: !neutral)
        case nil: break
        }
    }

    /// Adds those of an expression that stands for a condition.
    private mutating func add(_ expression: ConditionExpression, neutral: Bool) {
        let root = expression.checked.root
        mutants.append(Mutant(kind: .condition, range: expression.range, replacement: String(neutral)))
        dropTerms(root, of: expression)
        addValues(of: expression)
    }

    /// Adds those of an expression that stands for a value: no part of it can be left out.
    mutating func addValues(of expression: ConditionExpression) { visit(expression.checked.root, of: expression) }

    private mutating func dropTerms(_ node: CELExpression, of expression: ConditionExpression) {
        switch node.calledOperator {
        case .and, .or:
            let neutral = node.calledOperator == .and
            for child in node.children {
                mutants.append(
                    Mutant(kind: .condition, range: expression.range(of: child.range), replacement: String(neutral)))
                dropTerms(child, of: expression)
            }
        default:
            for child in node.children where Self.isCondition(child, of: expression) {
                dropTerms(child, of: expression)
            }
        }
    }

    private static func isCondition(_ node: CELExpression, of expression: ConditionExpression) -> Bool {
        expression.checked.type(of: node) == .bool
    }

    private mutating func visit(_ node: CELExpression, of expression: ConditionExpression) {
        if let sign = node.calledOperator, let turned = Self.turned[sign] {
            mutants.append(
                Mutant(kind: .bound, range: expression.range(of: node.nameRange), replacement: turned))
            for side in node.children { move(side, of: expression) }
        } else if node.calledOperator == .equal {
            for side in node.children { move(side, of: expression) }
        }
        for child in node.children { visit(child, of: expression) }
    }

    /// Moves a number that something is compared with.
    private mutating func move(_ node: CELExpression, of expression: ConditionExpression) {
        guard case .literal = node.kind, let value = expression.checked.literalValue(of: node) else { return }
        switch value {
        case .int, .double, .duration, .timestamp, .scalar: break
        default: return
        }
        if case .scalar(let scalar) = value, scalar.fact == .role { return }
        let range = expression.range(of: node.range)
        for step in [1, -1] {
            guard let moved = WrittenNumber.moved(range.text, by: step) else { continue }
            mutants.append(Mutant(kind: .limit, range: range, replacement: moved))
        }
    }

    private static let turned: [CELOperator: String] = [
        .less: "<=", .lessOrEqual: "<", .greater: ">=", .greaterOrEqual: ">",
    ]
}
