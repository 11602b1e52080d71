public import RulebookModel

/// What a metric came to, for one key and one period.
public struct MetricFinding: Sendable {
    /// The version of the rulebook that measured it, among those of a decider.
    public internal(set) var version = 0
    /// The standard's place among the rulebook's.
    public let standard: Int
    /// What became of the standard; nil for a figure without a verdict, which is no fault and no merit.
    public internal(set) var status: FindingStatus?
    /// Whose figure it is: the values of the key as people write them, private ones masked; none where everybody shares it.
    public let key: [String]
    /// Over which stretch of time.
    public let period: MetricPeriod
    /// The exact figure over what is known; nil where there is nothing that it could be of.
    public let figure: ExactFigure?
    /// The limit that it was compared with; nil where there is none, or nobody knows it.
    public let bound: ExactFigure?
    /// How many events belong to the population, whatever they came to.
    public let population: Int
    /// How many events could belong to the population.
    let populationMax: Int
    /// How many events were excused: they are in no figure.
    public let excused: Int
    /// How many events nobody can place: whether they belong to the population, or what they come to.
    public let unclear: Int
    /// The facts that are missing, in order of name.
    public let missing: [String]
    /// Its place among the figures of all keys, where they are compared; nil where it has none.
    public internal(set) var place: MetricPlace?
    /// Why there is no figure although there is a population; nil where there is one.
    public let obstacle: String?
    /// How many events people took out: they are in no figure.
    public internal(set) var excluded = 0
    /// Between what the exact figure lies, where the figure is an estimate.
    public internal(set) var estimate: PercentileSketch.Estimate?
    /// What is not in a correlation; nil for every other figure.
    public internal(set) var groups: CorrelationGroups?
}
