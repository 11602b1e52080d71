extension Standard {
    /// Every pattern in it, its own first.
    package var patterns: [EventPattern] {
        switch body {
        case .require, .forbid, .manual: [pattern]
        case .allowance(let allowance): [pattern] + allowance.measure.patterns
        case .timeline(let rule): [pattern] + rule.patterns
        case .metric(let metric): [pattern] + metric.patterns
        }
    }

    /// Every condition and value in it that reads facts, but for those inside of its patterns.
    package var expressions: [ConditionExpression] {
        let conditions = [when, unless].compactMap { $0 }.flatMap(\.expressions)
        switch body {
        case .require(let condition), .forbid(let condition): return conditions + condition.expressions
        case .manual: return conditions
        case .allowance(let allowance):
            return conditions + allowance.measure.expressions + allowance.steps.compactMap(\.bound.expression)
        case .timeline(let rule): return conditions + rule.expressions
        case .metric(let metric): return conditions + metric.expressions
        }
    }
}

extension Measure {
    /// Every pattern in it.
    package var patterns: [EventPattern] { [pattern, until, restoration?.pattern, window.anchor].compactMap { $0 } }

    /// Every condition and value in it, but for those inside of its patterns.
    var expressions: [ConditionExpression] {
        (filter?.expressions ?? []) + (part?.expressions ?? []) + [operand, restoration?.operand].compactMap { $0 }
    }
}

extension Metric {
    /// Every pattern in it beside its population.
    var patterns: [EventPattern] { [period.anchor].compactMap { $0 } + exclusions.map(\.pattern) }

    /// Every condition and value in it, but for those inside of its patterns.
    package var expressions: [ConditionExpression] {
        subject.expressions + [bound?.limit?.expression].compactMap { $0 } + exclusions.flatMap(\.expressions)
    }
}

extension Metric.Subject {
    var expressions: [ConditionExpression] {
        switch self {
        case .measure(_, let operand, let part, _): [operand].compactMap { $0 } + (part?.expressions ?? [])
        case .ratio(let above, let below): above.expressions + below.expressions
        case .kept, .correlation: []
        }
    }
}

extension Metric.Term {
    var expressions: [ConditionExpression] {
        switch self {
        case .count(let condition): condition.expressions
        case .sum(let value): [value]
        }
    }
}

extension Limit {
    var expression: ConditionExpression? { if case .expression(let expression) = self { expression } else { nil } }
}

extension TimelineRule {
    /// Every pattern in it beside the one that it begins with.
    var patterns: [EventPattern] {
        let own: [EventPattern] =
            switch demand {
            case .response(let other, _), .absence(let other, _), .interval(let other, _), .recurrence(let other, _):
                [other]
            case .precedence(let other, _, let since): [other] + [since].compactMap { $0 }
            case .procedure(let procedure, _): procedure.steps
            }
        return own + [cancelledBy, until, resetBy, turns?.pattern, extended?.by].compactMap { $0 }
            + pauses.flatMap { [$0.from, $0.to] }
    }

    /// Every value in it, but for those inside of its patterns.
    var expressions: [ConditionExpression] {
        var found = [deadline, aim, leastAge, extended?.to].compactMap { $0 }.flatMap(\.parts)
            .compactMap(\.limit.expression)
        if case .interval(_, let limits) = demand {
            for length in [limits.each, limits.total, limits.least].compactMap({ $0 }) {
                if case .expression(let expression) = length.value { found.append(expression) }
            }
            if case .expression(let expression)? = limits.count?.value { found.append(expression) }
        }
        return found
    }
}

extension Deadline.Limit {
    /// The expression of a single limit.
    var expression: ConditionExpression? {
        switch self {
        case .span, .dates, .businessDays, .close, .earliest, .latest: nil
        case .duration(let expression), .instant(let expression): expression
        }
    }
}

extension AllowanceStep.Bound {
    /// The expression in it.
    fileprivate var expression: ConditionExpression? {
        switch self {
        case .upTo(.expression(let expression)), .under(.expression(let expression)): expression
        case .upTo(.value), .under(.value), .unlimited: nil
        }
    }
}
