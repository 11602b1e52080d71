import CEL
import RulebookModel

extension RulebookCompiler {
    /// Lets the events at which a standard applies be the population of its metric.
    mutating func measure(_ metric: Metric, by program: StandardProgram, at occurrence: Occurrence) {
        let planned = plan(metric, by: program)
        memory.add(
            MetricUpdate(metric: planned, change: .measure(program, occurrence.verdict?.status)), at: occurrence)
    }

    /// The metric of a standard, made once.
    private mutating func plan(_ metric: Metric, by program: StandardProgram) -> MetricProgram {
        if let known = memory.metrics.last, known.standard == program.index { return known }
        let key = keySlots(metric.key)
        let zoneSlot: Int? =
            if case .fact(let path) = metric.period.zone {
                slots.index(of: CELAttributePath(path), type: .text(FactType.zone.text))
            } else { nil }
        let period = WindowProgram(
            extent: metric.period.extent, zone: CELTimeZone.named(rulebook.timeZone) ?? .utc, zoneSlot: zoneSlot,
            now: now, blocks: blocks(of: metric.period, key: key))
        let exclusions = metric.exclusions.map { compile($0, of: program.index) }
        let planned = MetricProgram(
            index: memory.metrics.count, standard: program.index, force: program.force, metric: metric,
            subject: compile(metric.subject, accuracy: metric.accuracy), keySlots: key, period: period,
            limit: metric.bound?.limit.map { compile($0) }, exclusions: exclusions)
        memory.add(planned)
        for (exclusion, source) in zip(exclusions, metric.exclusions) {
            for occurrence in occurrences(of: source.pattern) {
                let alternatives = alternatives(of: source.pattern, for: occurrence)
                memory.add(MetricUpdate(metric: planned, change: .exclude(exclusion, alternatives)), at: occurrence)
            }
        }
        if let anchor = metric.period.anchor {
            for occurrence in occurrences(of: anchor) {
                let alternatives = alternatives(of: anchor, for: occurrence)
                memory.add(MetricUpdate(metric: planned, change: .restart(alternatives)), at: occurrence)
            }
        }
        return planned
    }

    /// Lets a standard relate the figures of two others.
    mutating func correlate(_ metric: Metric, _ standard: Standard, index: Int) {
        guard case .correlation(let first, let second) = metric.subject, let one = standardIndices[first.standard],
            let other = standardIndices[second.standard]
        else { return }
        var bound: ExactFigure?
        if case .value(let value, _)? = metric.bound?.limit { bound = ExactFigure(value) }
        memory.add(
            CorrelationProgram(
                standard: index, force: standard.force, first: one, second: other, bound: bound,
                side: metric.bound?.side, sampleMin: metric.sampleMin))
    }

    private mutating func compile(_ exclusion: MetricExclusion, of standard: Int) -> ExclusionProgram {
        ExclusionProgram(
            index: memory.nextExclusion(), standard: standard, keySlots: keySlots(exclusion.key),
            span: exclusion.span.map {
                .init(
                    from: compile($0.from), to: compile($0.to),
                    zone: CELTimeZone.named(rulebook.timeZone) ?? .utc)
            })
    }

    private mutating func compile(_ subject: Metric.Subject, accuracy: Percent?) -> MetricProgram.Subject {
        switch subject {
        // A correlation has no events of its own.
        case .kept, .correlation: return .kept
        case .ratio(let above, let below): return .ratio(compile(above), compile(below))
        case .measure(let function, let operand, let part, let rank):
            let aggregation = Aggregation(function: function, rank: rank ?? ExactDecimal(100))
            if let operand, let accuracy {
                return .estimate(rank: aggregation.rank, accuracy: accuracy, .value(compile(operand)))
            }
            if let operand { return .value(aggregation, .value(compile(operand))) }
            // Only a count and a share are taken by a condition.
            let condition = part.map { compile($0) } ?? .all([])
            return function == .count ? .count(condition) : .value(aggregation, .condition(condition))
        }
    }

    private mutating func compile(_ term: Metric.Term) -> MetricProgram.Term {
        switch term {
        case .count(let condition): .count(compile(condition))
        case .sum(let value): .sum(compile(value))
        }
    }
}
