public import RulebookModel

/// The result of an audit: did we keep our standards, where not, and how do I know that this is true.
///
/// Plain data in a fixed order, without a clock: the same inputs give the same report, and renderers the same bytes.
public struct ComplianceReport: Sendable {
    /// The program that made it.
    public var generator: ReportGenerator
    /// The rulebook versions that were judged by.
    public var rulebooks: [RulebookReference]
    /// The logs that were read.
    public var inputs: [InputReference]
    /// What the report speaks about.
    public var scope: ReportScope
    /// What was read and what could not be.
    public var reading: ReadingSummary
    /// The standards, in rulebook order; findings refer to them by position.
    public var standards: [StandardSummary]
    /// The findings with their events and evidence, of standards of every force.
    public var log: FindingLog
    /// What metrics came to, by standard, period and key; they are in the standards' counts and in the overall score.
    public var metrics: [MetricResult]
    /// What people took out of metrics, by standard, in the order in which they said so.
    public var exclusions: [MetricExclusionEntry]
    /// Findings that were counted but are not listed, such as those that were met.
    public var findingsOmitted: Int
    /// The overall score first, then groups by kind and name; standards with force `must` alone.
    public var scores: [ScoreGroup]
    /// Findings by local day, of standards with force `must` alone.
    public var timeline: Timeline
    /// The facts whose absence left findings undetermined, most frequent first.
    public var missingFacts: [CountedText]

    /// Makes a report.
    public init(
        generator: ReportGenerator, rulebooks: [RulebookReference] = [], inputs: [InputReference] = [],
        scope: ReportScope, reading: ReadingSummary = ReadingSummary(), standards: [StandardSummary] = [],
        log: FindingLog = FindingLog(), metrics: [MetricResult] = [],
        exclusions: [MetricExclusionEntry] = [], findingsOmitted: Int = 0,
        scores: [ScoreGroup] = [],
        timeline: Timeline = Timeline(), missingFacts: [CountedText] = []
    ) {
        self.generator = generator
        self.rulebooks = rulebooks
        self.inputs = inputs
        self.scope = scope
        self.reading = reading
        self.standards = standards
        self.log = log
        self.metrics = metrics
        self.exclusions = exclusions
        self.findingsOmitted = findingsOmitted
        self.scores = scores
        self.timeline = timeline
        self.missingFacts = missingFacts
    }

    /// The counts over all binding standards.
    public var overall: ScoreGroup { scores.first { $0.kind == .overall } ?? ScoreGroup(kind: .overall) }

    /// The positions of the standards of a force, in rulebook order.
    public func standardIndices(force: Force) -> [Int] {
        standards.indices.filter { standards[$0].force == force }
    }
}
