extension CELExplanation {
    /// The parts that tell something: no literals, no beginnings of names that led to a value, and nothing below what
    /// was not evaluated.
    func reportedParts(in source: SourceFile, _ environment: CELEnvironment) -> [ExpressionReport.Part] {
        var reported: [ExpressionReport.Part] = []
        var position = 0
        while position < parts.count {
            let part = parts[position]
            let below = parts[(position + 1)...].prefix { $0.depth > part.depth }
            if case .literal = part.expression.kind, part.depth > 0 {
                position += 1
                continue
            }
            let outcome = part.outcome
            let range = SourceRange(
                file: source, lowerBound: part.expression.range.lowerBound,
                upperBound: part.expression.range.upperBound)
            // What stands on several lines, perhaps with comments, is told in its one canonical form.
            let lineFeed = source.utf8[range.lowerBound..<range.upperBound].firstIndex(of: 0x0A)
            let text = lineFeed == nil ? range.text : part.expression.description
            reported.append(
                ExpressionReport.Part(
                    text: text, range: range, depth: part.depth, values: part.values.map(environment.text(of:)),
                    evaluationCount: part.evaluationCount, outcome: outcome))
            let isClosed: Bool
            switch outcome {
            case .notEvaluated: isClosed = below.allSatisfy { $0.evaluationCount == 0 }
            case .value, .unknown: isClosed = part.expression.isReadByNames
            case .error: isClosed = false
            }
            position += isClosed ? 1 + below.count : 1
        }
        return reported
    }
}

extension CELExplanation.Part {
    /// What became of the part.
    fileprivate var outcome: ExpressionReport.Part.Outcome {
        var outcome = values.isEmpty ? ExpressionReport.Part.Outcome.notEvaluated : .value
        for value in values {
            switch value {
            case .error: return .error
            case .unknown: outcome = .unknown
            default: break
            }
        }
        return outcome
    }
}

extension CELExpression {
    /// Whether it reads what a path of names leads to, or asks whether that is there.
    fileprivate var isReadByNames: Bool {
        if case .presence(let operand, field: _) = kind { return operand.isPathOfNames }
        return isPathOfNames
    }

    /// Whether it is a name, or selects fields from one by their names.
    var isPathOfNames: Bool {
        switch kind {
        case .identifier: true
        case .select(let operand, field: _): operand.isPathOfNames
        default: false
        }
    }
}
