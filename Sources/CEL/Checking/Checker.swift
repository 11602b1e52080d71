/// Finds the type of every node, what its names stand for, and everything that is wrong with them.
///
/// A node that was reported has the type `error`, which fits everywhere, so that one slip is reported once.
final class Checker {
    /// What is asked of an expression before it runs.
    enum Mode {
        /// All types must fit.
        case strict
        /// Names are resolved; whether types fit shows when the expression runs.
        case lenient
    }

    let definitions: Definitions
    let mode: Mode
    var issues: IssueList
    var substitution = Substitution()
    var types: NodeTable<CELType>
    var references: NodeTable<Reference>
    private var attributes: NodeTable<Attribute>
    var conversions: [Int: CELValue] = [:]
    /// The types of the local names that stand for something now, the innermost last.
    private var locals: [String: [CELType]] = [:]
    private var parameterCount = 0

    init(_ definitions: Definitions, mode: Mode, nodeCount: Int) {
        types = NodeTable(nodeCount: nodeCount)
        references = NodeTable(nodeCount: nodeCount)
        attributes = NodeTable(nodeCount: nodeCount)
        self.definitions = definitions
        self.mode = mode
        self.issues = IssueList(countMax: definitions.options.limits.issueCountMax)
    }

    /// Checks a tree, whose value must have a type where one is given.
    static func check(
        _ tree: CELSyntaxTree, _ definitions: Definitions, mode: Mode, expecting expected: CELType? = nil
    ) -> (facts: Facts, issues: [CELIssue]) {
        let checker = Checker(definitions, mode: mode, nodeCount: tree.nodeCount)
        checker.check(tree.root)
        if let expected { checker.require(tree.root, expected) }
        // Without parameters, there is nothing that could have been found out later.
        if checker.parameterCount > 0 { checker.types.update(checker.substitution.finish) }
        let facts = Facts(
            types: checker.types, references: checker.references, conversions: checker.conversions,
            attributes: checker.attributes)
        return (facts, checker.issues.isEmpty ? [] : checker.issues.sorted)
    }

    /// What is to be done next; kept on a stack of its own, so that deep expressions need no deep machine stack.
    private enum Step {
        /// Check what stands below a node, then the node.
        case visit(CELExpression)
        /// Check a node below which all is checked.
        case finish(CELExpression)
        /// The names that a node introduces stand for something from here until the node is finished.
        case open(CELExpression)
        /// The name of a part of a block, by its position, stands for it until the block is finished.
        case openPart(CELExpression, Int)
    }

    /// Checks a node and everything below it.
    private func check(_ root: CELExpression) {
        var steps: [Step] = [.visit(root)]
        while let step = steps.popLast() {
            switch step {
            case .visit(let expression): addSteps(for: expression, to: &steps)
            case .finish(let expression): finish(expression)
            case .open(let expression): open(expression)
            case .openPart(let part, let position):
                locals[HiddenName.index(position), default: []].append(type(part))
            }
        }
    }

    private func finish(_ expression: CELExpression) {
        types[expression.id] = substitution.resolve(findType(expression))
        attributes[expression.id] = attribute(expression)
        close(expression)
    }

    /// Adds the steps that check a node, the first to be done last; parts of dotted names are not checked by
    /// themselves.
    private func addSteps(for expression: CELExpression, to steps: inout [Step]) {
        switch expression.kind {
        case .literal, .identifier: finish(expression)
        case .select(let operand, let field), .presence(let operand, let field):
            guard dottedName(operand, field) == nil else { return finish(expression) }
            steps.append(.finish(expression))
            steps.append(.visit(operand))
        case .call(let name, let target, let arguments):
            steps.append(.finish(expression))
            for argument in arguments.reversed() { steps.append(.visit(argument)) }
            guard let target else { return }
            let isQualified =
                qualifiedFunction(name, of: target) != nil || namespacedLibraryOff(name, target) != nil
            if !isQualified { steps.append(.visit(target)) }
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
        case .list, .map, .record:
            steps.append(.finish(expression))
            steps += expression.children.reversed().map(Step.visit)
        }
    }

    /// The fact that a node reads as one, once it is known what it stands for.
    private func attribute(_ expression: CELExpression) -> Attribute? {
        switch expression.kind {
        case .literal: return nil
        case .identifier, .select, .presence, .call, .list, .map, .record, .comprehension, .binding, .block: break
        }
        switch references[expression.id] {
        case .variable(let name, _)?: return definitions.memory.variable(name)
        case .constant?, .overloads?, .message?, .nothing?: return nil
        case nil: break
        }
        switch expression.kind {
        case .select(let operand, let field), .presence(let operand, let field):
            guard let base = attributes[operand.id], case .record? = types[operand.id] else { return nil }
            return base.field(field)
        default: return nil
        }
    }

    /// The type that was found for a node.
    func type(_ expression: CELExpression) -> CELType { types[expression.id] ?? .dyn }

    private func findType(_ expression: CELExpression) -> CELType {
        switch expression.kind {
        case .literal(let value): return literalType(value)
        case .identifier(let name, let isRooted): return identifier(name, isRooted: isRooted, expression)
        case .select(let operand, let field), .presence(let operand, let field):
            return selection(operand, field, expression)
        case .call(let name, let target, let arguments): return call(name, target, arguments, expression)
        case .list(let elements, let optionals): return list(elements, optionals)
        case .map(let entries): return map(entries)
        case .record(let name, let fields): return record(name, fields, expression)
        case .comprehension(let comprehension): return self.comprehension(comprehension)
        case .binding(let binding): return self.binding(binding)
        case .block(_, let result): return type(result)
        }
    }

    private func literalType(_ value: CELValue) -> CELType {
        switch value {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        default: .dyn
        }
    }

    // MARK: Names

    private func identifier(_ name: String, isRooted: Bool, _ expression: CELExpression) -> CELType {
        if !isRooted, let local = locals[name]?.last { return local }
        if let type = entity(name, isRooted: isRooted, expression) { return type }
        if name.hasPrefix("@") { return unknownPart(name, expression) }
        let known = locals.keys.sorted() + definitions.entityNames
        return fail(
            expression, .unknownName, "no variable is named `\(name)`", code: .noSuchVariable,
            help: suggestion(name, known + known.compactMap { $0.split(separator: ".").first.map(String.init) }))
    }

    /// The type of what a dotted name stands for, noting what that is.
    private func entity(_ name: String, isRooted: Bool, _ expression: CELExpression) -> CELType? {
        switch definitions.entity(name, isRooted: isRooted) {
        case .variable(let name, let type)?:
            references[expression.id] = .variable(name: name, type)
            if mode == .lenient, case .record = type { return type }
            return mode == .strict ? type : .dyn
        case .constant(let value, let type)?:
            references[expression.id] = .constant(value)
            return type
        case nil: return nil
        }
    }

    /// What a selection is where it is no field: a declared name with dots, or a name that should have been one.
    private enum DottedName {
        case declared(String, isRooted: Bool)
        case unknown(String)
    }

    private func dottedName(_ operand: CELExpression, _ field: String) -> DottedName? {
        guard mayBeDotted(operand) else { return nil }
        guard let (name, isRooted) = qualifiedName(operand) else { return nil }
        let fullName = "\(name).\(field)"
        if definitions.entity(fullName, isRooted: isRooted) != nil { return .declared(fullName, isRooted: isRooted) }
        // A part of a dotted name says nothing by itself: the whole is what is wrong.
        let isPart = definitions.isNamespace(name) && !definitions.isNamespace(fullName)
        return isPart && definitions.entity(name, isRooted: isRooted) == nil ? .unknown(fullName) : nil
    }

    /// Whether a declared name with dots begins as an expression does; nearly all begin with the name of a record.
    private func mayBeDotted(_ expression: CELExpression) -> Bool {
        var node = expression
        while case .select(let operand, _) = node.kind { node = operand }
        guard case .identifier(let name, _) = node.kind else { return false }
        return definitions.mayBeginDottedName(name)
    }

    private func selection(_ operand: CELExpression, _ field: String, _ expression: CELExpression) -> CELType {
        let found: CELType
        switch dottedName(operand, field) {
        case .declared(let name, let isRooted)?: found = entity(name, isRooted: isRooted, expression) ?? .dyn
        case .unknown(let name)?:
            return fail(
                expression, .unknownName, "no variable is named `\(name)`", code: .noSuchVariable,
                help: suggestion(name, definitions.entityNames))
        case nil: found = fieldType(of: type(operand), field, expression)
        }
        if case .error = found { return .error }
        if case .presence = expression.kind { return .bool }
        return found
    }

    func fieldType(of type: CELType, _ field: String, _ expression: CELExpression) -> CELType {
        switch type {
        case .dyn, .parameter: return .dyn
        case .error: return .error
        case .map(let key, let value):
            var trial = substitution
            guard trial.assign(.string, to: key) || key.isStringLike else { break }
            if case .text = key, case .rejected(let message, let help)? = definitions.literalReader(for: key)?(field) {
                report(.rejectedLiteral, message, range: expression.nameRange, help: help)
            }
            return value
        case .record(let name):
            guard let record = definitions.record(name) else { return .dyn }
            if let index = record.index(of: field) { return record.fields[index].type }
            return fail(
                expression, .unknownField, "\(name) has no field `\(field)`", code: .noSuchField,
                help: suggestion(field, record.fields.map(\.name)), range: expression.nameRange)
        case .abstract(CELTypeValue.optional.name, let parameters):
            let found = fieldType(of: parameters.first ?? .dyn, field, expression)
            return found == .error ? .error : .optional(found)
        default: break
        }
        return fail(
            expression, .noFields, "\(describe(type)) has no field `\(field)`", code: .noSuchOverload,
            range: expression.nameRange)
    }

    /// The dotted name that an expression is, unless it begins with a loop's variable.
    func qualifiedName(_ expression: CELExpression) -> (name: String, isRooted: Bool)? {
        guard let text = Parser.qualifiedName(of: expression) else { return nil }
        if text.hasPrefix(".") { return (String(text.dropFirst()), true) }
        let first = text.prefix { $0 != "." }
        return locals[String(first)] != nil ? nil : (text, false)
    }

    /// A part of a block that does not stand before this place.
    private func unknownPart(_ name: String, _ expression: CELExpression) -> CELType {
        fail(
            expression, .unknownName, "`\(HiddenName.sourceText(of: name))` stands for nothing here",
            code: .noSuchVariable, help: "a part of a block can read the parts before it")
    }

    /// Makes the names that a node introduces stand for something.
    private func open(_ expression: CELExpression) {
        switch expression.kind {
        case .comprehension(let comprehension):
            let (first, second) = elementTypes(of: comprehension)
            locals[comprehension.variable, default: []].append(first)
            if let name = comprehension.secondVariable { locals[name, default: []].append(second) }
        case .binding(let binding):
            locals[binding.variable, default: []].append(boundType(of: binding))
        case .literal, .identifier, .select, .presence, .call, .list, .map, .record, .block: break
        }
    }

    /// Ends what a node's names stand for.
    private func close(_ expression: CELExpression) {
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

    // MARK: Reporting

    /// Marks a node as wrong and says why; in lenient mode it fails when it runs.
    @discardableResult
    func fail(
        _ expression: CELExpression, _ issue: CELIssue.Code, _ message: String, code: CELError.Code,
        help: String? = nil, range: Range<Int>? = nil
    ) -> CELType {
        references[expression.id] = .nothing(CELError(code, message, range: range ?? expression.range))
        guard mode == .strict else { return .dyn }
        issues.add(CELIssue(issue, message, range: range ?? expression.range, help: help))
        return .error
    }

    /// Says what is wrong, unless types are not asked about.
    func report(_ code: CELIssue.Code, _ message: String, range: Range<Int>, help: String? = nil) {
        guard mode == .strict else { return }
        issues.add(CELIssue(code, message, range: range, help: help))
    }

    func suggestion(_ name: String, _ candidates: [String]) -> String? {
        NearestName.find(name, among: candidates).map { "did you mean `\($0)`?" }
    }

    /// A type for a message.
    func describe(_ type: CELType) -> String { substitution.finish(type).description }

    /// A type parameter that nothing is known of.
    func freshParameter() -> CELType {
        parameterCount += 1
        return .parameter("%\(parameterCount)")
    }
}
