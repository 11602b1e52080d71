import CEL
import GRDB
import RulebookEngine
import RulebookModel

/// One pass over a ledger's entries, in the order of their sequence numbers.
struct VerificationPass {
    var result = LedgerVerification()
    /// What the entries come to, where a rulebook decides again.
    private let folded: FoldedEntries?
    private var lastSequence: Int64 = 0
    private var lastDigest = ""

    init(_ compiled: CompiledVersions?) { folded = compiled.map { FoldedEntries($0) } }

    mutating func add(_ entry: LedgerEntry, _ database: Database) {
        result.entryCount += 1
        if entry.sequence != lastSequence + 1 {
            result.add(lastSequence + 1, "the entries from here to \(entry.sequence - 1) are missing")
        }
        if entry.previousDigest != lastDigest { result.add(entry.sequence, "it does not follow the entry before") }
        if entry.digest != entry.sealedDigest() { result.add(entry.sequence, "it is not as it was written") }
        lastSequence = entry.sequence
        lastDigest = entry.digest
        if let folded { decideAgain(entry, folded, database) }
    }

    mutating func end(sequence: Int64, digest: String) {
        if sequence != lastSequence {
            result.add(lastSequence, "it is the last entry, and \(sequence) was recorded as the last one")
        } else if digest != lastDigest {
            result.add(lastSequence, "it is not the entry that was recorded as the last one")
        }
    }

    private mutating func decideAgain(_ entry: LedgerEntry, _ folded: FoldedEntries, _ database: Database) {
        let stored = StoredEntry(entry)
        do throws(FoldedEntries.Problem) {
            var event: Event?
            switch LedgerEntry.Kind(rawValue: entry.kind) {
            case .decision?, .reservation?, .commit?:
                event = try folded.event(of: stored)
                guard let event else {
                    return result.add(
                        entry.sequence,
                        "this rulebook does not know `\(entry.type)`, so that nobody can say what it came to")
                }
                checkApprovals(of: event, entry, folded, database)
                decideAgain(entry, event, folded)
            case .release?, .expiry?: checkEnd(entry, folded)
            case .approval?, nil: break
            }
            try folded.apply(stored, event)
        } catch {
            result.add(entry.sequence, error.reason)
        }
    }

    private mutating func decideAgain(_ entry: LedgerEntry, _ event: Event, _ folded: FoldedEntries) {
        if entry.counts, let time = event.time {
            for hold in folded.memory.holdsOver(at: time) {
                result.add(entry.sequence, "the reservation `\(hold.name)` had run out before, and no entry says so")
            }
        }
        guard entry.rulebookDigest == folded.rulebook(at: event.time).digest else {
            result.otherRulebookCount += 1
            return
        }
        result.decidedCount += 1
        // What happens now is no longer reserved.
        let hold = entry.kind == LedgerEntry.Kind.commit.rawValue ? folded.decider.lift(entry.key) : nil
        let decision = folded.decider.decide(event)
        if let hold { folded.decider.putBack(hold) }
        if decision.outcome.rawValue != entry.outcome {
            result.add(entry.sequence, "it holds \(entry.outcome), and deciding it again gives \(decision.outcome)")
        } else if LedgerTransaction.counts(decision, in: folded.compiled[decision.version].rulebook) != entry.counts {
            result.add(entry.sequence, "whether it counts is not as deciding it again gives")
        }
    }

    private mutating func checkApprovals(
        of event: Event, _ entry: LedgerEntry, _ folded: FoldedEntries, _ database: Database
    ) {
        // What another rulebook accepted, only that one can judge.
        guard entry.counts, let time = event.time, entry.rulebookDigest == folded.rulebook(at: time).digest else {
            return
        }
        for id in event.approvalIDs {
            guard let problem = folded.problem(id, for: event, at: time, key: entry.key, database) else { continue }
            result.add(entry.sequence, problem.message(id))
        }
    }

    private mutating func checkEnd(_ entry: LedgerEntry, _ folded: FoldedEntries) {
        guard let hold = folded.memory.hold(named: entry.key) else {
            return result.add(entry.sequence, "it ends a reservation that was not open")
        }
        if entry.kind == LedgerEntry.Kind.expiry.rawValue, hold.expires.description != entry.time {
            result.add(entry.sequence, "the reservation runs out at \(hold.expires)")
        }
    }
}
