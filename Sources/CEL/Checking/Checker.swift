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
        _ = checker.check(tree.root)
        if let expected { checker.require(tree.root, expected) }
        let facts = Facts(
            types: checker.types.mapValues { checker.substitution.finish($0) }, references: checker.references,
            conversions: checker.conversions)
        return (facts, checker.issues.sorted)
    }

    /// Checks a node and everything below it.
    func check(_ expression: CELExpression) -> CELType {
        let type = substitution.resolve(findType(expression))
        types[expression.id] = type
        return type
    }

    private func findType(_ expression: CELExpression) -> CELType {
        switch expression.kind {
        case .literal(let value): return literalType(value)
        case .identifier(let name, let isRooted): return identifier(name, isRooted: isRooted, expression)
        case .select(let operand, let field), .presence(let operand, let field):
            return selection(operand, field, expression)
        case .call(let name, let target, let arguments): return call(name, target, arguments, expression)
        case .list(let elements): return list(elements)
        case .map(let entries): return map(entries)
        case .record(let name, let fields):
            for field in fields { _ = check(field.value) }
            return fail(
                expression, .notYetAvailable, "records such as `\(name){}` cannot be made in an expression yet",
                code: .notYetAvailable)
        case .comprehension(let comprehension): return self.comprehension(comprehension, expression)
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

    private func selection(_ operand: CELExpression, _ field: String, _ expression: CELExpression) -> CELType {
        let isPresence = if case .presence = expression.kind { true } else { false }
        if let (name, isRooted) = qualifiedName(operand) {
            let fullName = "\(name).\(field)"
            if let type = entity(fullName, isRooted: isRooted, expression) { return isPresence ? .bool : type }
            // A part of a dotted name says nothing by itself: the whole is what is wrong.
            if definitions.entity(name, isRooted: isRooted) == nil, definitions.isNamespace(name),
                !definitions.isNamespace(fullName)
            {
                return fail(
                    expression, .unknownName, "no variable is named `\(fullName)`", code: .noSuchVariable,
                    help: suggestion(fullName, definitions.entityNames))
            }
        }
        let type = fieldType(of: check(operand), field, expression)
        if case .error = type { return .error }
        return isPresence ? .bool : type
    }

    private func fieldType(of type: CELType, _ field: String, _ expression: CELExpression) -> CELType {
        switch type {
        case .dyn, .parameter: return .dyn
        case .error: return .error
        case .map(let key, let value):
            var trial = substitution
            guard trial.assign(.string, to: key) || key.isStringLike else { break }
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
            switch types[entry.key.id] ?? .dyn {
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
        for part in parts { _ = check(part) }
        let fixed = parts.filter { !isFlexible($0) }
        var type: CELType?
        for part in fixed {
            let partType = types[part.id] ?? .dyn
            type = type.map { substitution.join($0, partType) } ?? partType
        }
        for part in parts where isFlexible(part) {
            if let wanted = type, definitions.literalReader(for: substitution.resolve(wanted)) != nil {
                adopt(part, as: wanted)
            } else {
                let partType = types[part.id] ?? .dyn
                type = type.map { substitution.join($0, partType) } ?? partType
            }
        }
        return type
    }

    private func comprehension(_ comprehension: CELComprehension, _ expression: CELExpression) -> CELType {
        let rangeType = check(comprehension.range)
        let element: CELType
        switch rangeType {
        case .list(let type): element = type
        case .map(let key, _): element = key
        case .dyn, .parameter: element = .dyn
        case .error: element = .error
        default:
            element =
                mode == .lenient
                ? .dyn
                : fail(
                    expression, .notIterable, "\(describe(rangeType)) has no elements", code: .noSuchOverload,
                    help: "`\(comprehension.macro.rawValue)` goes through a list or the keys of a map",
                    range: comprehension.range.range)
        }
        locals.append((comprehension.variable, element))
        defer { locals.removeLast() }
        if let condition = comprehension.condition {
            _ = check(condition)
            requireBool(condition, of: "the condition of `\(comprehension.macro.rawValue)`")
        }
        let transformed = comprehension.transform.map(check)
        switch comprehension.macro {
        case .all, .exists, .existsOne: return .bool
        case .filter: return .list(element)
        case .map: return .list(transformed ?? .dyn)
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
