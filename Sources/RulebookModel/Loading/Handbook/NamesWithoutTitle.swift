import CEL

/// The names of a rulebook that people read and that have no title of their own, for which a handbook has words.
struct NamesWithoutTitle {
    private(set) var all: Set<String> = []

    init(
        vocabulary: Vocabulary, settings: [Setting], calendars: [BusinessCalendar], phrases: [PhraseSet],
        standards: [Standard]
    ) {
        all.formUnion(phrases.map(\.name))
        all.formUnion(vocabulary.roles)
        all.formUnion(vocabulary.patterns.map(\.name))
        all.formUnion(calendars.map(\.name))
        for entity in vocabulary.entities {
            all.insert(entity.name)
            for field in entity.fields {
                all.insert("\(entity.name).\(field.name)")
                add(field.type)
            }
        }
        all.formUnion(EventShape.envelope.map { "event.\($0.name)" })
        for field in vocabulary.events.flatMap(\.fields) {
            all.insert("event.\(field.name)")
            add(field.type)
        }
        for setting in settings { if case .constant(let value) = setting.content { add(value) } }
        for standard in standards {
            for condition in [standard.when, standard.unless].compactMap({ $0 }) { add(condition) }
            for expression in standard.expressions { add(expression.checked.root) }
            switch standard.body {
            case .require(let condition), .forbid(let condition): add(condition)
            case .manual(let questions): all.formUnion(questions.map(\.label).filter { !$0.isEmpty })
            case .allowance, .timeline, .metric: break
            }
        }
    }

    private mutating func add(_ type: FactType) {
        switch type {
        case .enumeration(let words): all.formUnion(words)
        case .list(let inner), .map(let inner): add(inner)
        default: break
        }
    }

    /// The keys of a table.
    private mutating func add(_ value: CELValue) {
        guard case .map(let map) = value else { return }
        for (key, inner) in zip(map.keys, map.values) {
            if case .string(let text) = key { all.insert(text.text) }
            add(inner)
        }
    }

    /// The texts that an expression compares with.
    private mutating func add(_ node: CELExpression) {
        if case .literal(.string(let text)) = node.kind, !text.text.isEmpty { all.insert(text.text) }
        for child in node.children { add(child) }
    }

    private mutating func add(_ condition: Condition) {
        switch condition {
        case .expression: break
        case .all(let clauses, _), .any(let clauses, _):
            for clause in clauses {
                if let label = clause.label { all.insert(label) }
                add(clause.condition)
            }
        case .not(let inner, _): add(inner)
        }
    }
}
