extension Checker {
    /// Finds the type of a call.
    func call(
        _ name: String, _ target: CELExpression?, _ arguments: [CELExpression], _ expression: CELExpression
    ) -> CELType {
        switch CELOperator(rawValue: name) {
        case .and?, .or?, .not?:
            for argument in arguments {
                requireBool(argument, of: "an operand of `\(CELOperator(rawValue: name)?.symbol ?? name)`")
            }
            return .bool
        case .conditional?: return conditional(arguments, expression)
        case .optionalSelect?: return optionalSelection(arguments, expression)
        default: break
        }
        if let target, let (fullName, overloads) = qualifiedFunction(name, of: target) {
            return choose(fullName, overloads, .function, arguments, expression, isQualified: true)
        }
        let operands = (target.map { [$0] } ?? []) + arguments
        guard let overloads = definitions.overloads(name) else {
            if let library = target.flatMap({ namespacedLibraryOff(name, $0) }) ?? libraryOff(name) {
                return fail(
                    expression, .libraryIsOff,
                    "`\(name)` belongs to the library `\(library.rawValue)`, which is off", code: .noSuchFunction,
                    range: expression.nameRange)
            }
            return fail(
                expression, .unknownFunction, "no function is named `\(name)`", code: .noSuchFunction,
                help: suggestion(name, definitions.functionNames + definitions.macroNames),
                range: expression.nameRange)
        }
        let style = target == nil ? CELOverload.Style.function : .member
        return choose(name, overloads, style, operands, expression, isQualified: false)
    }

    /// The function that a call names together with its receiver, which is then no value but a namespace.
    func qualifiedFunction(_ name: String, of target: CELExpression) -> (name: String, overloads: [CELOverload])? {
        guard mayBeFunctionNamespace(target), let (prefix, isRooted) = qualifiedName(target) else { return nil }
        let fullName = "\(prefix).\(name)"
        return definitions.overloads((isRooted ? "." : "") + fullName).map { (fullName, $0) }
    }

    /// Whether a function with dots begins as an expression does, be it of a library that is off.
    private func mayBeFunctionNamespace(_ expression: CELExpression) -> Bool {
        var node = expression
        while case .select(let operand, _) = node.kind { node = operand }
        guard case .identifier(let name, _) = node.kind else { return false }
        return definitions.mayBeginFunctionName(name)
    }

    /// The type of `a.?b`: an optional, also where `a` is one.
    private func optionalSelection(_ arguments: [CELExpression], _ expression: CELExpression) -> CELType {
        guard case .literal(.string(let field)) = arguments[1].kind else { return .dyn }
        let operand = substitution.resolve(type(arguments[0]))
        let found = fieldType(of: operand.optionalContent ?? operand, field.text, expression)
        return found == .error ? .error : .optional(found)
    }

    /// The library that has a function whose receiver is a namespace, such as `math`, where it is off.
    func namespacedLibraryOff(_ name: String, _ target: CELExpression) -> CELLibrary? {
        guard mayBeFunctionNamespace(target), let (prefix, isRooted) = qualifiedName(target),
            definitions.entity(prefix, isRooted: isRooted) == nil
        else { return nil }
        return libraryOff("\(prefix).\(name)")
    }

    private func libraryOff(_ name: String) -> CELLibrary? {
        CELLibrary.having(name).flatMap { definitions.options.libraries.contains($0) ? nil : $0 }
    }

    private func conditional(_ arguments: [CELExpression], _ expression: CELExpression) -> CELType {
        requireBool(arguments[0], of: "the condition before `?`")
        let branches = Array(arguments[1...])
        if mode == .lenient { return .dyn }
        let branchTypes = branches.map(type)
        if branchTypes.contains(.error) { return .error }
        let parameter = freshParameter()
        let attempt = attempt([parameter, parameter], branches)
        switch attempt {
        case .fits(let trial):
            adopt(trial)
            return substitution.resolve(parameter)
        case .rejected(let rejections):
            for rejection in rejections { issues.add(rejection) }
            return .error
        case .mismatch:
            return fail(
                expression, .noMatchingOverload,
                "the two results differ: \(describe(branchTypes[0])) and \(describe(branchTypes[1]))",
                code: .noSuchOverload)
        }
    }

    /// Checks arguments, finds the overloads that take them and the type of the result.
    private func choose(
        _ name: String, _ overloads: [CELOverload], _ style: CELOverload.Style, _ arguments: [CELExpression],
        _ expression: CELExpression, isQualified: Bool
    ) -> CELType {
        let shape = shape(name, style, arguments, isQualified: isQualified)
        if let shape, let choice = definitions.memory.choice(shape),
            adopt(choice, shape.flexiblePosition, arguments, expression)
        {
            if name == Matching.name, let pattern = arguments.last { checkPattern(pattern) }
            return choice.result
        }
        let overloads = overloads.filter { $0.style == style }
        let candidates = overloads.filter { $0.takes(argumentCount: arguments.count) }
        guard mode == .strict else {
            if candidates.isEmpty {
                return fail(
                    expression, .noMatchingOverload, mismatchMessage(name, arguments, expression),
                    code: .noSuchOverload)
            }
            references[expression.id] = .overloads(candidates, isQualified: isQualified)
            return .dyn
        }
        if arguments.contains(where: { type($0) == .error }) {
            references[expression.id] = .nothing(CELError(.noSuchOverload, "an argument is wrong"))
            return .error
        }
        var fits: [(overload: CELOverload, parameters: [CELType], result: CELType, trial: Trial)] = []
        var rejections: [CELIssue]?
        // Whether it depends on the texts of literals, and on which overloads' readers, what the call means.
        var readingCount = 0
        for overload in candidates {
            let (parameters, result) = freshTypes(of: overload, argumentCount: arguments.count)
            switch attempt(parameters, arguments) {
            case .fits(let trial):
                fits.append((overload, parameters, result, trial))
                if !trial.conversions.isEmpty { readingCount += 1 }
            case .rejected(let issues):
                rejections = rejections ?? issues
                readingCount += 1
            case .mismatch: break
            }
        }
        // What needs no reading of literals is meant, where there is such.
        if fits.contains(where: { $0.trial.conversions.isEmpty }) { fits.removeAll { !$0.trial.conversions.isEmpty } }
        guard let first = fits.first else {
            references[expression.id] = .nothing(CELError(.noSuchOverload, "an argument is wrong"))
            // Between literals alone, nothing says that the operator was meant for the host's types.
            let isUndirected = CELOperator(rawValue: name) != nil && arguments.allSatisfy(isFlexible)
            guard let rejections, !isUndirected else {
                return reportMismatch(name, overloads, arguments, expression)
            }
            for rejection in rejections { issues.add(rejection) }
            return .error
        }
        if let other = fits.first(where: { $0.trial.convertedTypes != first.trial.convertedTypes }) {
            return reportAmbiguity(first.trial, other.trial, expression)
        }
        let reference = Reference.overloads(fits.map(\.overload), isQualified: isQualified)
        references[expression.id] = reference
        let flexible = shape?.flexiblePosition
        let wanted = flexible.map { first.trial.substitution.resolve(first.parameters[$0]) }
        if name == Matching.name, let pattern = arguments.last { checkPattern(pattern) }
        adopt(first.trial)
        var result = substitution.resolve(first.result)
        for fit in fits.dropFirst() {
            for (argument, parameter) in zip(arguments, fit.parameters) {
                _ = substitution.assign(type(argument), to: parameter)
            }
            if substitution.resolve(fit.result) != result { result = .dyn }
        }
        result = substitution.resolve(result)
        guard let shape, result.isSettled else { return result }
        let reading: OverloadChoice.Reading
        if first.trial.conversions.isEmpty {
            reading = flexible.map { .none(type(arguments[$0])) } ?? .nothing
        } else if readingCount == 1, let wanted, wanted.isSettled {
            reading = .literal(as: wanted)
        } else {
            return result
        }
        definitions.memory.keep(OverloadChoice(reference: reference, result: result, reading: reading), for: shape)
        return result
    }

    // MARK: Calls of shapes that were met before

    /// The shape of a call; nil for one of more than two arguments, and where types are still to be found out.
    private func shape(
        _ name: String, _ style: CELOverload.Style, _ arguments: [CELExpression], isQualified: Bool
    ) -> CallShape? {
        guard mode == .strict, arguments.count <= 2 else { return nil }
        var shapes: [CallShape.Argument] = []
        for argument in arguments {
            guard isFlexible(argument) else {
                let type = type(argument)
                guard type.isSettled else { return nil }
                shapes.append(.fixed(type))
                continue
            }
            switch argument.kind {
            case .literal: shapes.append(.text)
            case .list(let elements, _) where elements.allSatisfy(\.isText): shapes.append(.texts)
            default: return nil
            }
        }
        let shape = CallShape(name: name, style: style, isQualified: isQualified, arguments: shapes)
        return shape.flexibleCount <= 1 ? shape : nil
    }

    /// Does what was done for another call of the same shape; false where a literal is refused, which is to be told.
    private func adopt(
        _ choice: OverloadChoice, _ flexible: Int?, _ arguments: [CELExpression], _ expression: CELExpression
    ) -> Bool {
        if let flexible {
            switch choice.reading {
            case .nothing: break
            case .none(let type): types[arguments[flexible].id] = type
            case .literal(let wanted):
                guard case .fits(let trial) = attempt([wanted], [arguments[flexible]]) else { return false }
                adopt(trial)
            }
        }
        references[expression.id] = choice.reference
        return true
    }

    /// Reports a pattern that is written out and cannot be read, at the place of the slip where that is known.
    private func checkPattern(_ expression: CELExpression) {
        guard definitions.options.checksPatterns, case .literal(.string(let source)) = expression.kind else { return }
        do throws(PatternError) {
            _ = try LinearPattern(parsing: source.text, limits: definitions.options.limits.patterns)
        } catch {
            // Without escapes, the text stands in the source as it is, between quotes and perhaps after an `r`.
            let frameLength = expression.range.count - source.byteCount
            let start = expression.range.lowerBound + frameLength - 1
            let isVerbatim = frameLength == 2 || frameLength == 3
            let place = start + error.range.lowerBound..<start + error.range.upperBound
            report(
                .malformedPattern, error.message, range: isVerbatim ? place : expression.range,
                help: "patterns are written as RE2 reads them")
        }
    }

    /// The types of an overload with type parameters of its own.
    private func freshTypes(
        of overload: CELOverload, argumentCount: Int
    ) -> (parameters: [CELType], result: CELType) {
        var fresh: [String: CELType] = [:]
        func rename(_ type: CELType) -> CELType {
            switch type {
            case .parameter(let name):
                if let known = fresh[name] { return known }
                let made = freshParameter()
                fresh[name] = made
                return made
            case .list(let element): return .list(rename(element))
            case .map(let key, let value): return .map(rename(key), rename(value))
            case .wrapper(let scalar): return .wrapper(rename(scalar))
            case .abstract(let name, let parameters): return .abstract(name, parameters.map(rename))
            default: return type
            }
        }
        return (overload.parameters(argumentCount: argumentCount).map(rename), rename(overload.result))
    }

    /// Reports a node that must be true or false and is not.
    func requireBool(_ expression: CELExpression, of place: @autoclosure () -> String) {
        let found = type(expression)
        guard found != .bool, !substitution.assign(found, to: .bool) else { return }
        report(
            .unexpectedType, "\(place()) must be bool, found \(describe(found))", range: expression.range,
            help: found.isStringLike || found == .int ? "compare it with something" : nil)
    }

    /// Reports the whole expression where it has another type than is wanted.
    func require(_ expression: CELExpression, _ wanted: CELType) {
        guard mode == .strict, type(expression) != .error else { return }
        switch attempt([wanted], [expression]) {
        case .fits(let trial): adopt(trial)
        case .rejected(let rejections): for rejection in rejections { issues.add(rejection) }
        case .mismatch:
            let found = type(expression)
            report(
                .unexpectedType, "expected \(describe(wanted)), found \(describe(found))", range: expression.range,
                help: wanted == .bool && found.isStringLike ? "compare it with something" : nil)
        }
    }

    // MARK: Messages

    private func mismatchMessage(
        _ name: String, _ arguments: [CELExpression], _ expression: CELExpression
    ) -> String {
        let names = arguments.map { describe(type($0)) }
        if let symbol = CELOperator(rawValue: name) {
            return symbol == .index
                ? "\(names[0]) has no index of type \(names[1])"
                : "no operator `\(symbol.symbol)` for \(names.joined(separator: " and "))"
        }
        if case .call(_, target: .some, _) = expression.kind, let receiver = names.first, !name.contains(".") {
            return "`\(name)` of \(receiver) does not take (\(names.dropFirst().joined(separator: ", ")))"
        }
        return "`\(name)` does not take (\(names.joined(separator: ", ")))"
    }

    private func reportMismatch(
        _ name: String, _ overloads: [CELOverload], _ arguments: [CELExpression], _ expression: CELExpression
    ) -> CELType {
        let help = numberAdvice(arguments) ?? comparisonAdvice(name, arguments) ?? forms(name, overloads, arguments)
        return fail(
            expression, .noMatchingOverload, mismatchMessage(name, arguments, expression), code: .noSuchOverload,
            help: help)
    }

    /// What the host says to a bare number beside one of its types.
    private func numberAdvice(_ arguments: [CELExpression]) -> String? {
        let argumentTypes = arguments.map { substitution.resolve(type($0)) }
        guard argumentTypes.contains(where: { $0 == .int || $0 == .double || $0 == .uint }) else { return nil }
        for case .scalar(let name) in argumentTypes {
            if let advice = definitions.declarations.scalars[name]?.numberAdvice { return advice }
        }
        return nil
    }

    /// What to do about two types of numbers, or about null.
    private func comparisonAdvice(_ name: String, _ arguments: [CELExpression]) -> String? {
        guard let symbol = CELOperator(rawValue: name), arguments.count == 2 else { return nil }
        let pair = arguments.map { substitution.resolve(type($0)) }
        let numbers: [CELType] = [.int, .uint, .double]
        if pair[0] != pair[1], pair.allSatisfy(numbers.contains) {
            return "convert one of them, as in `double(x)`"
        }
        if symbol == .equal || symbol == .notEqual, pair.contains(.null) { return "use `has(...)` to ask for presence" }
        if symbol == .in, pair[1].isStringLike { return "use `.contains(...)` to look inside a string" }
        return nil
    }

    /// The forms that a function has, to be shown where none fits.
    private func forms(_ name: String, _ overloads: [CELOverload], _ arguments: [CELExpression]) -> String? {
        guard CELOperator(rawValue: name) == nil else { return nil }
        let all = definitions.overloads(name) ?? overloads
        let texts = all.prefix(4).map { overload in
            let parameters = overload.parameters.map(\.description)
            return overload.style == .member
                ? "\(parameters[0]).\(name)(\(parameters.dropFirst().joined(separator: ", ")))"
                : "\(name)(\(parameters.joined(separator: ", ")))"
        }
        guard !texts.isEmpty else { return nil }
        return "it is called as " + texts.map { "`\($0)`" }.joined(separator: ", ") + (all.count > 4 ? ", ..." : "")
    }

    private func reportAmbiguity(_ first: Trial, _ second: Trial, _ expression: CELExpression) -> CELType {
        for (conversion, other) in zip(first.conversions, second.conversions) where conversion.type != other.type {
            return fail(
                conversion.literal, .ambiguousLiteral,
                "the literal can be read as \(conversion.type) or as \(other.type)", code: .noSuchOverload,
                help: "say which, with a function that makes it")
        }
        return fail(
            expression, .ambiguousLiteral, "its literals can be read in several ways", code: .noSuchOverload)
    }
}
