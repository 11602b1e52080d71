import CEL
import RulebookModel

extension MetricProgram {
    /// What becomes of a figure.
    ///
    /// - Parameters:
    ///   - tally: the figure.
    ///   - key: whose it is.
    ///   - end: the instant at which its period was over, where that is certain; nil where the log ended first.
    ///   - compiled: the rulebook.
    /// - Returns: the finding.
    func finding(
        _ tally: MetricTally, _ key: StateKey, endedAt end: CELTimestamp?, _ compiled: CompiledRulebook
    ) -> MetricFinding {
        let figure = tally.figure(subject, type)
        var exact: ExactFigure?
        var obstacle: String?
        switch figure {
        case .success(let found)?: exact = found
        case .failure(let error)?: obstacle = error.message
        case nil: if tally.population > 0, tally.unclear == 0 { obstacle = "there is nothing to divide by" }
        }
        var missingLimit: CELUnknown?
        var bound: ExactFigure?
        switch tally.limit {
        case nil: break
        case .unknown(let unknown)?: missingLimit = unknown
        case .error(let error)?: missingLimit = CELUnknown(CELAttributePath(["the limit (\(error.message))"]))
        case .some(let value): bound = ExactFigure(value)
        }
        var period = tally.period
        if let end, period.end != nil { period.end = min(end, period.end ?? end) }
        return MetricFinding(
            standard: standard, status: status(tally, exact, bound, isOver: end != nil || tally.period.end == nil),
            key: zip(keySlots, key.values).map { text($1, slot: $0, compiled) }, period: period, figure: exact,
            bound: bound, population: tally.population, excused: tally.excused, unclear: tally.unclear,
            missing: tally.missingNames(missingLimit), obstacle: obstacle)
    }

    private func status(
        _ tally: MetricTally, _ figure: ExactFigure?, _ bound: ExactFigure?, isOver: Bool
    ) -> FindingStatus? {
        let status = verdict(tally, figure, bound, isOver: isOver)
        // A recognition that was not earned is nothing.
        guard force == .may, status == .missed || status == .undetermined else { return status }
        return .notApplicable
    }

    private func verdict(
        _ tally: MetricTally, _ figure: ExactFigure?, _ bound: ExactFigure?, isOver: Bool
    ) -> FindingStatus? {
        // Whose figure it is, nobody knows, and no later event tells.
        if tally.doubt != nil { return tally.population + tally.unclear == 0 ? .notApplicable : .undetermined }
        guard isOver else { return .pending }
        // Every event was excused.
        if tally.population + tally.unclear == 0 { return .notApplicable }
        guard side != nil else { return nil }
        guard let bound, tally.population >= sampleMin else { return .undetermined }
        var kept: Bool?
        if tally.unclear == 0 {
            kept = figure.flatMap { keeps($0, bound) }
        } else if let (least, greatest) = tally.extremes(subject), let first = keeps(least, bound),
            first == keeps(greatest, bound)
        {
            // Whatever nobody knows, it would change nothing.
            kept = first
        }
        return kept.map { $0 ? .met : .missed } ?? .undetermined
    }

    private func text(_ value: CELValue, slot: Int, _ compiled: CompiledRulebook) -> String {
        if value == .null { return "not known" }
        if compiled.privacy.hides(compiled.slotPaths[slot]) { return Explainer.mask }
        return value.factText(roles: compiled.rulebook.vocabulary.roles)
    }
}
