/// What a ledger answers to a proposal, once it is durable.
public struct LedgerAnswer: Sendable {
    /// The entry.
    public let entry: LedgerEntry
    /// Whether the key was recorded before, so that this is the stored answer again.
    public let isRepeated: Bool
}
