import RulebookModel

/// How values come to one figure.
struct Aggregation: Sendable {
    let function: Measure.Function
    /// Of how many percent a percentile is the greatest value; nothing to the other functions.
    var rank = ExactDecimal(100)
}
