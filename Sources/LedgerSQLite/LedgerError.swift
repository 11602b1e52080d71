public import CEL
import RulebookEngine

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
    /// Nothing was ever reserved under the key.
    case nothingReserved(key: String)
    /// The key stands for something that keeps nothing back: a decision, or a reservation that was refused.
    case keepsNothingBack(key: String, sequence: Int64, outcome: String)
    /// The reservation ended otherwise than it is asked to.
    case ended(key: String, by: LedgerEntry.Kind, sequence: Int64)
    /// The reservation ran out before it was to be committed.
    case ranOut(key: String, expires: String, time: CELTimestamp)
    /// Only actions can be reserved: an event merely happens.
    case notAnAction(type: String)
    /// An approval does not hold; the name is empty where the event gives none.
    case approval(id: String, ApprovalProblem)
    /// The rulebook cannot read an event that was recorded under another version.
    case unreadable(key: String, sequence: Int64, reason: String)

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
        case .approval(let id, let problem): problem.message(id)
        case .nothingReserved(let key): "nothing is reserved under the key `\(key)`"
        case .keepsNothingBack(let key, let sequence, let outcome):
            "the key `\(key)` keeps nothing back: entry \(sequence) \(Self.words(outcome))"
        case .ended(let key, let kind, let sequence):
            "the reservation `\(key)` \(Self.words(kind)), entry \(sequence)"
        case .ranOut(let key, let expires, let time):
            "the reservation `\(key)` ran out at \(expires), and this is \(time)"
        case .notAnAction(let type): "`\(type)` merely happens, so that nothing of it can be reserved"
        case .unreadable(let key, let sequence, let reason):
            "this rulebook cannot read what `\(key)` reserved, entry \(sequence): \(reason)"
        }
    }

    private static func words(_ kind: LedgerEntry.Kind) -> String {
        switch kind {
        case .decision, .reservation: "is open"
        case .approval: "is an approval"
        case .commit: "was committed"
        case .release: "was released"
        case .expiry: "ran out"
        }
    }

    private static func words(_ outcome: String) -> String {
        switch outcome {
        case Outcome.allow.rawValue: "is a decision and no reservation"
        case "approved": "is an approval"
        default: "was answered with \(outcome)"
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
        case .approval(_, let problem): problem.help
        case .nothingReserved: "reserve first, with leeway reserve; keys are compared letter by letter"
        case .keepsNothingBack: "what was not permitted can be asked for again under another key"
        case .ended(_, .commit, _): "it has happened; if it is undone, record the event that undoes it"
        case .ended, .ranOut: "ask anew, with leeway reserve or leeway record and another key"
        case .notAnAction: "record it once it has happened, with leeway record"
        case .unreadable: "use the rulebook that decided it, or release it and reserve anew"
        case .late: "record events in the order of their times, or leave the time to the ledger's clock"
        }
    }

    /// Whether it is about one event, and the ledger goes on.
    public var isAboutOneEvent: Bool {
        switch self {
        case .missingKey, .conflict, .late, .nothingReserved, .keepsNothingBack, .ended, .ranOut, .notAnAction,
            .unreadable, .approval:
            true
        case .missing, .notALedger, .newer, .busy, .failed, .damaged: false
        }
    }
}

extension LedgerError {
    /// An entry that cannot be folded.
    init(_ problem: FoldedEntries.Problem, path: String) {
        self = .damaged(path: path, sequence: problem.sequence, reason: problem.reason)
    }
}
