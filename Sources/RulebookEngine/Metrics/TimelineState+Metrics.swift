import CEL
import RulebookModel

extension TimelineState {
    /// What becomes of a figure whose period is over at an instant, or that is open when the log ends.
    mutating func finding(
        _ metric: MetricProgram, _ tally: MetricTally, _ key: StateKey, endedAt end: CELTimestamp?,
        _ compiled: CompiledRulebook
    ) -> MetricFinding {
        var tally = tally
        if metrics != nil, !metric.exclusions.isEmpty {
            metrics?.settle(&tally, metric.subject)
        }
        let finding = metric.finding(
            tally, key, endedAt: end, compiled, beginning: beginning, previous: metrics?.previous(metric.index, key))
        // Of whom nobody knows there is no figure to compare with.
        if tally.doubt == nil, !compiled.correlations.isEmpty {
            metrics?.correlations.note(
                finding, key, in: tally.period, sampleMin: metric.sampleMin, compiled.correlations)
        }
        if metric.comparesPrevious, end != nil, tally.doubt == nil { metrics?.remember(finding, metric.index, key) }
        return finding
    }

    /// The correlations of periods that are over at an instant, or of all where the log ends.
    mutating func correlations(endedAt end: CELTimestamp?, _ compiled: CompiledRulebook) -> [MetricFinding] {
        guard !compiled.correlations.isEmpty else { return [] }
        return (metrics?.correlations.take(endedAt: end) ?? []).map { program, period, groups in
            compiled.correlations[program].finding(groups, in: period, endedAt: end.flatMap { _ in period.end })
        }
    }

    /// What becomes of the figures of all keys in the period of one of them, which are compared with each other.
    mutating func findings(
        _ metric: MetricProgram, _ tally: MetricTally, _ key: StateKey, endedAt end: CELTimestamp?,
        _ compiled: CompiledRulebook
    ) -> [MetricFinding] {
        var found = [finding(metric, tally, key, endedAt: end, compiled)]
        guard let placeMax = metric.placeMax, tally.doubt == nil else { return found }
        for (key, tally) in metrics?.takeOthers(metric.index, in: tally.period) ?? [] {
            found.append(finding(metric, tally, key, endedAt: end, compiled))
        }
        found = MetricRanking(placeMax: placeMax, sampleMin: metric.sampleMin).placed(found)
        guard metric.force == .may else { return found }
        // A recognition that was not earned is nothing.
        for index in found.indices where found[index].status == .missed || found[index].status == .undetermined {
            found[index].status = .notApplicable
        }
        return found
    }
}
