/// An expression, as the generator makes it.
indirect enum ReferenceTerm {
    /// How a loop asks its elements.
    enum Quantifier: String {
        case all, exists
        case existsOne = "exists_one"
    }

    case literal(ReferenceValue)
    case fact([String])
    /// A loop variable, or a field of it.
    case local(String, field: String?)
    case setting(String)
    case table(String, key: ReferenceTerm)
    case arithmetic(String, ReferenceTerm, ReferenceTerm)
    case compare(String, ReferenceTerm, ReferenceTerm)
    case and([ReferenceTerm], inWords: Bool)
    case or([ReferenceTerm], inWords: Bool)
    case not(ReferenceTerm, inWords: Bool)
    case isAmong(ReferenceTerm, [ReferenceValue])
    case isElement(ReferenceTerm, of: ReferenceTerm)
    case has([String])
    case hasLocal(String, field: String)
    case choice(ReferenceTerm, ReferenceTerm, ReferenceTerm)
    case quantified(Quantifier, String, in: ReferenceTerm, ReferenceTerm)
    case countWhere(String, in: ReferenceTerm, ReferenceTerm)
    case size(ReferenceTerm)
    case total(String, in: ReferenceTerm, ReferenceTerm)

    /// The expression as a rulebook writes it.
    var text: String {
        switch self {
        case .literal(let value): value.conditionText
        case .fact(let path): path.joined(separator: ".")
        case .local(let name, let field): field.map { "\(name).\($0)" } ?? name
        case .setting(let name): "settings.\(name)"
        case .table(let name, let key): "settings.\(name)[\(key.text)]"
        case .arithmetic(let symbol, let left, let right): "(\(left.text) \(symbol) \(right.text))"
        case .compare(let symbol, let left, let right): "(\(left.text) \(symbol) \(right.text))"
        case .and(let terms, let inWords):
            "(\(terms.map(\.text).joined(separator: inWords ? " and " : " && ")))"
        case .or(let terms, let inWords):
            "(\(terms.map(\.text).joined(separator: inWords ? " or " : " || ")))"
        case .not(let term, let inWords): inWords ? "(not (\(term.text)))" : "!(\(term.text))"
        case .isAmong(let term, let values):
            "(\(term.text) in [\(values.map(\.conditionText).joined(separator: ", "))])"
        case .isElement(let term, let list): "(\(term.text) in \(list.text))"
        case .has(let path): "has(\(path.joined(separator: ".")))"
        case .hasLocal(let name, let field): "has(\(name).\(field))"
        case .choice(let condition, let first, let second):
            "(\(condition.text) ? \(first.text) : \(second.text))"
        case .quantified(let quantifier, let name, let list, let condition):
            "\(list.text).\(quantifier.rawValue)(\(name), \(condition.text))"
        case .countWhere(let name, let list, let condition): "size(\(list.text).filter(\(name), \(condition.text)))"
        case .size(let list): "size(\(list.text))"
        case .total(let name, let list, let term): "sum(\(list.text).map(\(name), \(term.text)))"
        }
    }
}

/// A condition as a rulebook writes it: an expression, a list, labelled clauses, alternatives, a negation.
indirect enum ReferenceCondition {
    case term(ReferenceTerm)
    case list([ReferenceCondition])
    case labelled([(label: String, condition: ReferenceCondition)])
    case any([ReferenceCondition])
    case not(ReferenceCondition)

    /// The condition in YAML's flow style.
    var yaml: String {
        switch self {
        case .term(let term): "'\(term.text)'"
        case .list(let parts): "[\(parts.map(\.yaml).joined(separator: ", "))]"
        case .labelled(let parts):
            "{\(parts.map { "\($0.label): \($0.condition.yaml)" }.joined(separator: ", "))}"
        case .any(let parts): "{any: [\(parts.map(\.yaml).joined(separator: ", "))]}"
        case .not(let inner): "{not: \(inner.yaml)}"
        }
    }
}
