import CEL
import RulebookModel

/// What the population of one key came to in one period, so far.
struct MetricTally: Sendable, Equatable {
    let number: Int
    let period: MetricPeriod
    /// The limit, as it was at the first event.
    let limit: CELValue?
    /// What nobody knows of the key or the period: whose figure this is.
    let doubt: CELUnknown?
    private var above = RunningFigure()
    private var below = RunningFigure()
    private var sketch: PercentileSketch?
    /// The rows that people may still take out.
    private var waiting: [OpenExclusions.Row] = []
    /// How many events are in the figure.
    private var knownCount = 0
    /// How many belong to the population and came to nobody knows what.
    private var valueGapCount = 0
    /// How many may belong to the population.
    private(set) var memberGapCount = 0
    private(set) var excused = 0
    /// How many people took out.
    private(set) var excluded = 0
    private var missing = CELUnknown([])

    init(number: Int, period: MetricPeriod, limit: CELValue?, doubt: CELUnknown?) {
        self.number = number
        self.period = period
        self.limit = limit
        self.doubt = doubt
    }

    // MARK: Adding

    /// Adds what an event came to.
    mutating func add(_ contribution: MetricContribution, _ subject: MetricProgram.Subject) {
        switch contribution {
        case .excused: excused += 1
        case .memberGap(let unknown):
            memberGapCount += 1
            missing = missing.merging(unknown)
        case .valueGap(let unknown): addValueGap(unknown)
        case .values(let upper, let lower):
            if let error = add(upper, lower, subject) { return addValueGap(MetricContribution.unknown(error)) }
            knownCount += 1
        }
    }

    /// Lets a row wait until the period is over.
    mutating func wait(_ row: OpenExclusions.Row) { waiting.append(row) }

    /// Adds the rows that waited, without those that people took out.
    mutating func settle(_ subject: MetricProgram.Subject, _ exclusions: inout OpenExclusions) {
        for row in waiting {
            if exclusions.takesOut(row) { excluded += 1 } else { add(row.contribution, subject) }
        }
        waiting = []
    }

    private mutating func add(
        _ upper: CELValue, _ lower: CELValue, _ subject: MetricProgram.Subject
    ) -> CELError? {
        switch subject {
        case .value(let aggregation, _): return above.add(upper, aggregation.function)
        case .estimate(_, let accuracy, _):
            var sketch = sketch ?? PercentileSketch(accuracy: accuracy)
            // Held by one name only, so that it is changed where it lies.
            self.sketch = nil
            defer { self.sketch = sketch }
            guard let value = ExactFigure(upper), sketch.add(value) else {
                return CELError(.invalidArgument, "the values have no order among them")
            }
        case .count: if upper != .null { _ = above.add(nil, .count) }
        case .ratio(let first, let second):
            // Counting and adding up take whatever an expression of their type gives.
            if upper != .null { _ = above.add(upper, first.function) }
            if lower != .null { _ = below.add(lower, second.function) }
        case .kept: _ = above.add(upper, .share)
        }
        return nil
    }

    /// Adds an event of the population that came to nobody knows what.
    private mutating func addValueGap(_ unknown: CELUnknown) {
        valueGapCount += 1
        missing = missing.merging(unknown)
    }

    // MARK: Reading

    /// How many events belong to the population, whatever they came to.
    var population: Int { knownCount + valueGapCount }
    /// How many events nobody can place.
    var unclear: Int { valueGapCount + memberGapCount }

    /// What is missing, in order of name.
    func missingNames(_ more: [CELUnknown?]) -> [String] {
        let all = ([doubt] + more).compactMap { $0 }.reduce(missing) { $0.merging($1) }
        return Set(all.paths.map(\.description)).sorted()
    }

    /// The exact figure over what is known; nil where there is nothing that it could be of.
    func figure(_ subject: MetricProgram.Subject, _ type: FactType) -> Result<ExactFigure, CELError>? {
        switch subject {
        case .value(let aggregation, _):
            guard knownCount > 0 || aggregation.function == .distinct else { return nil }
            return above.exactFigure(aggregation)
        case .estimate: return estimate(subject).map { .success($0.value) }
        case .count: return above.exactFigure(Aggregation(function: .count))
        case .kept: return above.exactFigure(Aggregation(function: .share))
        case .ratio(let first, let second): return ratio(first, second, type)
        }
    }

    /// What is known of a percentile that is estimated; nil for every other figure.
    func estimate(_ subject: MetricProgram.Subject) -> PercentileSketch.Estimate? {
        guard case .estimate(let rank, _, _) = subject else { return nil }
        return sketch?.percentile(rank)
    }

    private func ratio(
        _ first: MetricProgram.Term, _ second: MetricProgram.Term, _ type: FactType
    ) -> Result<ExactFigure, CELError>? {
        guard case .success(let lower)? = below.exactFigure(Aggregation(function: second.function)),
            lower.fraction.numerator != 0
        else { return nil }
        switch above.exactFigure(Aggregation(function: first.function)) {
        case .failure(let error)?: return .failure(error)
        case nil:
            // Nothing was added up, and there is something to share it out among.
            guard case .percent = type, let nothing = ExactFraction(0, over: 1) else { return nil }
            return .success(ExactFigure(nothing, .percent))
        case .success(let upper)?:
            if case .money = upper.unit, case .money = lower.unit, upper.unit != lower.unit {
                return .failure(CELError(.invalidArgument, "amounts of two currencies have no ratio"))
            }
            guard let quotient = upper.fraction.divided(by: lower.fraction),
                let fraction = type == .percent ? quotient.multiplied(by: 100) : quotient
            else { return .failure(CELError(.overflow, "the ratio cannot be counted exactly")) }
            return .success(ExactFigure(fraction, type == .percent ? .percent : upper.unit))
        }
    }

    /// The least and the greatest figure that is possible, whatever nobody knows; nil where it could be any.
    func extremes(_ subject: MetricProgram.Subject) -> (least: ExactFigure, greatest: ExactFigure)? {
        switch subject {
        case .value(let aggregation, _) where aggregation.function == .share: return shareExtremes
        case .kept: return shareExtremes
        case .count:
            let (least, greatest) = (Int64(above.count), Int64(above.count + unclear))
            return ExactFigure(.int(least)).flatMap { least in
                ExactFigure(.int(greatest)).map { (least, $0) }
            }
        case .estimate: return unclear > 0 ? nil : estimate(subject).map { ($0.least, $0.greatest) }
        case .value, .ratio: return nil
        }
    }

    /// The least figure that is possible, however many events are missing; nil where it could be any.
    func least(_ subject: MetricProgram.Subject) -> ExactFigure? {
        guard case .count = subject else { return nil }
        return ExactFigure(.int(Int64(above.count)))
    }

    private var shareExtremes: (least: ExactFigure, greatest: ExactFigure)? {
        let whole = population + memberGapCount
        return ExactFigure(part: above.partCount, of: whole).flatMap { least in
            ExactFigure(part: above.partCount + unclear, of: whole).map { (least, $0) }
        }
    }
}
