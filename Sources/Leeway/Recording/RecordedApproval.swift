/// An approval that a ledger holds.
public struct RecordedApproval: Sendable {
    /// The ledger's entry.
    public let entry: LedgerEntry
    /// Whether it was given before, so that this is the stored answer again.
    public let isRepeated: Bool

    init(_ answer: LedgerAnswer) {
        entry = answer.entry
        isRepeated = answer.isRepeated
    }

    /// Its name, by which an action refers to it: `"approval": {"id": …}`.
    public var id: String { entry.key }

    /// The answer as JSON, with a line feed: `kind`, `key` (its name), `expires`, `sequence`, `outcome`, `by`, `role`,
    /// `at` and `action_digest`.
    ///
    /// - Throws: ``LeewayError/ledger(_:)`` where the stored one is damaged.
    public func json(_ style: JSONStyle) throws(LeewayError) -> [UInt8] { try entry.answer(style, line: nil) }
}
