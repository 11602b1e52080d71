/// What came of verifying a ledger.
public struct LedgerVerification: Hashable, Sendable {
    /// Something that is not as it was written.
    public struct Problem: Hashable, Sendable {
        /// The entry's sequence number.
        public let sequence: Int64
        /// What is wrong with it.
        public let message: String
    }

    /// Entries that were read.
    public var entryCount: Int64 = 0
    /// Entries whose event was decided again.
    public var decidedCount: Int64 = 0
    /// Entries that another rulebook decided, so that they were not decided again.
    public var otherRulebookCount: Int64 = 0
    /// What is wrong, by sequence number; the first hundred are kept.
    public var problems: [Problem] = []
    /// How many problems there are.
    public var problemCount = 0

    /// The most problems that are kept.
    static let problemCountMax = 100

    mutating func add(_ sequence: Int64, _ message: String) {
        problemCount += 1
        if problems.count < Self.problemCountMax { problems.append(Problem(sequence: sequence, message: message)) }
    }
}
