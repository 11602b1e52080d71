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
        let planned = MetricProgram(
            index: memory.metrics.count, standard: program.index, force: program.force, metric: metric,
            subject: compile(metric.subject), keySlots: key, period: period,
            limit: metric.bound?.limit.map { compile($0) })
        memory.add(planned)
        if let anchor = metric.period.anchor {
            for occurrence in occurrences(of: anchor) {
                let alternatives = alternatives(of: anchor, for: occurrence)
                memory.add(MetricUpdate(metric: planned, change: .restart(alternatives)), at: occurrence)
            }
        }
        return planned
    }

    private mutating func compile(_ subject: Metric.Subject) -> MetricProgram.Subject {
        switch subject {
        case .kept: return .kept
        case .ratio(let above, let below): return .ratio(compile(above), compile(below))
        case .measure(let function, let operand, let part, let rank):
            let aggregation = Aggregation(function: function, rank: rank ?? ExactDecimal(100))
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
