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
    /// How many events are in the figure.
    private var knownCount = 0
    /// How many belong to the population and came to nobody knows what.
    private var valueGapCount = 0
    /// How many may belong to the population.
    private(set) var memberGapCount = 0
    private(set) var excused = 0
    private var missing = CELUnknown([])

    init(number: Int, period: MetricPeriod, limit: CELValue?, doubt: CELUnknown?) {
        self.number = number
        self.period = period
        self.limit = limit
        self.doubt = doubt
    }

    // MARK: Adding

    mutating func addExcused() { excused += 1 }

    /// Adds an event that may belong to the population.
    mutating func addGap(_ unknown: CELUnknown) {
        memberGapCount += 1
        missing = missing.merging(unknown)
    }

    /// Adds an event of the population.
    mutating func add(_ subject: MetricProgram.Subject, verdict: FindingStatus?, _ frame: CELFrame) {
        switch subject {
        case .value(let aggregation, let operand):
            let value = operand.evaluate(frame)
            guard isKnown(value) else { return }
            if let error = above.add(value, aggregation.function) { return addValueGap(error) }
        case .count(let condition):
            switch condition.evaluate(frame) {
            case .true: _ = above.add(nil, .count)
            case .false: break
            case .unknown(let unknown): return addValueGap(unknown)
            case .error(let error): return addValueGap(error)
            }
        case .ratio(let first, let second):
            let (upper, lower) = (first.evaluate(frame), second.evaluate(frame))
            guard isKnown(upper), isKnown(lower) else { return }
            // Counting and adding up take whatever an expression of their type gives.
            if upper != .null { _ = above.add(upper, first.function) }
            if lower != .null { _ = below.add(lower, second.function) }
        case .kept: _ = above.add(.bool(verdict == .met || verdict == .discretion), .share)
        }
        knownCount += 1
    }

    private mutating func isKnown(_ value: CELValue) -> Bool {
        switch value {
        case .unknown(let unknown): addValueGap(unknown)
        case .error(let error): addValueGap(error)
        default: return true
        }
        return false
    }

    private mutating func addValueGap(_ error: CELError) {
        addValueGap(CELUnknown(CELAttributePath(["a value (\(error.message))"])))
    }

    /// Adds an event of the population that came to nobody knows what.
    mutating func addValueGap(_ unknown: CELUnknown) {
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
        case .count: return above.exactFigure(Aggregation(function: .count))
        case .kept: return above.exactFigure(Aggregation(function: .share))
        case .ratio(let first, let second): return ratio(first, second, type)
        }
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
