/// A ledger at a glance.
public struct LedgerSummary: Hashable, Sendable {
    /// A version of a rulebook that decided entries.
    public struct Rulebook: Hashable, Sendable {
        /// Its id.
        public let id: String
        /// Its version.
        public let version: String
        /// Its digest.
        public let digest: String
        /// How many entries it decided.
        public let count: Int64
    }

    /// How many entries came to an outcome.
    public struct OutcomeCount: Hashable, Sendable {
        /// The outcome.
        public let outcome: String
        /// How many.
        public let count: Int64
    }

    /// The last sequence number; 0 where nothing was recorded.
    public let sequence: Int64
    /// How many entries use what they asked for.
    public let countingCount: Int64
    /// How many came to each outcome, in order of name.
    public let outcomes: [OutcomeCount]
    /// The rulebooks that decided, in order of their first entries.
    public let rulebooks: [Rulebook]
}
