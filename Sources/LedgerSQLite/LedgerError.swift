public import CEL

/// Why a ledger does not answer.
///
/// Nothing was consumed where one is thrown, with the exception that ``failed(path:reason:)`` says of itself.
public enum LedgerError: Error, Hashable, Sendable {
    /// There is no ledger of this name, and none is made to be read.
    case missing(path: String)
    /// The file is something else.
    case notALedger(path: String)
    /// A later version of Leeway wrote it.
    case newer(path: String, version: Int, known: Int)
    /// Another process held the ledger for too long; the same key may be tried again.
    case busy(path: String)
    /// The database failed, so that nobody knows whether the last entries last: open the ledger anew, and ask with the
    /// same key.
    case failed(path: String, reason: String)
    /// An entry is not as it was written.
    case damaged(path: String, sequence: Int64, reason: String)
    /// The event has no `id`, and no key was given.
    case missingKey
    /// The key stands for another event already.
    case conflict(key: String, sequence: Int64)
    /// The event happened before the latest one that the ledger remembers.
    case late(time: CELTimestamp, latest: CELTimestamp)

    /// What is wrong and what was expected: lower case, without a period.
    public var message: String {
        switch self {
        case .missing(let path): "there is no ledger `\(path)`"
        case .notALedger(let path): "`\(path)` is no ledger of Leeway"
        case .newer(let path, let version, let known):
            "`\(path)` has version \(version), and this Leeway knows versions up to \(known)"
        case .busy(let path): "another process holds the ledger `\(path)`, and nothing was recorded"
        case .failed(let path, let reason): "the ledger `\(path)` failed: \(reason)"
        case .damaged(let path, let sequence, let reason):
            "the ledger `\(path)` is damaged at entry \(sequence): \(reason)"
        case .missingKey: "an event that is recorded needs a key"
        case .conflict(let key, let sequence): "the key `\(key)` stands for another event, entry \(sequence)"
        case .late(let time, let latest):
            "the event is of \(time), and the ledger remembers one of \(latest) already"
        }
    }

    /// The next step.
    public var help: String? {
        switch self {
        case .missing: "leeway record makes one"
        case .notALedger: "name another file; a file that is not there is made"
        case .newer: "use a later version of Leeway"
        case .busy: "try again with the same key"
        case .failed: "take it as not permitted; when the cause is mended, ask again with the same key"
        case .damaged: "leeway ledger verify lists every such entry; restore the file from a copy"
        case .missingKey: "give the event an `id`, or the command a --key"
        case .conflict: "repeat the event just as it was, or give this one a key of its own"
        case .late: "record events in the order of their times, or leave the time to the ledger's clock"
        }
    }

    /// Whether it is about one event, and the ledger goes on.
    public var isAboutOneEvent: Bool {
        switch self {
        case .missingKey, .conflict, .late: true
        case .missing, .notALedger, .newer, .busy, .failed, .damaged: false
        }
    }
}
