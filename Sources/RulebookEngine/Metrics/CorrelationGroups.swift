/// The groups that are not in a correlation.
public struct CorrelationGroups: Hashable, Sendable {
    /// Those of which one of the two figures is not certain; while there are any, there is no verdict.
    public internal(set) var uncertain = 0
    /// Those with only one of the two figures, or too few events for one of them.
    public internal(set) var incomplete = 0
}
