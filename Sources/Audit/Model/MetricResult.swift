public import RulebookEngine

/// What a metric came to, for one key and one period.
public struct MetricResult: Hashable, Sendable {
    /// A figure as an exact fraction.
    public struct Figure: Hashable, Sendable {
        /// As people read it, rounded so that the side of the bound can be seen: `83.33%`.
        public var text: String
        /// The integer above the line of the least terms.
        public var numerator: String
        /// The integer below it, at least 1.
        public var denominator: String
        /// What it is a number of: `number`, `percent`, a currency, or `nanoseconds`.
        public var unit: String
        /// How far it may lie from the exact figure, as a part of that: `1%`; nil where it is exact.
        public var within: String?

        /// Makes a figure.
        public init(text: String, numerator: String, denominator: String, unit: String, within: String? = nil) {
            self.text = text
            self.numerator = numerator
            self.denominator = denominator
            self.unit = unit
            self.within = within
        }
    }

    /// The standard's position in ``ComplianceReport/standards``.
    public var standard: Int
    /// What became of it; nil for a figure without a verdict.
    public var status: FindingStatus?
    /// What is measured, in one word: `share`, `mean`, `ratio`.
    public var measure: String
    /// Whose figure it is: `North`, `everyone`.
    public var key: String
    /// The period in words: `2026-Q4`, `2026-03-01 to 2026-03-30`.
    public var period: String
    /// Its first instant; nil where it begins with the log or is not known.
    public var start: ReportInstant?
    /// The first instant after it; nil where it ends with the log or is not known.
    public var end: ReportInstant?
    /// The figure over what is known; nil where there is none.
    public var figure: Figure?
    /// What was asked: `at least 95%`; empty for a figure without a verdict.
    public var bound: String
    /// How many events belong to the population; of a correlation how many groups it is over.
    public var population: Int
    /// How many events were excused, which are in no figure.
    public var excused: Int
    /// How many events people took out, which are in no figure.
    public var excluded: Int
    /// How many events nobody can place.
    public var unclear: Int
    /// The least population that was asked for.
    public var sampleMin: Int
    /// Why there is no verdict, or none yet; empty where there is one.
    public var message: String
    /// The facts that are missing.
    public var missing: [String]
    /// `file:line:column` of the metric.
    public var place: String

    /// Makes a result.
    public init(
        standard: Int, status: FindingStatus?, measure: String, key: String, period: String,
        start: ReportInstant? = nil, end: ReportInstant? = nil, figure: Figure? = nil, bound: String = "",
        population: Int, excused: Int = 0, excluded: Int = 0, unclear: Int = 0, sampleMin: Int = 1,
        message: String = "", missing: [String] = [],
        place: String
    ) {
        self.standard = standard
        self.status = status
        self.measure = measure
        self.key = key
        self.period = period
        self.start = start
        self.end = end
        self.figure = figure
        self.bound = bound
        self.population = population
        self.excused = excused
        self.excluded = excluded
        self.unclear = unclear
        self.sampleMin = sampleMin
        self.message = message
        self.missing = missing
        self.place = place
    }
}
