import CEL
import RulebookModel

/// Tells the parts of one expression; nil wherever there are no words for one.
struct ExpressionTeller {
    let owner: ConditionTeller
    let checked: CELCheckedExpression
    /// What loop variables stand for: the entity of an element, or nil for a plain value.
    let variables: [String: String?]

    private var teller: HandbookTeller { owner.teller }
    private var words: HandbookWords { owner.words }

    // MARK: Truths

    func truth(_ node: CELExpression) -> ToldCondition? {
        if let said = said(node, isNegated: false) ?? scored(node) ?? hours(node, isNegated: false) { return said }
        switch node.kind {
        case .literal(.bool(let truth)): return truth ? .always : .never
        case .presence: return fact(node).map { line("\($0): \(words.given)") }
        case .identifier, .select:
            return checked.type(of: node) == .bool ? fact(node).map { line("\($0): \(words.yes)") } : nil
        case .comprehension(let loop): return self.loop(loop)
        case .call(_, target: nil, let arguments):
            guard let sign = node.calledOperator else { return nil }
            return call(sign, arguments)
        case .literal, .call, .list, .map, .record, .binding, .block: return nil
        }
    }

    private func call(_ sign: CELOperator, _ arguments: [CELExpression]) -> ToldCondition? {
        switch sign {
        case .and: return all(arguments).map { .all(of: $0) }
        case .or: return all(arguments).map { .any(of: $0) }
        case .not: return negation(arguments[0])
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return comparison(sign, arguments[0], arguments[1])
        case .in: return membership(arguments[0], arguments[1], isNegated: false)
        default: return nil
        }
    }

    private func all(_ nodes: [CELExpression]) -> [ToldCondition]? {
        let told = nodes.map(truth)
        // A part without words stands as it was written, unless no part has any.
        guard told.contains(where: { $0 != nil }) else { return nil }
        return zip(nodes, told).map { $1 ?? .line(HandbookText(checked.tree.text(of: $0), .code)) }
    }

    /// What a condition asks of the words that are said.
    private func said(_ node: CELExpression, isNegated: Bool) -> ToldCondition? {
        guard let path = checked.attributePath(of: node)?.names, path.count > 1,
            let function = PhraseFunction(rawValue: path[0])
        else { return nil }
        let phrase = words.thanFact.filled(["other": PhraseTeller(teller: teller).name(path[1])])
        switch function {
        case .says: return line("\(phrase) \(isNegated ? words.notSaid : words.said)")
        case .saysOnly:
            let only = line("\(phrase) \(words.onlySaid)")
            return isNegated ? only.negated : only
        case .timesSaid: return nil
        }
    }

    /// That every critical item of a scorecard is kept.
    private func scored(_ node: CELExpression) -> ToldCondition? {
        guard let path = checked.attributePath(of: node)?.names, path.count > 1,
            path[0] == ScorecardFunction.passesCritical.rawValue
        else { return nil }
        return line(words.criticalKept.filled(["scorecard": ScorecardTeller(teller: teller).name(path[1])]))
    }

    /// That a moment lies within the hours of a calendar, or of a fact.
    private func hours(_ node: CELExpression, isNegated: Bool) -> ToldCondition? {
        guard case .call("open", target: nil, let arguments) = node.kind, arguments.count == 2,
            let calendar = hoursName(arguments[0]), let moment = moment(arguments[1])
        else { return nil }
        return line("\(moment): \((isNegated ? words.outsideHours : words.inHours).filled(["calendar": calendar]))")
    }

    private func hoursName(_ node: CELExpression) -> String? {
        if case .select(let operand, let field) = node.kind, case .identifier("calendars", _) = operand.kind {
            return teller.word(field)
        }
        if let path = checked.attributePath(of: node)?.names, path.count > 1, path[0] == "calendars" {
            return teller.word(path[1])
        }
        return subject(node)
    }

    private func moment(_ node: CELExpression) -> String? {
        checked.attributePath(of: node)?.names == ["now"] ? words.thisMoment : subject(node)
    }

    private func negation(_ node: CELExpression) -> ToldCondition? {
        if let said = said(node, isNegated: true) ?? hours(node, isNegated: true) { return said }
        if let scored = scored(node) { return scored.negated }
        switch node.kind {
        case .presence: return fact(node).map { line("\($0): \(words.notGiven)") }
        case .identifier, .select: return fact(node).map { line("\($0): \(words.no)") }
        case .call(_, target: nil, let arguments) where node.calledOperator == .in:
            return membership(arguments[0], arguments[1], isNegated: true)
        default: return truth(node)?.negated
        }
    }

    private func loop(_ loop: CELComprehension) -> ToldCondition? {
        guard loop.macro == .all || loop.macro == .exists, loop.secondVariable == nil, let body = loop.condition,
            let things = subject(loop.range)
        else { return nil }
        var entity: String?
        if case .list(.record(let name)) = checked.type(of: loop.range) { entity = name }
        let inner = ExpressionTeller(
            owner: owner, checked: checked, variables: variables.merging([loop.variable: entity]) { $1 })
        guard let told = inner.truth(body), !told.isCode else { return nil }
        let sentence = loop.macro == .all ? words.forEach : words.forOne
        return line(sentence.filled(["things": things, "condition": told.line(words).plain]))
    }

    // MARK: Comparisons

    private func comparison(
        _ sign: CELOperator, _ left: CELExpression, _ right: CELExpression
    ) -> ToldCondition? {
        if let truth = roleTruth(sign, left, right) { return truth ? .always : .never }
        if constant(left) != nil, constant(right) == nil { return comparison(sign.mirrored, right, left) }
        if case .bool(let wanted)? = constant(right), sign == .equal || sign == .notEqual {
            return fact(left).map { line("\($0): \((wanted == (sign == .equal)) ? words.yes : words.no)") }
        }
        guard let subject = subject(left) else { return nil }
        guard let value = constant(right) else {
            if let other = self.subject(right), sign == .equal || sign == .notEqual {
                let sentence = sign == .equal ? words.sameAs : words.differentFrom
                return line("\(subject): \(sentence.filled(["other": other]))")
            }
            return figure(right).flatMap { bound(sign, $0) }.map { line("\(subject): \($0)") }
        }
        if case .string(let text) = value, text.text.isEmpty, sign == .equal || sign == .notEqual {
            return line("\(subject): \(sign == .equal ? words.notGiven : words.given)")
        }
        return bound(sign, teller.amount(value)).map { line("\(subject): \($0)") }
    }

    private func bound(_ sign: CELOperator, _ amount: HandbookAmount) -> String? {
        func text(_ use: HandbookUse) -> String { teller.language.amount(amount, use) }
        switch sign {
        case .equal: return text(.plain)
        case .notEqual: return words.not.filled(["value": text(.plain)])
        case .lessOrEqual: return words.atMost.filled(["amount": text(.bounded)])
        case .less: return words.under.filled(["amount": text(.bounded)])
        case .greaterOrEqual: return words.atLeast.filled(["amount": text(.bounded)])
        case .greater: return words.over.filled(["amount": text(.bounded)])
        default: return nil
        }
    }

    /// Whether the book's role fulfils a comparison of the actor's role; nil for any other comparison.
    private func roleTruth(_ sign: CELOperator, _ left: CELExpression, _ right: CELExpression) -> Bool? {
        let vocabulary = teller.rulebook.vocabulary
        guard let role = teller.role, let own = vocabulary.rank(ofRole: role),
            checked.attributePath(of: left)?.names == ["agent", "role"], case .scalar(let scalar)? = constant(right),
            let other = vocabulary.rank(ofRole: scalar.text(roles: vocabulary.roles))
        else { return nil }
        switch sign {
        case .equal: return own == other
        case .notEqual: return own != other
        case .less: return own < other
        case .lessOrEqual: return own <= other
        case .greater: return own > other
        case .greaterOrEqual: return own >= other
        default: return nil
        }
    }

    private func membership(
        _ element: CELExpression, _ list: CELExpression, isNegated: Bool
    ) -> ToldCondition? {
        if let values = constant(list), case .list(let values) = values {
            guard let subject = subject(element) else { return nil }
            if let truth = roleMembership(element, values) { return truth != isNegated ? .always : .never }
            let text = values.elements.map(teller.value).joined(separator: ", ")
            let sentence = isNegated ? words.noneOfValues : words.oneOf
            return line("\(subject): \(sentence.filled(["values": text]))")
        }
        guard let subject = subject(list), let value = constant(element).map(teller.value) ?? quoted(element) else {
            return nil
        }
        return line("\(subject): \((isNegated ? words.includesNot : words.includes).filled(["value": value]))")
    }

    private func roleMembership(_ element: CELExpression, _ values: CELList) -> Bool? {
        let roles = teller.rulebook.vocabulary.roles
        guard let role = teller.role, checked.attributePath(of: element)?.names == ["agent", "role"] else { return nil }
        return values.elements.contains { $0.isRole(role, of: roles) }
    }

    /// A fact in quotes, so that it can stand behind other words; what has quotes already stands without more.
    private func quoted(_ node: CELExpression) -> String? {
        subject(node).map { name in
            name.contains(teller.language.quotes.open) ? name : words.thanFact.filled(["other": name])
        }
    }

    // MARK: What is compared

    /// What people call what a node comes to.
    func subject(_ node: CELExpression) -> String? {
        if let fact = fact(node) { return fact }
        guard case .call(let name, let target, let arguments) = node.kind else { return nil }
        if name == "size" {
            return (target ?? arguments.first).flatMap(subject).map { words.numberOf.filled(["things": $0]) }
        }
        guard target == nil, arguments.count == 2, let sign = node.calledOperator else { return nil }
        if sign == .subtract, checked.attributePath(of: arguments[0])?.names == ["now"] {
            return subject(arguments[1]).map { words.timeSince.filled(["moment": $0]) }
        }
        switch sign {
        case .add, .subtract, .multiply, .divide:
            guard let left = term(arguments[0]), let right = term(arguments[1]) else { return nil }
            let signs: [CELOperator: String] = [.add: "+", .subtract: "−", .multiply: "×", .divide: "÷"]
            return "\(left) \(signs[sign] ?? "") \(right)"
        default: return nil
        }
    }

    private func term(_ node: CELExpression) -> String? {
        figure(node).map { teller.language.amount($0, .plain) }
    }

    /// What people call a fact, or the element of a list.
    private func fact(_ node: CELExpression) -> String? {
        if let path = checked.attributePath(of: node)?.names {
            guard path != ["now"] else { return nil }
            if path.count > 1, path[0] == PhraseFunction.timesSaid.rawValue {
                return words.timesSaid.filled(["phrase": PhraseTeller(teller: teller).name(path[1])])
            }
            if path.count > 1, let function = ScorecardFunction(rawValue: path[0]) {
                let scorecard = ["scorecard": ScorecardTeller(teller: teller).name(path[1])]
                switch function {
                case .score: return words.scoreOf.filled(scorecard)
                case .bonus: return words.bonusOf.filled(scorecard)
                case .passesCritical: return words.criticalKept.filled(scorecard)
                }
            }
            if path[0] == "settings" { return nil }
            return teller.fact(path, of: owner.types)
        }
        switch node.kind {
        case .select(let operand, let field), .presence(let operand, let field):
            guard case .identifier(let name, _) = operand.kind, let entity = variables[name] else { return nil }
            return entity.map { teller.fact([$0, field]) }
        case .identifier(let name, _):
            guard let entity = variables[name] else { return nil }
            return entity.map(teller.word) ?? teller.words.valueIs
        default: return nil
        }
    }

    // MARK: Limits

    /// A value that is the same for every event.
    func constant(_ node: CELExpression) -> CELValue? {
        if let value = checked.literalValue(of: node) ?? checked.declaredConstant(of: node) { return value }
        switch node.kind {
        case .select(let operand, let field):
            guard case .map(let map)? = constant(operand) else { return nil }
            return map.value(forKey: .string(CELString(field)))
        case .list(let elements, let optionals):
            let values = elements.compactMap(constant)
            return values.count == elements.count && optionals.isEmpty ? .list(CELList(values)) : nil
        case .call(_, target: nil, let arguments) where node.calledOperator == .index:
            guard case .map(let map)? = constant(arguments[0]), let key = constant(arguments[1]) else { return nil }
            return map.value(forKey: key)
        default: return nil
        }
    }

    /// A limit: a constant, a setting that depends on facts (its table is noted), or another fact.
    func figure(_ node: CELExpression) -> HandbookAmount? {
        if let value = constant(node) { return teller.amount(value) }
        if let path = checked.attributePath(of: node)?.names, path[0] == "settings",
            let setting = teller.rulebook.settings.first(where: { path.count == 2 && $0.name == path[1] })
        {
            return dependent(setting, keys: [])
        }
        if let (setting, keys) = lookup(node) { return dependent(setting, keys: keys) }
        return quoted(node).map(HandbookAmount.text)
    }

    /// The setting that a node looks up by facts, and those facts: `settings.free_bags[customer.membership]`.
    private func lookup(_ node: CELExpression) -> (Setting, [String])? {
        var keys: [String] = []
        var rest = node
        while true {
            switch rest.kind {
            case .call(_, target: nil, let arguments) where rest.calledOperator == .index:
                guard let key = subject(arguments[1]) ?? constant(arguments[1]).map(teller.value) else { return nil }
                keys.insert(key, at: 0)
                rest = arguments[0]
            case .select(let operand, let field):
                if case .identifier("settings", _) = operand.kind {
                    guard let setting = teller.rulebook.settings.first(where: { $0.name == field }), !keys.isEmpty
                    else {
                        return nil
                    }
                    return (setting, keys)
                }
                keys.insert(teller.word(field), at: 0)
                rest = operand
            default: return nil
            }
        }
    }

    private func dependent(_ setting: Setting, keys: [String]) -> HandbookAmount {
        let table = SettingTeller(teller: teller)
        owner.figures.add(setting.name, table.table(setting, keys: keys))
        return .text(words.thanFact.filled(["other": table.title(setting)]))
    }

    private func line(_ text: String) -> ToldCondition { .line(HandbookText(text)) }
}

extension CELValue {
    /// Whether it is a role, by rank or by name.
    fileprivate func isRole(_ role: String, of roles: [String]) -> Bool {
        switch self {
        case .scalar(let scalar): scalar.text(roles: roles) == role
        case .string(let text): text.text == role
        default: false
        }
    }
}

extension CELOperator {
    /// The comparison with its sides changed over.
    fileprivate var mirrored: CELOperator {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }
}
