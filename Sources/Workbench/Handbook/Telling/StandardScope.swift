import RulebookModel
import SourceText

/// Tells when a standard applies: its equalities, what its pattern asks, and its condition.
struct StandardScope {
    let conditions: ConditionTeller

    private var teller: HandbookTeller { conditions.teller }

    /// All of it; never where it does not apply to the book's role.
    func told(_ standard: Standard) -> ToldCondition {
        var parts = standard.scope.map(equality)
        let alternatives = standard.pattern.alternatives
        if alternatives.count == 1 || Set(alternatives.map(\.type)).count == alternatives.count {
            // A named pattern says by its name what it asks.
            let written = standard.pattern.range.text
            if !teller.rulebook.vocabulary.patterns.contains(where: { $0.name == written }) {
                parts += alternatives.flatMap(\.conditions).map(conditions.tell)
            }
        }
        if let when = standard.when { parts.append(conditions.tell(when)) }
        return .all(of: parts)
    }

    private func equality(_ equality: ScopeEquality) -> ToldCondition {
        if equality.path == ["agent", "role"], let role = teller.role {
            return equality.texts.contains(role) ? .always : .never
        }
        let values = equality.values.map(teller.value).joined(separator: " \(teller.words.or) ")
        return .line(HandbookText("\(teller.fact(equality.path, of: conditions.types)): \(values)"))
    }
}
