/// The types of lists, maps, records, loops and names for values.
extension Checker {
    func list(_ elements: [CELExpression], _ optionalPositions: [Int]) -> CELType {
        guard !optionalPositions.isEmpty else { return .list(joined(elements) ?? freshParameter()) }
        let types = elements.enumerated().map { position, element in
            optionalPositions.contains(position) ? content(ofOptional: element) : type(element)
        }
        return .list(types.dropFirst().reduce(types[0]) { substitution.join($0, $1) })
    }

    func map(_ entries: [CELExpression.Entry]) -> CELType {
        let key = joined(entries.map(\.key)) ?? freshParameter()
        for entry in entries {
            switch type(entry.key) {
            case .bool, .int, .uint, .string, .text, .scalar, .dyn, .parameter, .wrapper, .error: break
            case let type:
                report(
                    .invalidMapKey, "\(describe(type)) cannot be a key of a map", range: entry.key.range,
                    help: "keys are bool, int, uint or string")
            }
        }
        guard entries.contains(where: \.isOptional) else {
            return .map(key, joined(entries.map(\.value)) ?? freshParameter())
        }
        let types = entries.map { $0.isOptional ? content(ofOptional: $0.value) : type($0.value) }
        return .map(key, types.dropFirst().reduce(types[0]) { substitution.join($0, $1) })
    }

    /// What an optional that stands after a `?` holds; reported where it is none.
    private func content(ofOptional expression: CELExpression) -> CELType {
        let content = freshParameter()
        let found = type(expression)
        var trial = substitution
        guard trial.assign(found, to: .optional(content)) else {
            report(
                .unexpectedType, "what stands after `?` must be an optional, found \(describe(found))",
                range: expression.range, help: "write `optional.of(...)`, or leave the `?` out")
            return .error
        }
        substitution = trial
        return substitution.resolve(content)
    }

    /// The type that all parts have, or `dyn`; nil where there are none.
    ///
    /// String literals are read as the type of the others where the host says how.
    private func joined(_ parts: [CELExpression]) -> CELType? {
        let fixed = parts.filter { !isFlexible($0) }
        var joined: CELType?
        for part in fixed { joined = joined.map { substitution.join($0, type(part)) } ?? type(part) }
        for part in parts where isFlexible(part) {
            if let wanted = joined, definitions.literalReader(for: substitution.resolve(wanted)) != nil {
                adopt(part, as: wanted)
            } else {
                joined = joined.map { substitution.join($0, type(part)) } ?? type(part)
            }
        }
        return joined
    }

    /// The type of `Name{field: value}`.
    func record(
        _ name: String, _ fields: [CELExpression.FieldInitializer], _ expression: CELExpression
    ) -> CELType {
        guard let message = definitions.message(name) else {
            return fail(
                expression, .unknownName, "no record type is named `\(name)`", code: .noSuchOverload,
                help: suggestion(name, definitions.messageNames), range: expression.nameRange)
        }
        references[expression.id] = .message(message)
        for field in fields {
            guard let wanted = message.fields[field.name] else {
                report(
                    .unknownField, "\(message.name) has no field `\(field.name)`", range: field.nameRange,
                    help: suggestion(field.name, message.fields.keys.sorted()))
                if mode == .lenient {
                    let text = "\(message.name) has no field `\(field.name)`"
                    references[expression.id] = .nothing(CELError(.noSuchField, text, range: field.nameRange))
                }
                continue
            }
            require(field.value, field.isOptional ? .optional(wanted) : wanted)
        }
        return message.type
    }

    /// What the names of a loop stand for; with one name, it is the element or the key.
    func elementTypes(of comprehension: CELComprehension) -> (first: CELType, second: CELType) {
        let range = substitution.resolve(type(comprehension.range))
        let hasTwo = comprehension.secondVariable != nil
        switch range {
        case .list(let element): return hasTwo ? (.int, element) : (element, .error)
        case .map(let key, let value): return (key, value)
        case .dyn, .parameter: return (.dyn, .dyn)
        case .error: return (.error, .error)
        default:
            guard mode == .strict else { return (.dyn, .dyn) }
            report(
                .notIterable, "\(describe(range)) has no elements", range: comprehension.range.range,
                help: "`\(comprehension.macro.rawValue)` goes through a list or the keys of a map")
            return (.error, .error)
        }
    }

    func comprehension(_ comprehension: CELComprehension) -> CELType {
        if let condition = comprehension.condition {
            requireBool(condition, of: "the condition of `\(comprehension.macro.rawValue)`")
        }
        let made = comprehension.transform.map(type) ?? .dyn
        switch comprehension.macro {
        case .all, .exists, .existsOne: return .bool
        case .filter: return .list(elementTypes(of: comprehension).first)
        case .map, .transformList: return .list(made)
        case .transformMap:
            return .map(elementTypes(of: comprehension).first, made)
        case .transformMapEntry:
            guard let transform = comprehension.transform, made != .error else { return .error }
            let wanted = CELType.map(freshParameter(), freshParameter())
            require(transform, wanted)
            return substitution.resolve(wanted)
        }
    }

    /// What the name of a binding stands for.
    func boundType(of binding: CELBinding) -> CELType {
        let found = type(binding.value)
        guard binding.macro != .bind, mode == .strict else { return mode == .strict ? found : .dyn }
        let content = freshParameter()
        var trial = substitution
        guard trial.assign(found, to: .optional(content)) else {
            report(
                .unexpectedType, "`\(binding.macro.rawValue)` asks an optional, found \(describe(found))",
                range: binding.value.range, help: "write `a.?b`, or `cel.bind(...)` to name a plain value")
            return .error
        }
        substitution = trial
        return substitution.resolve(content)
    }

    func binding(_ binding: CELBinding) -> CELType {
        let found = type(binding.body)
        switch binding.macro {
        case .bind: return found
        case .optMap: return .optional(found)
        case .optFlatMap:
            let wanted = CELType.optional(freshParameter())
            require(binding.body, wanted)
            return mode == .strict ? substitution.resolve(wanted) : .dyn
        }
    }
}
