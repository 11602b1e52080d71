import GRDB

/// What an entry must say to be folded: less than all of it, since every entry is read when a ledger is opened.
struct StoredEntry {
    static let columns = """
        sequence, key, event, counts, kind, expires, previousDigest, digest, rulebookVersion, rulebookDigest,
        iif(kind = 'approval', decision, '')
        """

    let sequence: Int64
    let key: String
    let event: String
    let counts: Bool
    let kind: String
    let expires: String
    let previousDigest: String
    let digest: String
    let rulebookVersion: String
    let rulebookDigest: String
    /// What an approval says; nothing for anything else.
    let approval: String

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
        rulebookVersion = row[8]
        rulebookDigest = row[9]
        approval = row[10]
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
        rulebookVersion = entry.rulebookVersion
        rulebookDigest = entry.rulebookDigest
        approval = entry.kind == LedgerEntry.Kind.approval.rawValue ? entry.decision : ""
    }
}
