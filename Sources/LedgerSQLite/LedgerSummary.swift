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

    /// What became of reservations.
    public struct Reservations: Hashable, Sendable {
        /// How many were permitted.
        public let count: Int64
        /// How many were committed.
        public let committedCount: Int64
        /// How many were released.
        public let releasedCount: Int64
        /// How many ran out, as far as something later went ahead.
        public let expiredCount: Int64
        /// How many are open.
        public var openCount: Int64 { count - committedCount - releasedCount - expiredCount }
    }

    /// The last sequence number; 0 where nothing was recorded.
    public let sequence: Int64
    /// How many events went ahead, and so use what they asked for.
    public let countingCount: Int64
    /// How many decisions came to each outcome, in order of name.
    public let outcomes: [OutcomeCount]
    /// How many approvals were given.
    public let approvalCount: Int64
    /// What became of reservations.
    public let reservations: Reservations
    /// The rulebooks that decided, in order of their first entries.
    public let rulebooks: [Rulebook]
}
