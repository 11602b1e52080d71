import CEL

/// What is taken from each event that is measured, as it was read.
struct MeasureOperand {
    /// The value; nil where events are only counted.
    var expression: ConditionExpression?
    /// What holds of those that make up a share.
    var part: Condition?
    /// Of how many percent the value is the greatest.
    var rank: ExactDecimal?
    /// The type of the figure.
    var type: CELType
}
