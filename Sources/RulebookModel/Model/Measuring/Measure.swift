package import CEL
public import SourceText

/// One figure over several events: those of a pattern that lie under one key and within a window.
///
/// A fact reads it as it stood just before an event; an allowance adds that event.
public struct Measure: Sendable {
    /// How the events come to one figure.
    public enum Function: String, Hashable, Sendable, CaseIterable {
        /// Whether there was one.
        case happened
        /// How many there were.
        case count
        /// What their values come to together.
        case sum
        /// The least of their values.
        case min
        /// The greatest of their values.
        case max
        /// The value of the latest.
        case last
        /// How many different values there were.
        case distinct
        /// What each came to on average.
        case mean
        /// For which part of them a condition holds, as a percentage.
        case share
        /// The least value that so many percent of them do not exceed: the nearest rank.
        case percentile

        /// Whether a value is taken from each event.
        public var hasOperand: Bool { self != .happened && self != .count }
    }

    /// How the events come to one figure.
    public let function: Function
    /// Which events are measured; nil for those at which the allowance's own standard applies.
    public let pattern: EventPattern?
    /// What must hold of them beside.
    public let filter: Condition?
    /// The value that is taken from each; nil where events are only counted.
    public let operand: ConditionExpression?
    /// What holds of those that make up a ``Function/share``.
    public let part: Condition?
    /// Of how many percent a ``Function/percentile`` is the greatest value, above 0 and at most 100.
    public let rank: ExactDecimal?
    /// Under which key they are kept apart.
    public let key: MeasureKey
    /// How far back they count.
    public let window: MeasureWindow
    /// Events that begin the measure anew.
    public let until: EventPattern?
    /// Events that give back what was used.
    public let restoration: Restoration?
    /// The type of the figure in the expression language.
    package let type: CELType
    /// Where it is declared.
    public let range: SourceRange

    init(
        function: Function, pattern: EventPattern?, filter: Condition?, operand: MeasureOperand, key: MeasureKey,
        window: MeasureWindow, until: EventPattern?, restoration: Restoration?, range: SourceRange
    ) {
        self.function = function
        self.pattern = pattern
        self.filter = filter
        self.operand = operand.expression
        part = operand.part
        rank = operand.rank
        self.key = key
        self.window = window
        self.until = until
        self.restoration = restoration
        type = operand.type
        self.range = range
    }

    /// Events that give back what was used, the latest use first, and never more than was used.
    public struct Restoration: Sendable {
        /// Which events.
        public let pattern: EventPattern
        /// How much each gives back; nil for one.
        public let operand: ConditionExpression?
    }
}
