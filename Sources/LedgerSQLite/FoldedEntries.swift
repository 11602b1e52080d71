import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel

/// What the entries of a ledger come to, folded one after the other in the order of their sequence.
///
/// Whoever records, reads or verifies folds by the same rules, so that a ledger rebuilt from its entries is the ledger.
final class FoldedEntries {
    /// Why an entry cannot be folded.
    struct Problem: Error {
        let sequence: Int64
        let reason: String
    }

    let compiled: CompiledVersions
    /// Decides by what is remembered of the entries.
    let decider: VersionedDecider
    /// The last entry that was folded.
    private(set) var sequence: Int64 = 0
    private(set) var digest = ""
    /// The approvals that the entries hold.
    private(set) var approvals = ApprovalBook()
    private let reader: EventReader

    init(_ compiled: CompiledVersions) {
        self.compiled = compiled
        reader = compiled.reader
        decider = compiled.makeDecider(memory: VersionedState(compiled))
    }

    /// What is remembered.
    var memory: VersionedState { decider.memory ?? VersionedState(compiled) }

    /// The version of the rulebook that is in force at an instant; the newest where none is told.
    func rulebook(at time: CELTimestamp?) -> Rulebook {
        let versions = compiled.versions
        return time.map { versions.all[versions.index(at: $0)] } ?? versions.newest
    }

    /// Folds the next entry.
    ///
    /// - Parameters:
    ///   - entry: the entry.
    ///   - event: its event, where it was read already.
    /// - Throws: ``Problem``, where it does not follow the one before or cannot be read.
    func fold(_ entry: StoredEntry, _ event: Event? = nil) throws(Problem) {
        guard entry.sequence == sequence + 1 else {
            throw Problem(sequence: sequence + 1, reason: "the entry is missing")
        }
        guard entry.previousDigest == digest else {
            throw Problem(sequence: entry.sequence, reason: "it does not follow the one before")
        }
        try apply(entry, event)
        sequence = entry.sequence
        digest = entry.digest
    }

    /// Changes what is remembered, whatever came before.
    func apply(_ entry: StoredEntry, _ event: Event? = nil) throws(Problem) {
        switch LedgerEntry.Kind(rawValue: entry.kind) {
        case .decision?:
            if entry.counts { remember(try known(event, entry), entry) }
        case .reservation?:
            guard entry.counts else { return }
            guard let expires = CELTimestamp(parsing: entry.expires) else {
                throw Problem(sequence: entry.sequence, reason: "nobody knows when it runs out")
            }
            // Where no standard asks about it any more, it is open all the same.
            guard let event = try known(event, entry) else { return }
            decider.reserve(event, as: entry.key, until: expires)
            approvals.use(event.approvalIDs, by: entry.key, entry.sequence)
        case .commit?:
            guard entry.counts else { return }
            _ = decider.lift(entry.key)
            remember(try known(event, entry), entry)
        case .release?, .expiry?: _ = decider.lift(entry.key)
        case .approval?:
            guard approvals.add(entry) else {
                throw Problem(sequence: entry.sequence, reason: "it does not say who approved what")
            }
        case nil: throw Problem(sequence: entry.sequence, reason: "nobody knows entries of the kind `\(entry.kind)`")
        }
    }

    private func known(_ event: Event?, _ entry: StoredEntry) throws(Problem) -> Event? {
        if let event { return event }
        return try self.event(of: entry)
    }

    private func remember(_ event: Event?, _ entry: StoredEntry) {
        guard let event else { return }
        _ = decider.decideAndRemember(event, named: entry.key)
        approvals.use(event.approvalIDs, by: entry.key, entry.sequence)
        // What clocks come to is for audits to tell; here it would only grow.
        _ = decider.takeFindings()
    }

    /// The event of an entry; nil where the rulebook no longer knows its type, so that no standard asks for it.
    func event(of entry: StoredEntry) throws(Problem) -> Event? {
        guard let document = try? JSONDocument.parse(entry.event) else {
            throw Problem(sequence: entry.sequence, reason: "its event is no JSON")
        }
        let reading = reader.read(document.root)
        if let event = reading.event { return event }
        if reading.problems.contains(where: { $0.code == .unknownType }) { return nil }
        throw Problem(
            sequence: entry.sequence,
            reason: "this rulebook cannot read its event: \(reading.problems.first?.message ?? "")")
    }

    /// An event at another time; nil where it cannot be written so.
    func event(_ event: Event, at time: CELTimestamp) -> Event? {
        self.event(event, with: "time") { $0.string(time.description) }
    }

    /// An event with another member; nil where it cannot be written so.
    func event(_ event: Event, with name: String, _ value: (inout JSONDocumentBuilder) -> Void) -> Event? {
        var builder = JSONDocumentBuilder()
        builder.beginObject()
        for member in event.root.members where member.name != name {
            builder.name(member.name)
            builder.copy(member.value)
        }
        builder.name(name)
        value(&builder)
        builder.endObject()
        guard let root = try? builder.finish().root else { return nil }
        return reader.read(root).event
    }
}
