/// String literals take the type that their place asks for, where the host says how they are read.
extension Checker {
    /// How arguments go with parameters.
    enum Attempt {
        case fits(Trial)
        /// They would, if the literals were values of their types.
        case rejected([CELIssue])
        case mismatch
    }

    /// Tries arguments, which must have been checked, as parameters; nothing is adopted.
    func attempt(_ parameters: [CELType], _ arguments: [CELExpression]) -> Attempt {
        var trial = Trial(substitution: substitution)
        let pairs = zip(arguments, parameters)
        // Literals come last, for the others say what they are to be read as.
        for (argument, parameter) in pairs where !isFlexible(argument) {
            guard trial.substitution.assign(type(argument), to: parameter) else { return .mismatch }
        }
        for (argument, parameter) in pairs where isFlexible(argument) {
            guard adapt(argument, to: parameter, &trial) else { return .mismatch }
        }
        return trial.rejections.isEmpty ? .fits(trial) : .rejected(trial.rejections)
    }

    /// Makes a trial true.
    func adopt(_ trial: Trial) {
        substitution = trial.substitution
        for conversion in trial.conversions {
            conversions[conversion.literal.id] = conversion.value
            types[conversion.literal.id] = conversion.type
        }
        for (node, type) in trial.retyped { types[node.id] = type }
    }

    /// Reads a flexible expression as a type, reporting what cannot be read.
    func adopt(_ expression: CELExpression, as type: CELType) {
        var trial = Trial(substitution: substitution)
        guard adapt(expression, to: type, &trial) else { return }
        for rejection in trial.rejections { report(.rejectedLiteral, rejection) }
        if trial.rejections.isEmpty { adopt(trial) }
    }

    private func report(_ code: CELIssue.Code, _ issue: CELIssue) {
        report(code, issue.message, range: issue.range, help: issue.help)
    }

    /// Whether an expression is made of string literals alone, so that it may be read as another type.
    func isFlexible(_ expression: CELExpression) -> Bool {
        guard mode == .strict else { return false }
        switch expression.kind {
        case .literal(.string): return conversions[expression.id] == nil
        case .list(let elements, optionalPositions: []): return !elements.isEmpty && elements.allSatisfy(isFlexible)
        case .call(CELOperator.conditional.rawValue, target: nil, let arguments):
            return type(expression) != .error && arguments.dropFirst().allSatisfy(isFlexible)
        default: return false
        }
    }

    /// Tries a flexible expression as a type; false where it can be none of its values.
    private func adapt(_ expression: CELExpression, to wanted: CELType, _ trial: inout Trial) -> Bool {
        let known = trial.substitution.resolve(wanted)
        switch expression.kind {
        case .literal(.string(let literal)):
            guard let read = definitions.literalReader(for: known) else {
                return trial.substitution.assign(.string, to: wanted)
            }
            switch read(literal.text) {
            case .value(let value):
                trial.conversions.append(Trial.Conversion(literal: expression, value: value, type: known))
            case .rejected(let message, let help):
                trial.rejections.append(
                    CELIssue(.rejectedLiteral, message, range: expression.range, help: help))
            }
            return true
        case .list(let elements, _):
            guard case .list(let element) = known, isSettled(element) else { break }
            for part in elements {
                guard adapt(part, to: element, &trial) else { return false }
            }
            trial.retyped.append((expression, known))
            return true
        case .call(_, target: nil, let arguments):
            guard isSettled(known) else { break }
            for branch in arguments.dropFirst() {
                guard adapt(branch, to: known, &trial) else { return false }
            }
            trial.retyped.append((expression, known))
            return true
        default: break
        }
        return trial.substitution.assign(type(expression), to: wanted)
    }

    /// Whether a type says what literals are to be read as.
    private func isSettled(_ type: CELType) -> Bool {
        switch type {
        case .dyn, .parameter, .error: false
        default: true
        }
    }
}
