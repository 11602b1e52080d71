/// The plans of lists, maps, records, loops and names for values.
extension Planner {
    func list(_ elements: [CELExpression], _ optionalPositions: [Int], _ expression: CELExpression) -> Plan {
        let parts = elements.map(planned)
        let evaluators = parts.map(\.value)
        let (range, optionals) = (expression.range, Set(optionalPositions))
        let ranges = optionals.isEmpty ? [] : elements.map(\.range)
        let made = Plan(cost: parts.reduce(Self.listCost) { $0 + $1.cost }) { frame in
            var values: [CELValue] = []
            values.reserveCapacity(evaluators.count)
            var areKnown = true
            for (position, evaluate) in evaluators.enumerated() {
                let value = evaluate(frame)
                guard optionals.contains(position), value.isKnown else {
                    if !value.isKnown { areKnown = false }
                    values.append(value)
                    continue
                }
                switch Self.content(ofOptional: value, at: ranges[position]) {
                case .success(let held): if let held { values.append(held) }
                case .failure(let error):
                    areKnown = false
                    values.append(.error(error))
                }
            }
            guard areKnown else { return Strictness.merged(values) }
            guard frame.takeElements(values.count) else {
                return .error(frame.exhaust("the evaluation makes too much", at: range))
            }
            return .elements(values)
        }
        return folded(made, parts)
    }

    /// What the making of a list, of a map and of a record costs.
    private static let listCost = 10
    private static let mapCost = 30
    private static let recordCost = 40

    /// What an optional after a `?` holds, nil for nothing.
    private static func content(ofOptional value: CELValue, at range: Range<Int>) -> Result<CELValue?, CELError> {
        guard case .optional(let optional) = value else {
            return .failure(
                CELError(.noSuchOverload, "an optional was expected after `?`, not \(value.typeName)", range: range))
        }
        return .success(optional.value)
    }

    func map(_ entries: [CELExpression.Entry], _ expression: CELExpression) -> Plan {
        let parts = entries.flatMap { [planned($0.key), planned($0.value)] }
        let evaluators = parts.map(\.value)
        let optionals = entries.map(\.isOptional)
        let ranges = entries.map(\.value.range)
        let range = expression.range
        let made = Plan(cost: parts.reduce(Self.mapCost) { $0 + $1.cost }) { frame in
            let values = evaluators.map { $0(frame) }
            guard values.allSatisfy(\.isKnown) else { return Strictness.merged(values) }
            guard frame.takeElements(values.count) else {
                return .error(frame.exhaust("the evaluation makes too much", at: range))
            }
            var pairs: [(key: CELValue, value: CELValue)] = []
            pairs.reserveCapacity(optionals.count)
            for (position, isOptional) in optionals.enumerated() {
                let (key, value) = (values[2 * position], values[2 * position + 1])
                guard isOptional else {
                    pairs.append((key, value))
                    continue
                }
                switch Self.content(ofOptional: value, at: ranges[position]) {
                case .success(let held): if let held { pairs.append((key, held)) }
                case .failure(let error): return .error(error)
                }
            }
            do throws(CELError) {
                return .map(try CELMap(pairs))
            } catch {
                return .error(error.located(at: range))
            }
        }
        return folded(made, parts)
    }

    func record(
        _ name: String, _ fields: [CELExpression.FieldInitializer], _ expression: CELExpression
    ) -> Plan {
        guard case .message(let message)? = facts.references[expression.id] else {
            if case .nothing(let error)? = facts.references[expression.id] { return failure(error, expression) }
            return failure(CELError(.noSuchOverload, "no record type is named `\(name)`"), expression)
        }
        let parts = fields.map { planned($0.value) }
        let evaluators = parts.map(\.value)
        let range = expression.range
        let made = Plan(cost: parts.reduce(Self.recordCost) { $0 + $1.cost }) { frame in
            let values = evaluators.map { $0(frame) }
            guard values.allSatisfy(\.isKnown) else { return Strictness.merged(values) }
            var given: [String: CELValue] = [:]
            for (field, value) in zip(fields, values) {
                var held: CELValue? = value
                if field.isOptional {
                    switch Self.content(ofOptional: value, at: field.value.range) {
                    case .success(let content): held = content
                    case .failure(let error): return .error(error)
                    }
                }
                guard let held else { continue }
                guard given.updateValue(held, forKey: field.name) == nil else {
                    return .error(
                        CELError(.duplicateKey, "the field `\(field.name)` is given twice", range: field.nameRange))
                }
            }
            return message.make(given).located(at: range)
        }
        return folded(made, parts)
    }

    func loop(_ comprehension: CELComprehension, _ expression: CELExpression) -> Plan {
        let range = planned(comprehension.range)
        guard let local = position(of: comprehension.variable) else {
            return failure(CELError(.noSuchVariable, "the loop has no place for its name"), expression)
        }
        let condition = comprehension.condition.map(planned)
        let transform = comprehension.transform.map(planned)
        let bodyCost = (condition?.cost ?? 0) + (condition == nil ? transform?.cost ?? 0 : 0)
        let loop = Loop(
            range: range.value, local: local, secondLocal: comprehension.secondVariable.flatMap(position),
            stepCost: bodyCost + 1, place: comprehension.range.range,
            conditionPlace: (comprehension.condition ?? comprehension.transform ?? expression).range)
        let always: Test = { _ in CELTruth.true }
        let test = condition.map(\.test) ?? always
        let made = condition == nil ? transform?.value : transform?.chargedValue
        let plan =
            switch comprehension.macro {
            case .all: loop.all(test)
            case .exists: loop.exists(test)
            case .existsOne: loop.existsOne(test)
            case .filter, .map, .transformList: loop.list(where: condition.map(\.test), made)
            case .transformMap: loop.map(where: condition.map(\.test), made)
            case .transformMapEntry: loop.mapEntries(where: condition.map(\.test), made)
            }
        return plan.costing(range.cost + 1)
    }

    func binding(_ binding: CELBinding) -> Plan {
        let (value, body) = (planned(binding.value), planned(binding.body))
        guard let local = position(of: binding.variable) else { return body }
        if binding.macro == .bind { return Binding.bind(value, local: local, body) }
        return Binding.optional(
            value, local: local, body, isFlat: binding.macro == .optFlatMap, range: binding.value.range,
            bodyRange: binding.body.range)
    }

    func block(_ parts: [CELExpression], _ result: CELExpression) -> Plan {
        let plans = parts.map(planned)
        var named: [(local: Int, value: Evaluate)] = []
        for (position, plan) in plans.enumerated() {
            guard let local = self.position(of: HiddenName.index(position)) else { continue }
            named.append((local, plan.value))
        }
        let body = planned(result)
        if named.isEmpty { return body }
        return Binding.block(named, body).costing(plans.reduce(body.cost) { $0 + $1.cost + 1 })
    }
}
