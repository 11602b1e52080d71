public import SourceText

/// Events by which people take rows out of a metric: a system was down, a call was a test.
///
/// What is taken out is in no figure, and every such event is listed with who declared it, when and why.
public struct MetricExclusion: Sendable {
    /// From when to when rows are taken out: an instant, the last one not included, or whole dates.
    public struct Span: Sendable {
        /// The first instant or date.
        public let from: ConditionExpression
        /// The first instant after it, or the last date.
        public let to: ConditionExpression
        /// Whether both are dates, of the rulebook's zone.
        public let isOfDates: Bool
    }

    /// Which events declare it.
    public let pattern: EventPattern
    /// What rows must share with such an event; nothing where its span alone tells.
    public let key: MeasureKey
    /// When rows must lie; nil where any time will do.
    public let span: Span?
    /// Where it is declared.
    public let range: SourceRange

    /// Every value in it, but for those inside of its pattern.
    package var expressions: [ConditionExpression] { span.map { [$0.from, $0.to] } ?? [] }
}
