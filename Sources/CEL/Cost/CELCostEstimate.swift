/// Bounds on what an evaluation costs.
public struct CELCostEstimate: Hashable, Sendable {
    /// The least.
    public let minimum: Int
    /// The most; `Int.max` where nothing bounds it.
    public let maximum: Int

    /// Makes an estimate.
    public init(minimum: Int, maximum: Int) {
        self.minimum = minimum
        self.maximum = maximum
    }

    /// A cost that is known.
    init(_ cost: Int) { self.init(minimum: cost, maximum: cost) }

    /// Both one after the other.
    static func + (left: CELCostEstimate, right: CELCostEstimate) -> CELCostEstimate {
        CELCostEstimate(
            minimum: left.minimum.addingSaturated(right.minimum),
            maximum: left.maximum.addingSaturated(right.maximum))
    }

    /// One or the other.
    func or(_ other: CELCostEstimate) -> CELCostEstimate {
        CELCostEstimate(minimum: min(minimum, other.minimum), maximum: max(maximum, other.maximum))
    }
}

extension Int {
    /// The sum of two numbers that are not negative, at most `Int.max`.
    func addingSaturated(_ other: Int) -> Int {
        let (sum, overflowed) = addingReportingOverflow(other)
        return overflowed ? .max : sum
    }

    /// The product of two numbers that are not negative, at most `Int.max`.
    func multipliedSaturated(by other: Int) -> Int {
        let (product, overflowed) = multipliedReportingOverflow(by: other)
        return overflowed ? .max : product
    }
}
