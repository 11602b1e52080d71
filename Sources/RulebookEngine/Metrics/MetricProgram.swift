import CEL
import RulebookModel

/// A metric made ready to run.
final class MetricProgram: Sendable {
    /// What an event of the population adds.
    enum Subject: Sendable {
        /// Its value, or nothing but itself.
        case value(Aggregation, OperandProgram)
        /// Its value, for the estimate of a percentile.
        case estimate(rank: ExactDecimal, accuracy: Percent, OperandProgram)
        /// One where a condition holds.
        case count(ConditionProgram)
        /// To each side of a ratio.
        case ratio(Term, Term)
        /// Whether the verdict is one of a standard that was kept.
        case kept

        var expressions: [ExpressionProgram] {
            switch self {
            case .value(_, let operand), .estimate(_, _, let operand): operand.expressions
            case .count(let condition): condition.expressions
            case .ratio(let above, let below): above.expressions + below.expressions
            case .kept: []
            }
        }
    }

    /// A side of a ratio.
    enum Term: Sendable {
        case count(ConditionProgram)
        case sum(ExpressionProgram)

        var expressions: [ExpressionProgram] {
            switch self {
            case .count(let condition): condition.expressions
            case .sum(let value): [value]
            }
        }

        /// How its values come together.
        var function: Measure.Function {
            switch self {
            case .count: .count
            case .sum: .sum
            }
        }

        /// What an event adds to the side; null where nothing.
        func evaluate(_ frame: CELFrame) -> CELValue {
            switch self {
            case .sum(let value): value.program.evaluate(frame)
            case .count(let condition):
                switch condition.evaluate(frame) {
                case .true: .int(1)
                case .false: .null
                case .unknown(let unknown): .unknown(unknown)
                case .error(let error): .error(error)
                }
            }
        }
    }

    /// Its place in the state.
    let index: Int
    /// The standard's place among the rulebook's.
    let standard: Int
    let force: Force
    let subject: Subject
    /// The type of the figure.
    let type: FactType
    let keySlots: [Int]
    let period: WindowProgram
    let side: Metric.Side?
    let limit: AllowanceProgram.LimitProgram?
    /// Whether the limit is the key's own figure in the period before.
    let comparesPrevious: Bool
    /// Among how many of the greatest figures of all keys it must be; nil where they are not compared.
    let placeMax: Int?
    let sampleMin: Int
    /// By what events people take rows out of it.
    let exclusions: [ExclusionProgram]

    init(
        index: Int, standard: Int, force: Force, metric: Metric, subject: Subject, keySlots: [Int],
        period: WindowProgram, limit: AllowanceProgram.LimitProgram?, exclusions: [ExclusionProgram]
    ) {
        self.index = index
        self.standard = standard
        self.force = force
        self.subject = subject
        type = metric.type
        self.keySlots = keySlots
        self.period = period
        side = metric.bound?.side
        self.limit = limit
        comparesPrevious = if case .previous? = metric.bound { true } else { false }
        placeMax = if case .top(let place)? = metric.bound { place } else { nil }
        sampleMin = metric.sampleMin
        self.exclusions = exclusions
    }

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] {
        if case .expression(let limit)? = limit { subject.expressions + [limit] } else { subject.expressions }
    }

    /// The slots that must be filled beside those of its expressions.
    var slots: [Int] { keySlots + [period.zoneSlot].compactMap { $0 } + exclusions.flatMap(\.keySlots) }

    /// Whether a figure keeps the bound; nil where the two have no order.
    func keeps(_ figure: ExactFigure, _ bound: ExactFigure) -> Bool? { side.flatMap { $0.keeps(figure, bound) } }
}

extension Metric.Side {
    /// Whether a figure lies on this side of a bound; nil where the two have no order.
    func keeps(_ figure: ExactFigure, _ bound: ExactFigure) -> Bool? {
        guard let order = figure.compare(bound) else { return nil }
        return switch self {
        case .atLeast: order != .less
        case .atMost: order != .greater
        case .over: order == .greater
        case .under: order == .less
        }
    }
}
