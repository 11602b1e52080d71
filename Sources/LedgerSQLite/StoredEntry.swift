import GRDB

/// What an entry must say to be folded: less than all of it, since every entry is read when a ledger is opened.
struct StoredEntry {
    static let columns = "sequence, key, event, counts, kind, expires, previousDigest, digest"

    let sequence: Int64
    let key: String
    let event: String
    let counts: Bool
    let kind: String
    let expires: String
    let previousDigest: String
    let digest: String

    /// Takes a row with the ``columns``.
    init(_ row: Row) {
        sequence = row[0]
        key = row[1]
        event = row[2]
        counts = row[3]
        kind = row[4]
        expires = row[5]
        previousDigest = row[6]
        digest = row[7]
    }

    /// Takes what a whole entry says.
    init(_ entry: LedgerEntry) {
        sequence = entry.sequence
        key = entry.key
        event = entry.event
        counts = entry.counts
        kind = entry.kind
        expires = entry.expires
        previousDigest = entry.previousDigest
        digest = entry.digest
    }
}
