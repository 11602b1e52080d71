public import RulebookEngine

/// An event that is to be decided and recorded.
public struct LedgerProposal: Sendable {
    /// The event; its time is the ledger's where it has none.
    public let event: Event
    /// The idempotency key: the same key never counts twice.
    public let key: String
    /// The event as it was handed in, in canonical form, and its digest: written here, before others are kept out.
    let text: [UInt8]
    let bodyDigest: String

    /// Makes a proposal.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - key: the idempotency key; nil takes the event's `id`.
    /// - Throws: ``LedgerError/missingKey`` where there is neither.
    public init(_ event: Event, key: String? = nil) throws(LedgerError) {
        let key = key ?? event.id
        guard !key.isEmpty else { throw .missingKey }
        self.event = event
        self.key = key
        text = CanonicalBody.text(event.root)
        bodyDigest = CanonicalBody.hexDigest(text)
    }

    /// Whether the event is decided just as it was handed in: with its own time, and without approvals to look up.
    var isWhole: Bool { event.time != nil && event.approvalIDs.isEmpty }
}
