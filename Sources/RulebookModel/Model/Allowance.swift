public import CEL
public import SourceText

/// How far an actor may go, as a ladder of steps on which a measure lands, this event included.
public struct Allowance: Sendable {
    /// What is measured.
    public let measure: Measure
    /// The type of the measure and of its limits.
    public let type: FactType
    /// The steps, from the lowest bound to the highest.
    public let steps: [AllowanceStep]
    /// Where the allowance is declared.
    public let range: SourceRange

    /// Whether earlier events count as well.
    public var remembers: Bool { measure.window.extent != .each }
}

/// One step of an allowance.
public struct AllowanceStep: Sendable {
    /// What must stand beside an action on a step.
    public enum Need: Hashable, Sendable {
        /// Nothing: it is within the policy.
        case nothing
        /// A reason of at least so many characters; one that says nothing never counts.
        case reason(lengthMin: Int)
        /// The approvals of different people, one of at least each of these roles, from the lowest up; an actor of such
        /// a rank stands for one of them and needs only a reason for that.
        case approval(roles: [String])
    }

    /// The largest measure that stands on a step.
    public enum Bound: Sendable {
        /// The limit is included (`up_to`).
        case upTo(Limit)
        /// The limit is not included (`under`).
        case under(Limit)
        /// No limit.
        case unlimited

        /// The limit, where there is one.
        public var limit: Limit? {
            switch self {
            case .upTo(let limit), .under(let limit): limit
            case .unlimited: nil
            }
        }
    }

    /// How far it reaches.
    public let bound: Bound
    /// What it asks for.
    public let need: Need
    /// Where it stands.
    public let range: SourceRange
}

/// A limit: a value, or an expression that gives one.
public enum Limit: Sendable {
    /// Always the same.
    case value(CELValue, SourceRange)
    /// Computed from the event's facts.
    case expression(ConditionExpression)

    /// Where it stands.
    public var range: SourceRange {
        switch self {
        case .value(_, let range): range
        case .expression(let expression): expression.range
        }
    }
}
