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
    var types: [Int: CELType] = [:]
    var references: [Int: Reference] = [:]
    var conversions: [Int: CELValue] = [:]
    private var locals: [(name: String, type: CELType)] = []
    private var parameterCount = 0

    init(_ definitions: Definitions, mode: Mode) {
        self.definitions = definitions
        self.mode = mode
        self.issues = IssueList(countMax: definitions.options.limits.issueCountMax)
    }

    /// Checks a tree, whose value must have a type where one is given.
    static func check(
        _ tree: CELSyntaxTree, _ definitions: Definitions, mode: Mode, expecting expected: CELType? = nil
    ) -> (facts: Facts, issues: [CELIssue]) {
        let checker = Checker(definitions, mode: mode)
        checker.check(tree.root)
        if let expected { checker.require(tree.root, expected) }
        let facts = Facts(
            types: checker.types.mapValues { checker.substitution.finish($0) }, references: checker.references,
            conversions: checker.conversions)
        return (facts, checker.issues.sorted)
    }

    /// What is to be done next; kept on a stack of its own, so that deep expressions need no deep machine stack.
    private enum Step {
        /// Check what stands below a node, then the node.
        case visit(CELExpression)
        /// Check a node below which all is checked.
        case finish(CELExpression)
        /// The loop's variable stands for elements from here until the loop is finished.
        case open(CELComprehension)
    }

    /// Checks a node and everything below it.
    private func check(_ root: CELExpression) {
        var steps: [Step] = [.visit(root)]
        while let step = steps.popLast() {
            switch step {
            case .visit(let expression): steps += self.steps(for: expression).reversed()
            case .finish(let expression):
                types[expression.id] = substitution.resolve(findType(expression))
                if case .comprehension = expression.kind { locals.removeLast() }
            case .open(let comprehension):
                locals.append((comprehension.variable, elementType(of: comprehension)))
            }
        }
    }

    /// The steps that check a node, in order; parts of dotted names are not checked by themselves.
    private func steps(for expression: CELExpression) -> [Step] {
        switch expression.kind {
        case .comprehension(let comprehension):
            let parts = [comprehension.condition, comprehension.transform].compactMap { $0 }
            return [.visit(comprehension.range), .open(comprehension)] + parts.map(Step.visit) + [.finish(expression)]
        case .select(let operand, let field), .presence(let operand, let field):
            return dottedName(operand, field) == nil ? [.visit(operand), .finish(expression)] : [.finish(expression)]
        case .call(let name, .some(let target), let arguments):
            let isQualified = qualifiedFunction(name, of: target) != nil
            return (isQualified ? arguments : [target] + arguments).map(Step.visit) + [.finish(expression)]
        default: return expression.children.map(Step.visit) + [.finish(expression)]
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
        case .list(let elements): return list(elements)
        case .map(let entries): return map(entries)
        case .record(let name, fields: _):
            return fail(
                expression, .notYetAvailable, "records such as `\(name){}` cannot be made in an expression yet",
                code: .notYetAvailable)
        case .comprehension(let comprehension): return self.comprehension(comprehension)
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
        if !isRooted, let local = locals.last(where: { $0.name == name }) { return local.type }
        if let type = entity(name, isRooted: isRooted, expression) { return type }
        let known = locals.map(\.name) + definitions.entityNames
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
        guard let (name, isRooted) = qualifiedName(operand) else { return nil }
        let fullName = "\(name).\(field)"
        if definitions.entity(fullName, isRooted: isRooted) != nil { return .declared(fullName, isRooted: isRooted) }
        // A part of a dotted name says nothing by itself: the whole is what is wrong.
        let isPart = definitions.isNamespace(name) && !definitions.isNamespace(fullName)
        return isPart && definitions.entity(name, isRooted: isRooted) == nil ? .unknown(fullName) : nil
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

    private func fieldType(of type: CELType, _ field: String, _ expression: CELExpression) -> CELType {
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
        return locals.contains { $0.name == first } ? nil : (text, false)
    }

    // MARK: Lists, maps and loops

    private func list(_ elements: [CELExpression]) -> CELType {
        .list(joined(elements) ?? freshParameter())
    }

    private func map(_ entries: [CELExpression.Entry]) -> CELType {
        let key = joined(entries.map(\.key)) ?? freshParameter()
        for entry in entries {
            switch type(entry.key) {
            case .bool, .int, .uint, .string, .text, .scalar, .dyn, .parameter, .error: break
            case let type:
                report(
                    .invalidMapKey, "\(describe(type)) cannot be a key of a map", range: entry.key.range,
                    help: "keys are bool, int, uint or string")
            }
        }
        return .map(key, joined(entries.map(\.value)) ?? freshParameter())
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

    private func elementType(of comprehension: CELComprehension) -> CELType {
        let range = type(comprehension.range)
        switch range {
        case .list(let element): return element
        case .map(let key, _): return key
        case .dyn, .parameter: return .dyn
        case .error: return .error
        default:
            guard mode == .strict else { return .dyn }
            report(
                .notIterable, "\(describe(range)) has no elements", range: comprehension.range.range,
                help: "`\(comprehension.macro.rawValue)` goes through a list or the keys of a map")
            return .error
        }
    }

    private func comprehension(_ comprehension: CELComprehension) -> CELType {
        if let condition = comprehension.condition {
            requireBool(condition, of: "the condition of `\(comprehension.macro.rawValue)`")
        }
        switch comprehension.macro {
        case .all, .exists, .existsOne: return .bool
        case .filter: return .list(locals.last?.type ?? .dyn)
        case .map: return .list(comprehension.transform.map(type) ?? .dyn)
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
