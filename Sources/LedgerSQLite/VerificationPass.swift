import JSONSyntax
import RulebookEngine
import RulebookModel

/// One pass over a ledger's entries, in the order of their sequence numbers.
struct VerificationPass {
    var result = LedgerVerification()
    private let compiled: CompiledVersions?
    private let reader: EventReader?
    private let decider: VersionedDecider?
    private var lastSequence: Int64 = 0
    private var lastDigest = ""

    init(_ compiled: CompiledVersions?) {
        self.compiled = compiled
        reader = compiled?.reader
        decider = compiled.map { $0.makeDecider(memory: VersionedState($0)) }
    }

    mutating func add(_ entry: LedgerEntry) {
        result.entryCount += 1
        if entry.sequence != lastSequence + 1 {
            result.add(lastSequence + 1, "the entries from here to \(entry.sequence - 1) are missing")
        }
        if entry.previousDigest != lastDigest { result.add(entry.sequence, "it does not follow the entry before") }
        if entry.digest != entry.sealedDigest() { result.add(entry.sequence, "it is not as it was written") }
        lastSequence = entry.sequence
        lastDigest = entry.digest
        decideAgain(entry)
    }

    mutating func end(sequence: Int64, digest: String) {
        if sequence != lastSequence {
            result.add(lastSequence, "it is the last entry, and \(sequence) was recorded as the last one")
        } else if digest != lastDigest {
            result.add(lastSequence, "it is not the entry that was recorded as the last one")
        }
    }

    private mutating func decideAgain(_ entry: LedgerEntry) {
        guard let compiled, let reader, let decider else { return }
        guard let root = try? JSONDocument.parse(entry.event).root, let event = reader.read(root).event else {
            result.add(entry.sequence, "this rulebook cannot read its event")
            return
        }
        let decision = decider.decide(event)
        let rulebook = compiled[decision.version].rulebook
        if entry.rulebookDigest == rulebook.digest {
            result.decidedCount += 1
            if decision.outcome.rawValue != entry.outcome {
                result.add(
                    entry.sequence, "it holds \(entry.outcome), and deciding it again gives \(decision.outcome)")
            } else if SQLiteLedger.counts(decision, in: rulebook) != entry.counts {
                result.add(entry.sequence, "whether it counts is not as deciding it again gives")
            }
        } else {
            result.otherRulebookCount += 1
        }
        guard entry.counts else { return }
        _ = decider.decideAndRemember(event, named: entry.key)
        // What clocks come to is for audits to tell; here it would only grow.
        _ = decider.takeFindings()
    }
}
