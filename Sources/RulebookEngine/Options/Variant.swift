public import CEL

/// An action near the one that was proposed, and what it comes to.
public struct Variant: Sendable {
    /// A field that differs from the proposal.
    public struct Change: Sendable {
        /// The field's name.
        public let field: String
        /// The value of the proposal, as people write it.
        public let from: String
        /// The value of the variant, as people write it.
        public let to: String
        /// The value of the variant.
        public let value: CELValue
    }

    /// What differs; never empty.
    public let changes: [Change]
    /// What the variant comes to, found by deciding it.
    public let outcome: Outcome
    /// The least role that may approve, where it needs that.
    public let approver: String?
    /// Whether it goes ahead only by the reason or the approval that came with the proposal.
    public let usesDiscretion: Bool
}

/// What may be done instead of a refused action.
public struct CounterOffers: Sendable {
    /// The nearest variants of the action, the least restrictive first.
    public let variants: [Variant]
    /// Other actions that the broken standards name, with what each comes to.
    public let actions: [(name: String, outcome: Outcome, approver: String?)]
    /// How many decisions it took to find them.
    public let evaluations: Int
}
