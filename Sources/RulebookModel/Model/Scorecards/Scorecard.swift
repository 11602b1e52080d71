public import SourceText

/// A form by which one event is judged: items with weights, critical ones, and a bonus apart.
public struct Scorecard: Sendable {
    /// Its name, unique in the rulebook.
    public let name: String
    /// What people call it.
    public let title: LocalizedText?
    /// The events that it judges.
    public let pattern: EventPattern
    /// What is judged, in written order.
    public let items: [ScorecardItem]
    /// The range of its name.
    public let range: SourceRange
}

/// One line of a scorecard.
public struct ScorecardItem: Sendable {
    /// Its name, unique in the scorecard.
    public let label: String
    /// What people call it.
    public let title: LocalizedText?
    /// What it is judged by.
    public let grade: Grade
    /// What it counts.
    public let worth: Worth
    /// Whether failing it fails the whole.
    public let isCritical: Bool
    /// When it applies; nil for always. Where it does not, its weight falls away, and the others weigh more.
    public let when: Condition?
    /// The range of its name.
    public let range: SourceRange

    /// How an item is judged.
    public enum Grade: Sendable {
        /// All or nothing.
        case pass(Condition)
        /// So many points of a most.
        case points(ConditionExpression, of: ExactDecimal)
    }

    /// What an item counts.
    public enum Worth: Sendable {
        /// Its weight among the others.
        case weight(ExactDecimal)
        /// Percentage points, kept apart from the score.
        case bonus(ExactDecimal)
        /// Nothing: it is critical only.
        case nothing
    }
}
