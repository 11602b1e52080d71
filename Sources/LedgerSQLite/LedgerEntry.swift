public import GRDB

/// One entry, as it stands in the file: a decision, or what became of a reservation.
public struct LedgerEntry: Codable, Hashable, Sendable, FetchableRecord, PersistableRecord {
    /// The table's name.
    public static let databaseTableName = "entry"

    /// What an entry records.
    public enum Kind: String, CaseIterable, Sendable {
        /// An event was decided.
        case decision
        /// An action was decided, and what it would use is kept back where it was permitted.
        case reservation
        /// What was reserved was decided once more, as it was to happen; it happened where it was permitted.
        case commit
        /// A reservation was given back.
        case release
        /// A reservation ran out.
        case expiry
        /// Somebody said yes to one exact action.
        case approval
    }

    /// Its place, from 1 on without gaps.
    public let sequence: Int64
    /// The idempotency key; that of the reservation for what became of one, the name of an approval.
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
    /// Whether it went ahead, and so uses what it asks for; of a reservation, whether it keeps that back.
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
    /// What it records, by the name of its ``Kind``.
    public let kind: String
    /// Until when a reservation keeps back what it would use, or an approval holds, as RFC 3339 writes it; else empty.
    public let expires: String
    /// The digest of everything above.
    public private(set) var digest: String = ""

    /// The digest that belongs to what it holds.
    ///
    /// Each member enters with its length, so that no two entries give the same bytes. What decisions had no need of
    /// before there were reservations enters only where it says something.
    func sealedDigest() -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(event.utf8.count + decision.utf8.count + 1_024)
        func append(_ text: String) {
            bytes += String(text.utf8.count).utf8
            bytes.append(UInt8(ascii: ":"))
            let isAppended: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
            if isAppended == nil { bytes += text.utf8 }
        }
        append(String(sequence))
        append(key)
        append(bodyDigest)
        append(type)
        append(event)
        append(time)
        append(outcome)
        append(counts ? "1" : "0")
        append(decision)
        append(rulebook)
        append(rulebookVersion)
        append(rulebookDigest)
        append(recordedAt)
        append(previousDigest)
        if kind != Kind.decision.rawValue || !expires.isEmpty {
            append(kind)
            append(expires)
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
        recordedAt: String, previousDigest: String, kind: Kind = .decision, expires: String = ""
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
        self.kind = kind.rawValue
        self.expires = expires
    }
}
