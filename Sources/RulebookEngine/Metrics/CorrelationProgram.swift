import CEL
import RulebookModel

/// A correlation between two metrics, made ready to run.
struct CorrelationProgram: Sendable {
    /// The standard's place among the rulebook's.
    let standard: Int
    let force: Force
    /// The standards whose figures are related.
    let first: Int
    let second: Int
    let bound: ExactFigure?
    let side: Metric.Side?
    /// The least number of groups that a figure needs.
    let sampleMin: Int

    /// What it came to.
    func finding(_ groups: OpenCorrelations.Groups, in period: MetricPeriod, endedAt end: CELTimestamp?)
        -> MetricFinding
    {
        var counts = CorrelationGroups()
        var pairs: [(first: ExactFigure, second: ExactFigure)] = []
        for group in groups.byKey.values {
            switch (group.first, group.second) {
            case (.open, _), (_, .open): counts.uncertain += 1
            case (.known(let first), .known(let second)): pairs.append((first, second))
            case (.none, _), (_, .none): counts.incomplete += 1
            }
        }
        let correlation = RankCorrelation(pairs)
        let isEnough = pairs.count >= sampleMin
        let figure = isEnough ? correlation.coefficient.map { ExactFigure($0, .number) } : nil
        var obstacle: String?
        if pairs.isEmpty, counts.uncertain == 0 {
            obstacle = "no group has both figures"
        } else if !isEnough {
            obstacle =
                "\(pairs.count) \(pairs.count == 1 ? "group has" : "groups have") both figures, and \(sampleMin) are needed"
        } else if figure == nil {
            obstacle = "where all have the same figure, nothing goes together"
        }
        let isOver = end != nil || period.end == nil
        return MetricFinding(
            standard: standard,
            status: pairs.isEmpty && counts.uncertain == 0 && isOver
                ? .notApplicable : status(figure, isOver: isOver, isWhole: counts.uncertain == 0), key: [],
            period: period, figure: figure, bound: bound, population: pairs.count, populationMax: pairs.count,
            excused: 0, unclear: 0, missing: [], place: nil, obstacle: obstacle, groups: counts)
    }

    private func status(_ figure: ExactFigure?, isOver: Bool, isWhole: Bool) -> FindingStatus? {
        guard let side, let bound else { return isOver ? nil : .pending }
        guard isOver else { return .pending }
        guard let figure, isWhole, let keeps = side.keeps(figure, bound) else {
            return force == .may ? .notApplicable : .undetermined
        }
        return keeps ? .met : force == .may ? .notApplicable : .missed
    }
}
