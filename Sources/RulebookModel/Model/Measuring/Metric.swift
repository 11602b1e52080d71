public import SourceText

/// A figure over a population and a period, and the bound that it is to keep.
///
/// The population are the events at which the standard applies and excuses nothing.
public struct Metric: Sendable {
    /// What the population comes to.
    public enum Subject: Sendable {
        /// A measure: of a count and a share the condition, of the others the value, under `part` and `operand`.
        case measure(Measure.Function, operand: ConditionExpression?, part: Condition?, rank: ExactDecimal?)
        /// One sum or count over another.
        case ratio(Term, to: Term)
        /// What was kept of all findings of another standard that judge.
        case kept(standard: String)
        /// How far two metrics go together over their groups: Spearman's rank correlation, from −1 to 1.
        case correlation(of: MetricReference, with: MetricReference)
    }

    /// What stands above or below the line of a ratio.
    public enum Term: Sendable {
        /// How many of the population a condition holds for.
        case count(Condition)
        /// What their values come to together.
        case sum(ConditionExpression)
    }

    /// On which side of a limit the figure must lie.
    public enum Side: String, Hashable, Sendable, CaseIterable {
        /// Not below it.
        case atLeast = "at_least"
        /// Not above it.
        case atMost = "at_most"
        /// Above it.
        case over
        /// Below it.
        case under

        /// As people say it: `at least`.
        public var text: String {
            switch self {
            case .atLeast: "at least"
            case .atMost: "at most"
            case .over: "over"
            case .under: "under"
            }
        }
    }

    /// What the figure is to keep.
    public enum Bound: Sendable {
        /// A side of a limit; an expression is read at the first event of the period.
        case limit(Side, Limit)
        /// A side of the figure that the same key had in the period before.
        case previous(Side)
        /// A place among the greatest so many figures of all keys in the period.
        case top(Int)

        /// The side on which it must lie; nil of a place.
        public var side: Side? {
            switch self {
            case .limit(let side, _), .previous(let side): side
            case .top: nil
            }
        }

        /// The limit, where one is written.
        public var limit: Limit? { if case .limit(_, let limit) = self { limit } else { nil } }
    }

    /// What the population comes to.
    public let subject: Subject
    /// The type of the figure.
    public let type: FactType
    /// For whom there is a figure each; of a correlation the groups over which there is one figure.
    public internal(set) var key: MeasureKey
    /// Over which stretch of time: a unit of the calendar, successive blocks, or the whole log.
    public internal(set) var period: MeasureWindow
    /// What the figure is to keep; nil for a figure without a verdict.
    public let bound: Bound?
    /// The least population that a verdict needs; of a correlation the least number of groups that a figure needs.
    public let sampleMin: Int
    /// How far a percentile may lie from the exact one, as a part of it; nil where it is the exact one.
    public let accuracy: Percent?
    /// By what events people take rows out of the population.
    public let exclusions: [MetricExclusion]
    /// Where it is declared.
    public let range: SourceRange

    /// What is measured, in one word: `share`, `ratio`, `kept`.
    public var name: String {
        switch subject {
        case .measure(let function, _, _, _): function.rawValue
        case .ratio: "ratio"
        case .kept: "kept"
        case .correlation: "correlation"
        }
    }

    /// The least number of groups of a correlation where none is written: over fewer it is mostly chance.
    public static let correlationSampleMin = 10
}
