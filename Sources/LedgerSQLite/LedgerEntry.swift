public import GRDB

/// One recorded decision, as it stands in the file.
public struct LedgerEntry: Codable, Hashable, Sendable, FetchableRecord, PersistableRecord {
    /// The table's name.
    public static let databaseTableName = "entry"

    /// Its place, from 1 on without gaps.
    public let sequence: Int64
    /// The idempotency key.
    public let key: String
    /// The digest of the event as it was handed in, in canonical form.
    public let bodyDigest: String
    /// The event's type.
    public let type: String
    /// The event, with its time, as JSON on one line.
    public let event: String
    /// When the event happened, as RFC 3339 writes it.
    public let time: String
    /// What was decided.
    public let outcome: String
    /// Whether it went ahead, and so uses what it asks for.
    public let counts: Bool
    /// The decision as it was answered, JSON on one line.
    public let decision: String
    /// The id of the rulebook that decided.
    public let rulebook: String
    /// That rulebook's version.
    public let rulebookVersion: String
    /// That rulebook's digest.
    public let rulebookDigest: String
    /// When it was recorded, by the ledger's clock.
    public let recordedAt: String
    /// The digest of the entry before; empty for the first.
    public let previousDigest: String
    /// The digest of everything above.
    public private(set) var digest: String = ""

    /// The digest that belongs to what it holds.
    ///
    /// Each member enters with its length, so that no two entries give the same bytes.
    func sealedDigest() -> String {
        var bytes: [UInt8] = []
        for text in [
            String(sequence), key, bodyDigest, type, event, time, outcome, counts ? "1" : "0", decision, rulebook,
            rulebookVersion, rulebookDigest, recordedAt, previousDigest,
        ] {
            bytes += "\(text.utf8.count):".utf8
            bytes += text.utf8
        }
        return CanonicalBody.hexDigest(bytes)
    }

    /// The same entry with its digest.
    func sealed() -> LedgerEntry {
        var entry = self
        entry.digest = sealedDigest()
        return entry
    }

    /// Makes an entry without its digest.
    init(
        sequence: Int64, key: String, bodyDigest: String, type: String, event: String, time: String, outcome: String,
        counts: Bool, decision: String, rulebook: String, rulebookVersion: String, rulebookDigest: String,
        recordedAt: String, previousDigest: String
    ) {
        self.sequence = sequence
        self.key = key
        self.bodyDigest = bodyDigest
        self.type = type
        self.event = event
        self.time = time
        self.outcome = outcome
        self.counts = counts
        self.decision = decision
        self.rulebook = rulebook
        self.rulebookVersion = rulebookVersion
        self.rulebookDigest = rulebookDigest
        self.recordedAt = recordedAt
        self.previousDigest = previousDigest
    }
}
