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
    ///   - beginning: from when on the log is complete; nil where all that ever happened is in it.
    ///   - previous: what the same key came to in its latest period that is over, where that is compared.
    /// - Returns: the finding.
    func finding(
        _ tally: MetricTally, _ key: StateKey, endedAt end: CELTimestamp?, _ compiled: CompiledRulebook,
        beginning: LogBeginning?, previous: MetricFinding? = nil
    ) -> MetricFinding {
        let lack = lack(tally, compiled, beginning)
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
        if comparesPrevious {
            if let previous, previous.period.end == tally.period.start, previous.isCertain(sampleMin: sampleMin) {
                bound = previous.figure
            } else {
                missingLimit = CELUnknown(CELAttributePath(["the figure of the period before"]))
            }
        }
        var period = tally.period
        if let end, period.end != nil { period.end = min(end, period.end ?? end) }
        return MetricFinding(
            standard: standard,
            status: status(
                tally, exact, bound, isOver: end != nil || tally.period.end == nil, isWhole: lack == nil),
            key: zip(keySlots, key.values).map { text($1, slot: $0, compiled) }, period: period, figure: exact,
            bound: bound, population: tally.population,
            populationMax: tally.population + tally.memberGapCount, excused: tally.excused, unclear: tally.unclear,
            missing: tally.missingNames([missingLimit, lack]), place: nil, obstacle: obstacle,
            excluded: tally.excluded, estimate: tally.estimate(subject))
    }

    /// What of a period may be missing; one that begins with the log is about what is in it.
    private func lack(
        _ tally: MetricTally, _ compiled: CompiledRulebook, _ beginning: LogBeginning?
    ) -> CELUnknown? {
        guard let beginning, let start = tally.period.start, start < beginning.instant else { return nil }
        return beginning.unknown("the period of \(compiled.rulebook.standards[standard].id)")
    }

    private func status(
        _ tally: MetricTally, _ figure: ExactFigure?, _ bound: ExactFigure?, isOver: Bool, isWhole: Bool
    ) -> FindingStatus? {
        let status = verdict(tally, figure, bound, isOver: isOver, isWhole: isWhole)
        // A recognition that was not earned is nothing.
        guard force == .may, placeMax == nil, status == .missed || status == .undetermined else { return status }
        return .notApplicable
    }

    private func verdict(
        _ tally: MetricTally, _ figure: ExactFigure?, _ bound: ExactFigure?, isOver: Bool, isWhole: Bool
    ) -> FindingStatus? {
        // Whose figure it is, nobody knows, and no later event tells.
        if tally.doubt != nil { return tally.population + tally.unclear == 0 ? .notApplicable : .undetermined }
        guard isOver else { return .pending }
        // Every event was excused.
        if isWhole, tally.population + tally.unclear == 0 { return .notApplicable }
        // A place is given once the figures of all keys are there.
        if placeMax != nil { return .undetermined }
        guard side != nil else { return nil }
        guard let bound, tally.population >= sampleMin else { return .undetermined }
        var kept: Bool?
        if !isWhole {
            // There may be more of them than are known, and not fewer.
            kept = tally.least(subject).flatMap { keeps($0, bound) }.flatMap { $0 == isKeptByMore ? $0 : nil }
        } else if tally.unclear == 0, tally.estimate(subject) == nil {
            kept = figure.flatMap { keeps($0, bound) }
        } else if let (least, greatest) = tally.extremes(subject), let first = keeps(least, bound),
            first == keeps(greatest, bound)
        {
            // Whatever nobody knows, or an estimate leaves open, it would change nothing.
            kept = first
        }
        return kept.map { $0 ? .met : .missed } ?? .undetermined
    }

    /// Whether what keeps the bound would keep it as well if it were more.
    private var isKeptByMore: Bool {
        switch side {
        case .atLeast?, .over?: true
        case .atMost?, .under?, nil: false
        }
    }

    private func text(_ value: CELValue, slot: Int, _ compiled: CompiledRulebook) -> String {
        if value == .null { return "not known" }
        return compiled.shownText(value, slot: slot)
    }
}

extension MetricFinding {
    /// Whether another figure can be compared with it.
    fileprivate func isCertain(sampleMin: Int) -> Bool {
        figure != nil && unclear == 0 && population >= sampleMin
    }
}
