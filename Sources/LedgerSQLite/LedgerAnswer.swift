/// What a ledger answers to a request, once it is durable.
public struct LedgerAnswer: Sendable {
    /// The entry.
    public let entry: LedgerEntry
    /// Whether the same was asked before, so that this is the stored answer again.
    public let isRepeated: Bool
    /// What ended the reservation since, where the stored answer is about one.
    public let end: LedgerEntry?

    init(entry: LedgerEntry, isRepeated: Bool, end: LedgerEntry? = nil) {
        self.entry = entry
        self.isRepeated = isRepeated
        self.end = end
    }
}
