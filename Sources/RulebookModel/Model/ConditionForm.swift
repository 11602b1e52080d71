package import CEL
import Synchronization

/// What a condition says in an environment: one object for all conditions there that are written alike.
///
/// Where its terms say all that it asks, its tree is let go once they are known, and is made again when somebody looks
/// into it: trees of all conditions are most of what a large rulebook would take in memory, and few are looked into.
package final class ConditionForm: Sendable {
    /// What it was checked against.
    package let environment: CELEnvironment
    /// The type of its value.
    package let type: CELType
    /// What it asks.
    package let conjunction: CELConjunction
    private let source: String
    private let made = AtomicLazyReference<Made>()

    private final class Made: Sendable {
        let checked: CELCheckedExpression

        init(_ checked: CELCheckedExpression) { self.checked = checked }
    }

    /// Takes what was found to be without errors.
    init(_ checked: CELCheckedExpression, environment: CELEnvironment) {
        self.environment = environment
        type = checked.type
        source = checked.tree.source
        conjunction = CELConjunction(checked)
        // Who reads values looks into them at once.
        if !conjunction.isWhole || type != .bool { _ = made.storeIfNil(Made(checked)) }
    }

    /// Takes terms that are all that a source asks, each of which was found to be without errors.
    init(_ conjunction: CELConjunction, of source: String, environment: CELEnvironment) {
        self.environment = environment
        self.source = source
        self.conjunction = conjunction
        type = .bool
    }

    /// The paths of the facts that it reads, in written order; a fact read twice stands twice.
    package var paths: [CELAttributePath] {
        conjunction.isWhole ? conjunction.facts.map(\.path) : checked.attributes.map(\.path)
    }

    /// Its checked form.
    package var checked: CELCheckedExpression {
        if let known = made.load() { return known.checked }
        guard let checked = environment.compile(source).expression else {
            preconditionFailure("what was without errors is so again")
        }
        // Of two threads that made one, both take that of the first.
        return made.storeIfNil(Made(checked)).checked
    }
}
