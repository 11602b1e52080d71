/// Makes a checked expression ready to run: names become slots and locals, calls are bound, constants are folded.
struct Planner {
    let definitions: Definitions
    let facts: Facts
    private(set) var slots: CELSlotTable
    private var locals: [String] = []
    /// The plans of nodes that are done, by their ids.
    private var plans: [Int: Plan] = [:]

    init(_ definitions: Definitions, _ facts: Facts, slots: CELSlotTable) {
        self.definitions = definitions
        self.facts = facts
        self.slots = slots
    }

    /// What is to be done next; kept on a stack of its own, so that deep expressions need no deep machine stack.
    private enum Step {
        /// Plan what stands below a node, then the node.
        case visit(CELExpression)
        /// Plan a node below which all is planned.
        case finish(CELExpression)
        /// The loop's variable is a local from here until the loop is finished.
        case open(CELComprehension)
    }

    /// Plans a node and everything below it.
    mutating func plan(_ root: CELExpression) -> Plan {
        var steps: [Step] = [.visit(root)]
        while let step = steps.popLast() {
            switch step {
            case .visit(let expression): steps += self.steps(for: expression).reversed()
            case .finish(let expression):
                if case .comprehension = expression.kind { locals.removeLast() }
                plans[expression.id] = finish(expression)
            case .open(let comprehension): locals.append(comprehension.variable)
            }
        }
        return planned(root)
    }

    /// The steps that plan a node, in order; what is one fact, or part of a name, is not planned in parts.
    private func steps(for expression: CELExpression) -> [Step] {
        switch expression.kind {
        case .comprehension(let comprehension):
            let parts = [comprehension.condition, comprehension.transform].compactMap { $0 }
            return [.visit(comprehension.range), .open(comprehension)] + parts.map(Step.visit) + [.finish(expression)]
        case .select, .presence:
            let isWhole = facts.references[expression.id] != nil || facts.attributePath(of: expression) != nil
            return (isWhole ? [] : expression.children.map(Step.visit)) + [.finish(expression)]
        case .call(_, target: .some, let arguments):
            guard case .overloads(_, isQualified: true)? = facts.references[expression.id] else { break }
            return arguments.map(Step.visit) + [.finish(expression)]
        default: break
        }
        return expression.children.map(Step.visit) + [.finish(expression)]
    }

    private func planned(_ expression: CELExpression) -> Plan {
        plans[expression.id] ?? failure(CELError(.noSuchOverload, "the expression cannot be planned"), expression)
    }

    private mutating func finish(_ expression: CELExpression) -> Plan {
        switch expression.kind {
        case .literal(let value): return Plan(constant: facts.conversions[expression.id] ?? value)
        case .identifier(let name, _): return identifier(name, expression)
        case .select(let operand, let field): return selection(operand, field, expression)
        case .presence(let operand, let field): return presence(operand, field, expression)
        case .call(let name, let target, let arguments): return call(name, target, arguments, expression)
        case .list(let elements): return list(elements, expression)
        case .map(let entries): return map(entries, expression)
        case .record(let name, _):
            return failure(CELError(.notYetAvailable, "records such as `\(name){}` cannot be made yet"), expression)
        case .comprehension(let comprehension): return loop(comprehension, expression)
        }
    }

    /// A node that always fails.
    private func failure(_ error: CELError, _ expression: CELExpression) -> Plan {
        Plan(constant: .error(error.located(at: expression.range)))
    }

    // MARK: Names

    /// What the checker found a name to stand for, or nil for what is found by other means.
    private mutating func reference(_ expression: CELExpression) -> Plan? {
        switch facts.references[expression.id] {
        case .variable(let name, let type)?: return slot(CELAttributePath(dotted: name), type)
        case .constant(let value)?: return Plan(constant: value)
        case .nothing(let error)?: return failure(error, expression)
        case .overloads?, nil: return nil
        }
    }

    private mutating func slot(_ path: CELAttributePath, _ type: CELType) -> Plan {
        Plan(slot: slots.index(of: path, type: type))
    }

    private mutating func identifier(_ name: String, _ expression: CELExpression) -> Plan {
        if let known = reference(expression) { return known }
        guard let local = locals.lastIndex(of: name) else {
            return failure(CELError(.noSuchVariable, "no variable is named `\(name)` here"), expression)
        }
        return Plan { $0.local(local) }
    }

    private mutating func selection(_ operand: CELExpression, _ field: String, _ expression: CELExpression) -> Plan {
        if let known = reference(expression) { return known }
        if let path = facts.attributePath(of: expression) {
            return slot(path, facts.types[expression.id] ?? .dyn)
        }
        var index: Int?
        if case .record(let name)? = facts.types[operand.id] {
            index = definitions.record(name)?.index(of: field)
        }
        let whole = planned(operand)
        let part = Selection.field(field, of: whole.value, index: index, range: expression.nameRange)
        return folded(part, [whole])
    }

    private mutating func presence(_ operand: CELExpression, _ field: String, _ expression: CELExpression) -> Plan {
        switch facts.references[expression.id] {
        case .variable(let name, let type)?:
            return Selection.presence(ofSlot: slots.index(of: CELAttributePath(dotted: name), type: type))
        case .constant?: return Plan(constant: .bool(true))
        case .nothing(let error)?: return failure(error, expression)
        case .overloads?, nil: break
        }
        if let path = facts.attributePath(of: expression) {
            var type = CELType.dyn
            if case .record(let name)? = facts.types[operand.id], let record = definitions.record(name),
                let index = record.index(of: field)
            {
                type = record.fields[index].type
            }
            return Selection.presence(ofSlot: slots.index(of: path, type: type))
        }
        let operandIsField = if case .select = operand.kind { true } else { false }
        let whole = planned(operand)
        let test = Selection.presence(
            of: field, in: whole.value, operandIsField: operandIsField, range: expression.nameRange)
        return folded(test, [whole])
    }

    // MARK: Calls

    private func call(
        _ name: String, _ target: CELExpression?, _ arguments: [CELExpression], _ expression: CELExpression
    ) -> Plan {
        switch CELOperator(rawValue: name) {
        case .and?:
            let parts = arguments.map(planned)
            return folded(Logic.all(parts, ranges: arguments.map(\.range)), parts)
        case .or?:
            let parts = arguments.map(planned)
            return folded(Logic.any(parts, ranges: arguments.map(\.range)), parts)
        case .not?:
            let operand = planned(arguments[0])
            let (test, range) = (operand.test, arguments[0].range)
            return folded(Plan(test: { test($0).located(at: range).negated }), [operand])
        case .conditional?:
            let parts = arguments.map(planned)
            if case .bool(let value)? = parts[0].constant { return value ? parts[1] : parts[2] }
            return Logic.conditional(parts[0], parts[1], parts[2], conditionRange: arguments[0].range)
        default: break
        }
        guard case .overloads(let overloads, let isQualified)? = facts.references[expression.id] else {
            if case .nothing(let error)? = facts.references[expression.id] { return failure(error, expression) }
            return failure(CELError(.noSuchFunction, "no function is named `\(name)`"), expression)
        }
        let operands = (isQualified ? [] : target.map { [$0] } ?? []) + arguments
        let parts = operands.map(planned)
        return folded(strict(name, overloads, parts, expression), parts)
    }

    /// Plans a call whose arguments are all evaluated; the commonest operators have plans of their own.
    private func strict(
        _ name: String, _ overloads: [CELOverload], _ parts: [Plan], _ expression: CELExpression
    ) -> Plan {
        let range = expression.range
        let isStandard = overloads.allSatisfy(\.isStandard)
        if isStandard, overloads.count == 1 {
            switch overloads[0].id {
            case "equals", "not_equals":
                return Comparing.equality(
                    parts[0], parts[1], isNegated: overloads[0].id == "not_equals", range: range)
            case let id where id.hasPrefix("less_") || id.hasPrefix("greater_"):
                if let symbol = CELOperator(rawValue: name) {
                    return Comparing.order(parts[0], parts[1], symbol, range: range)
                }
            case "type": return typeOf(parts[0])
            default: break
            }
        }
        if isStandard, name == CELOperator.in.rawValue {
            if case .list(let list)? = parts[1].constant, let probe = Membership.probe(parts[0], list.elements) {
                return probe
            }
            return Membership.general(parts[0], parts[1], range: range)
        }
        if isStandard, name == CELOperator.index.rawValue, let first = overloads.first {
            // One plan serves lists and maps, with any number on the number line as a position.
            let index = CELOverload.binary(first.id, .dyn, .dyn, .dyn) { StandardFunctions.element(of: $0, at: $1) }
            return Calling(name, [index], definitions, range: range, isCounted: false).plan(parts)
        }
        return Calling(
            name, overloads, definitions, range: range, isCounted: Self.mayBeLarge(facts.types[expression.id] ?? .dyn),
            isTest: facts.types[expression.id] == .bool
        ).plan(parts)
    }

    private static func mayBeLarge(_ type: CELType) -> Bool {
        switch type {
        case .string, .text, .bytes, .list, .map, .dyn, .abstract, .parameter, .error: true
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .record, .scalar: false
        }
    }

    /// Plans `type(x)`, for which the host's scalars have names.
    private func typeOf(_ operand: Plan) -> Plan {
        var names: [UInt8: CELTypeValue] = [:]
        for (name, type) in definitions.declarations.scalars { names[type.kind] = CELTypeValue(name) }
        let (evaluate, scalarNames) = (operand.value, names)
        return Plan { frame in
            let value = evaluate(frame)
            guard value.isKnown else { return value }
            if case .scalar(let scalar) = value, let name = scalarNames[scalar.kind] { return .type(name) }
            return .type(CELTypeValue(value.typeName))
        }
    }

    // MARK: Lists, maps and loops

    private func list(_ elements: [CELExpression], _ expression: CELExpression) -> Plan {
        let parts = elements.map(planned)
        let evaluators = parts.map(\.value)
        let range = expression.range
        let made = Plan { frame in
            var values: [CELValue] = []
            values.reserveCapacity(evaluators.count)
            var areKnown = true
            for evaluate in evaluators {
                let value = evaluate(frame)
                if !value.isKnown { areKnown = false }
                values.append(value)
            }
            guard areKnown else { return Strictness.merged(values) }
            guard frame.takeElements(values.count) else {
                return .error(CELError(.limitExceeded, "the evaluation makes too much", range: range))
            }
            return .elements(values)
        }
        return folded(made, parts)
    }

    private func map(_ entries: [CELExpression.Entry], _ expression: CELExpression) -> Plan {
        let parts = entries.flatMap { [planned($0.key), planned($0.value)] }
        let evaluators = parts.map(\.value)
        let range = expression.range
        let made = Plan { frame in
            let values = evaluators.map { $0(frame) }
            guard values.allSatisfy(\.isKnown) else { return Strictness.merged(values) }
            guard frame.takeElements(values.count) else {
                return .error(CELError(.limitExceeded, "the evaluation makes too much", range: range))
            }
            let pairs = stride(from: 0, to: values.count, by: 2).map { (key: values[$0], value: values[$0 + 1]) }
            do throws(CELError) {
                return .map(try CELMap(pairs))
            } catch {
                return .error(error.located(at: range))
            }
        }
        return folded(made, parts)
    }

    private func loop(_ comprehension: CELComprehension, _ expression: CELExpression) -> Plan {
        let range = planned(comprehension.range)
        guard locals.count < CELFrame.localCount else {
            return failure(
                CELError(.limitExceeded, "loops are nested deeper than \(CELFrame.localCount)"), expression)
        }
        let loop = Loop(
            range: range.value, local: locals.count, place: comprehension.range.range,
            conditionPlace: (comprehension.condition ?? comprehension.transform ?? expression).range)
        let condition = comprehension.condition.map(planned)
        let transform = comprehension.transform.map(planned)
        let always: Test = { _ in CELTruth.true }
        let test = condition.map(\.test) ?? always
        switch comprehension.macro {
        case .all: return loop.all(test)
        case .exists: return loop.exists(test)
        case .existsOne: return loop.existsOne(test)
        case .filter, .map: return loop.collect(where: condition.map(\.test), transform.map(\.value))
        }
    }

    /// The plan, or its value where all parts are constants and it does not fail.
    private func folded(_ plan: Plan, _ parts: [Plan]) -> Plan {
        guard parts.allSatisfy({ $0.constant != nil }) else { return plan }
        let frame = CELFrame(slotCount: 0)
        frame.begin(definitions.options.limits)
        let value = plan.value(frame)
        return value.isKnown ? Plan(constant: value) : plan
    }
}

extension CELAttributePath {
    /// The path of a variable whose name may have dots.
    init(dotted name: String) { self.init(stringLiteral: name) }
}
