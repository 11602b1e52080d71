/// A reservation that was given back.
public struct ReleasedReservation: Sendable {
    /// The ledger's entry.
    public let entry: LedgerEntry
    /// Whether it was released before, so that this is the stored answer again.
    public let isRepeated: Bool

    init(_ answer: LedgerAnswer) {
        entry = answer.entry
        isRepeated = answer.isRepeated
    }

    /// The answer as JSON, with a line feed: `key`, `outcome`, `sequence` and `reserved_as`, the reservation's sequence.
    ///
    /// - Throws: ``LeewayError/ledger(_:)`` where the stored one is damaged.
    public func json(_ style: JSONStyle) throws(LeewayError) -> [UInt8] { try entry.answer(style, line: nil) }
}
