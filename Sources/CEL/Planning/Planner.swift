/// Makes a checked expression ready to run: names become slots and locals, calls are bound, constants are folded.
struct Planner {
    let definitions: Definitions
    let facts: Facts
    private(set) var slots: CELSlotTable
    /// The positions of the local names that stand for something now, the innermost last; a constant has none.
    private var locals: [String: [Local]] = [:]
    /// How many locals the program needs: each name has a place of its own, so that none is written twice at once.
    private(set) var localCount = 0
    /// Whether each part tells its value when it is evaluated; nothing is folded then.
    private let isObserved: Bool
    /// The plans of nodes that are done, by their ids.
    private var plans: NodeTable<Plan>

    init(_ definitions: Definitions, _ facts: Facts, slots: CELSlotTable, isObserved: Bool = false) {
        plans = NodeTable(nodeCount: facts.types.nodeCount)
        self.isObserved = isObserved
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
        /// The names that a node introduces are locals from here until it is finished.
        case open(CELExpression)
        /// The name of a part of a block, by its position, is a local until the block is finished.
        case openPart(CELExpression, Int)
    }

    /// Where the value of a local name is.
    private enum Local {
        case position(Int)
        case constant(CELValue)

        /// The position in the frame; a constant has none.
        var position: Int? { if case .position(let position) = self { position } else { nil } }
    }

    /// Plans a node and everything below it.
    mutating func plan(_ root: CELExpression) -> Plan {
        var steps: [Step] = [.visit(root)]
        while let step = steps.popLast() {
            switch step {
            case .visit(let expression): addSteps(for: expression, to: &steps)
            case .finish(let expression): finishStep(expression)
            case .open(let expression): open(expression)
            case .openPart(let part, let position): openLocal(HiddenName.index(position), planned(part).constant)
            }
        }
        return planned(root)
    }

    private mutating func finishStep(_ expression: CELExpression) {
        plans[expression.id] = observed(finish(expression), expression)
        close(expression)
    }

    /// Adds the steps that plan a node, the first to be done last; what is one fact, or part of a name, is not planned
    /// in parts.
    private mutating func addSteps(for expression: CELExpression, to steps: inout [Step]) {
        switch expression.kind {
        case .literal, .identifier: return finishStep(expression)
        case .comprehension(let comprehension):
            steps.append(.finish(expression))
            steps += comprehension.parts.reversed().map(Step.visit)
            steps += [.open(expression), .visit(comprehension.range)]
        case .binding(let binding):
            steps += [.finish(expression), .visit(binding.body), .open(expression), .visit(binding.value)]
        case .block(let parts, let result):
            steps += [.finish(expression), .visit(result)]
            for (position, part) in parts.enumerated().reversed() {
                steps += [.openPart(part, position), .visit(part)]
            }
        case .select(let operand, _), .presence(let operand, _):
            let isWhole = facts.references[expression.id] != nil || facts.attributes[expression.id] != nil
            if isWhole { return finishStep(expression) }
            steps.append(.finish(expression))
            steps.append(.visit(operand))
        case .call(_, let target, let arguments):
            steps.append(.finish(expression))
            for argument in arguments.reversed() { steps.append(.visit(argument)) }
            guard let target else { return }
            if case .overloads(_, isQualified: true)? = facts.references[expression.id] { return }
            steps.append(.visit(target))
        case .list, .map, .record:
            steps.append(.finish(expression))
            steps += expression.children.reversed().map(Step.visit)
        }
    }

    // MARK: Local names

    private mutating func open(_ expression: CELExpression) {
        switch expression.kind {
        case .comprehension(let comprehension):
            for name in comprehension.variables { openLocal(name) }
        case .binding(let binding):
            let constant = planned(binding.value).constant
            openLocal(binding.variable, binding.macro == .bind && !isObserved ? constant : nil)
        case .literal, .identifier, .select, .presence, .call, .list, .map, .record, .block: break
        }
    }

    private mutating func openLocal(_ name: String, _ constant: CELValue? = nil) {
        if let constant {
            locals[name, default: []].append(.constant(constant))
        } else {
            localCount += 1
            locals[name, default: []].append(.position(-localCount))
        }
    }

    private mutating func close(_ expression: CELExpression) {
        let names: [String] =
            switch expression.kind {
            case .comprehension(let comprehension): comprehension.variables
            case .binding(let binding): [binding.variable]
            case .block(let parts, _): parts.indices.map(HiddenName.index)
            case .literal, .identifier, .select, .presence, .call, .list, .map, .record: []
            }
        for name in names {
            locals[name]?.removeLast()
            if locals[name]?.isEmpty == true { locals[name] = nil }
        }
    }

    /// Where the innermost local of a name is; nil where it is a constant or no local.
    func position(of name: String) -> Int? { locals[name]?.last?.position }

    /// The plan, telling the value to the frame's observer where that is wanted.
    private func observed(_ plan: Plan, _ expression: CELExpression) -> Plan {
        guard isObserved else { return plan }
        let (value, id) = (plan.value, expression.id)
        return Plan(cost: plan.cost) { frame in
            let found = value(frame)
            frame.observer?(id, found)
            return found
        }
    }

    func planned(_ expression: CELExpression) -> Plan {
        plans[expression.id] ?? failure(CELError(.noSuchOverload, "the expression cannot be planned"), expression)
    }

    private mutating func finish(_ expression: CELExpression) -> Plan {
        switch expression.kind {
        case .literal(let value): return Plan(constant: kept(facts.conversions[expression.id] ?? value))
        case .identifier(let name, _): return identifier(name, expression)
        case .select(let operand, let field): return selection(operand, field, expression)
        case .presence(let operand, let field): return presence(operand, field, expression)
        case .call(let name, let target, let arguments): return call(name, target, arguments, expression)
        case .list(let elements, let optionals): return list(elements, optionals, expression)
        case .map(let entries): return map(entries, expression)
        case .record(let name, let fields): return record(name, fields, expression)
        case .comprehension(let comprehension): return loop(comprehension, expression)
        case .binding(let binding): return self.binding(binding)
        case .block(let parts, let result): return block(parts, result)
        }
    }

    /// A node that always fails.
    func failure(_ error: CELError, _ expression: CELExpression) -> Plan {
        Plan(constant: .error(error.located(at: expression.range)))
    }

    // MARK: Names

    /// What the checker found a name to stand for, or nil for what is found by other means.
    private mutating func reference(_ expression: CELExpression) -> Plan? {
        switch facts.references[expression.id] {
        case .variable(let name, let type)?: return slot(CELAttributePath(dotted: name), type)
        case .constant(let value)?: return Plan(constant: value)
        case .nothing(let error)?: return failure(error, expression)
        case .overloads?, .message?, nil: return nil
        }
    }

    private mutating func slot(_ path: CELAttributePath, _ type: CELType) -> Plan {
        Plan(slot: slots.index(of: path, type: type))
    }

    private mutating func identifier(_ name: String, _ expression: CELExpression) -> Plan {
        if let known = reference(expression) { return known }
        switch locals[name]?.last {
        case .position(let position)?: return Plan(slot: position)
        case .constant(let value)?: return Plan(constant: value)
        case nil:
            let name = HiddenName.sourceText(of: name)
            return failure(CELError(.noSuchVariable, "no variable is named `\(name)` here"), expression)
        }
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
            .costing(whole.cost + 1)
        return folded(part, [whole])
    }

    private mutating func presence(_ operand: CELExpression, _ field: String, _ expression: CELExpression) -> Plan {
        switch facts.references[expression.id] {
        case .variable(let name, let type)?:
            return Selection.presence(ofSlot: slots.index(of: CELAttributePath(dotted: name), type: type))
        case .constant?: return Plan(constant: .bool(true))
        case .nothing(let error)?: return failure(error, expression)
        case .overloads?, .message?, nil: break
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
            of: field, in: whole.value, operandIsField: operandIsField, range: expression.nameRange
        ).costing(whole.cost + 1)
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
            return folded(Plan(cost: operand.cost + 1, test: { test($0).located(at: range).negated }), [operand])
        case .conditional?:
            let parts = arguments.map(planned)
            if case .bool(let value)? = parts[0].constant, definitions.options.optimizes {
                return value ? parts[1] : parts[2]
            }
            return Logic.conditional(parts[0], parts[1], parts[2], conditionRange: arguments[0].range)
        case .optionalSelect?:
            guard case .literal(.string(let field)) = arguments[1].kind else { break }
            let whole = planned(arguments[0])
            let part = Selection.optionalField(field.text, of: whole.value, range: expression.nameRange)
            return folded(part.costing(whole.cost + 1), [whole])
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
        let isStandard = overloads.allSatisfy(\.isStandard) && definitions.options.optimizes
        if name == CELOperator.equal.rawValue || name == CELOperator.notEqual.rawValue, overloads.count == 1,
            overloads[0].isStandard
        {
            return Comparing.equality(
                parts[0], parts[1], isNegated: name == CELOperator.notEqual.rawValue, range: range)
        }
        if isStandard, overloads.count == 1 {
            switch overloads[0].id {
            case let id where id.hasPrefix("less_") || id.hasPrefix("greater_"):
                if let symbol = CELOperator(rawValue: name) {
                    return Comparing.order(parts[0], parts[1], symbol, range: range)
                }
            default: break
            }
        }
        if overloads.count == 1, overloads[0].isStandard, overloads[0].id == "type" { return typeOf(parts[0]) }
        if isStandard, name == CELOperator.in.rawValue {
            if case .list(let list)? = parts[1].constant, let probe = Membership.probe(parts[0], list.elements) {
                return probe
            }
            return Membership.general(parts[0], parts[1], range: range)
        }
        if name == Matching.name, overloads.allSatisfy(\.isStandard) {
            return Matching.plan(
                parts[0], parts[1], definitions.options.limits.patterns, isPlanned: isStandard, range: range)
        }
        if let look = Self.lookUp(name), let first = overloads.first, overloads.allSatisfy(\.isStandard) {
            // One plan serves lists and maps, with any number on the number line as a position.
            let index = CELOverload.binary(first.id, .dyn, .dyn, .dyn, look)
            return Calling(name, [index], definitions, range: range, isCounted: false).plan(parts)
        }
        let general = Calling(
            name, overloads, definitions, range: range, isCounted: Self.mayBeLarge(facts.types[expression.id] ?? .dyn),
            isTest: facts.types[expression.id] == .bool
        ).plan(parts)
        guard isStandard, overloads.count == 1 else { return general }
        let id = overloads[0].id
        return TextTesting.plan(id, parts, general: general) ?? Arithmetic.plan(id, parts, general: general)
    }

    /// What finds an element, by the name of the operator; nil for any other function.
    private static func lookUp(_ name: String) -> (@Sendable (CELValue, CELValue) -> CELValue)? {
        switch CELOperator(rawValue: name) {
        case .index?: { StandardFunctions.element(of: $0, at: $1) }
        case .optionalIndex?: OptionalsLibrary.optionalElement
        default: nil
        }
    }

    private static func mayBeLarge(_ type: CELType) -> Bool {
        switch type {
        case .string, .text, .bytes, .list, .map, .dyn, .abstract, .parameter, .error: true
        case .wrapper(let type): mayBeLarge(type)
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .record, .scalar: false
        }
    }

    /// Plans `type(x)`, for which the host's scalars have names.
    private func typeOf(_ operand: Plan) -> Plan {
        var names: [UInt8: CELTypeValue] = [:]
        for (name, type) in definitions.declarations.scalars { names[type.kind] = CELTypeValue(name) }
        let (evaluate, scalarNames) = (operand.value, names)
        return Plan(cost: operand.cost + 1) { frame in
            let value = evaluate(frame)
            guard value.isKnown else { return value }
            if case .scalar(let scalar) = value, let name = scalarNames[scalar.kind] { return .type(name) }
            return .type(CELTypeValue(value.typeName))
        }
    }

    /// What a part may take to be evaluated ahead of time; one that takes more is left until the expression runs.
    private static let foldingLimits: CELLimits = {
        var limits = CELLimits()
        limits.iterationCountMax = 1_000
        limits.createdElementCountMax = 10_000
        limits.costMax = 100_000
        return limits
    }()

    /// A constant as the plan keeps it.
    private func kept(_ value: CELValue) -> CELValue {
        guard definitions.options.internsTexts, case .string(let text) = value else { return value }
        return .string(text.interned)
    }

    /// The plan, or its value where all parts are constants and it does not fail.
    func folded(_ plan: Plan, _ parts: [Plan]) -> Plan {
        guard definitions.options.optimizes, !isObserved, parts.allSatisfy({ $0.constant != nil }) else { return plan }
        let frame = CELFrame(slotCount: 0)
        frame.begin(Self.foldingLimits, localCount: localCount, cost: plan.cost)
        let value = plan.value(frame)
        return value.isKnown && frame.exhaustion == nil ? Plan(constant: value) : plan
    }
}

extension CELAttributePath {
    /// The path of a variable whose name may have dots.
    init(dotted name: String) { self.init(stringLiteral: name) }
}
