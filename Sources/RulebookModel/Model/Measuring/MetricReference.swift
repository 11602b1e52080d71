public import SourceText

/// A standard that another metric names, for its figures.
public struct MetricReference: Sendable {
    /// The standard's id.
    public let standard: String
    /// Where it is named.
    public let range: SourceRange
}
