/// What an agent may do: one action, and how its outcome depends on what the agent chooses.
public struct ActionOptions: Sendable {
    /// A stretch of values with one outcome.
    public struct Segment: Sendable {
        /// The first value, as people write it.
        public let from: String
        /// The last value, or nil where there is no limit.
        public let to: String?
        /// What the action comes to.
        public let outcome: Outcome
        /// The least role that may approve, where it needs that.
        public let approver: String?
        /// The facts that are missing, where the outcome is undetermined.
        public let missing: [String]
        /// Other open choices with which a standard ties this one: the stretch holds if those fit.
        public let dependsOn: [String]
    }

    /// How the outcome depends on one field, as far as that field goes.
    public struct Field: Sendable {
        /// The field's name.
        public let name: String
        /// The stretches of a numeric field from the least value up, or one for each value of an enumerable field.
        public let segments: [Segment]
    }

    /// The action.
    public let action: String
    /// What it comes to with the given facts alone.
    public let outcome: Outcome
    /// The least role that may approve, where it needs that.
    public let approver: String?
    /// The facts that are missing, where the outcome is undetermined.
    public let missing: [String]
    /// The fields that the agent may still choose and that a standard reads, in written order.
    public let fields: [Field]
    /// Whether a standard lists the action.
    public let isListed: Bool
    /// How many decisions it took to find out.
    public let evaluations: Int
}
