/// The place of a figure among those of all keys in a period.
public struct MetricPlace: Hashable, Sendable {
    /// 1 for the greatest; figures that are equal share the best place that they take up.
    public let number: Int
    /// How many figures were compared.
    public let count: Int
    /// How many have the same figure, this one included.
    public let sharedBy: Int
}
