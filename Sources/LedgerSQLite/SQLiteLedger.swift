public import CEL
import Foundation
import GRDB
import JSONSyntax
public import RulebookEngine
import RulebookModel

/// The record of what was decided, in a SQLite file: it decides and records in one step, across processes.
///
/// A decision is returned only once it is durable. What is remembered is the fold of the entries that went ahead, in the
/// order of their sequence; each process keeps it in memory and folds what others recorded since. Refused proposals are
/// recorded too, and use nothing.
///
/// Not `Sendable`: one a thread, each with its own connection.
public final class SQLiteLedger {
    /// How a ledger is opened.
    public enum Access: Sendable {
        /// To record; the file is made where it is not there.
        case recording
        /// To look; the file must be there.
        case reading
    }

    /// Puts a decision into the form in which it is stored and answered: JSON on one line, without a line feed.
    ///
    /// It is given the decision, what was remembered before, and the sequence number.
    public typealias Rendering = (Decision, VersionedState, Int64) -> [UInt8]

    /// How long a process waits for another one, in seconds.
    public static let busyTimeoutSeconds = 30.0

    /// The file.
    public let path: String
    /// What is remembered of the entries that were folded so far.
    var decider: VersionedDecider
    /// The last entry that was folded.
    var foldedSequence: Int64 = 0
    private var foldedDigest = ""
    /// Why it refuses further work.
    private var failure: LedgerError?
    let compiled: CompiledVersions
    private let reader: EventReader
    private let queue: DatabaseQueue
    private let clock: @Sendable () -> CELTimestamp?

    /// Opens a ledger.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - compiled: the rulebook that decides.
    ///   - access: what for.
    ///   - clock: gives the time of entries, and of events that carry none.
    /// - Throws: ``LedgerError``, where the file is missing, something else, newer, held or failing.
    public init(
        at path: String, deciding compiled: CompiledVersions, for access: Access = .recording,
        clock: @escaping @Sendable () -> CELTimestamp? = SQLiteLedger.systemClock
    ) throws(LedgerError) {
        self.path = path
        self.compiled = compiled
        self.clock = clock
        reader = compiled.reader
        decider = compiled.makeDecider(memory: VersionedState(compiled))
        queue = try LedgerFile.open(path, for: access)
    }

    /// The machine's clock, to the microsecond.
    public static let systemClock: @Sendable () -> CELTimestamp? = {
        let microseconds = Int64(Date().timeIntervalSince1970 * 1_000_000)
        return CELTimestamp(
            seconds: microseconds / 1_000_000, nanoseconds: Int32(microseconds % 1_000_000) * 1_000)
    }

    // MARK: Recording

    /// Decides one event and records it.
    ///
    /// - Parameters:
    ///   - proposal: the event with its key.
    ///   - rendering: gives the decision its form.
    /// - Returns: the answer, once it is durable; the stored one where the key was recorded before.
    /// - Throws: ``LedgerError``: the event was not recorded, or nobody knows and the same key tells.
    public func record(_ proposal: LedgerProposal, rendering: Rendering) throws(LedgerError) -> LedgerAnswer {
        let results = try record([proposal], rendering: rendering)
        guard let result = results.first else { throw .failed(path: path, reason: "there was no answer") }
        return try result.get()
    }

    /// Decides several events, one after the other, and records them in one transaction.
    ///
    /// - Parameters:
    ///   - proposals: the events with their keys.
    ///   - rendering: gives the decisions their form.
    /// - Returns: the answers in the same order, once all are durable; what is wrong with one event keeps no other back.
    /// - Throws: ``LedgerError``: no event was recorded, or nobody knows and the same keys tell.
    public func record(
        _ proposals: [LedgerProposal], rendering: Rendering
    ) throws(LedgerError) -> [Result<LedgerAnswer, LedgerError>] {
        // A long log is read before others are kept out.
        if foldedSequence == 0 { try catchUp() }
        return try perform { database in
            var results: [Result<LedgerAnswer, LedgerError>] = []
            try database.inTransaction(.immediate) {
                try fold(database)
                let first = foldedSequence
                for proposal in proposals { results.append(try append(proposal, database, rendering)) }
                if foldedSequence > first {
                    try database.execute(
                        sql: "UPDATE head SET sequence = ?, digest = ? WHERE id = 1",
                        arguments: [foldedSequence, foldedDigest])
                }
                return .commit
            }
            return results
        }
    }

    private func append(
        _ proposal: LedgerProposal, _ database: Database, _ rendering: Rendering
    ) throws -> Result<LedgerAnswer, LedgerError> {
        let bodyDigest = CanonicalBody.digest(proposal.event.root)
        if let stored = try LedgerEntry.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM entry WHERE key = ?"), arguments: [proposal.key])
        {
            guard stored.bodyDigest == bodyDigest else {
                return .failure(.conflict(key: proposal.key, sequence: stored.sequence))
            }
            return .success(LedgerAnswer(entry: stored, isRepeated: true))
        }
        guard let recordedAt = clock() else {
            throw LedgerError.failed(path: path, reason: "the clock shows no time that can be written")
        }
        let memory = decider.memory ?? VersionedState(compiled)
        let event = try stamped(proposal.event, recordedAt, latest: memory.latestTime)
        guard let time = event.time else { throw LedgerError.failed(path: path, reason: "an event has no time") }
        if compiled.remembers, let latest = memory.latestTime, time < latest {
            return .failure(.late(time: time, latest: latest))
        }
        let decision = decider.decide(event)
        let rulebook = compiled[decision.version].rulebook
        let counts = Self.counts(decision, in: rulebook)
        let sequence = foldedSequence + 1
        let entry = LedgerEntry(
            sequence: sequence, key: proposal.key, bodyDigest: bodyDigest, type: event.type,
            event: String(decoding: CanonicalBody.text(event.root), as: UTF8.self), time: time.description,
            outcome: decision.outcome.rawValue, counts: counts,
            decision: String(decoding: rendering(decision, memory, sequence), as: UTF8.self),
            rulebook: rulebook.id, rulebookVersion: rulebook.version, rulebookDigest: rulebook.digest,
            recordedAt: recordedAt.description,
            previousDigest: foldedDigest
        ).sealed()
        try entry.insert(database)
        if counts { remember(event, entry.key) }
        foldedSequence = sequence
        foldedDigest = entry.digest
        return .success(LedgerAnswer(entry: entry, isRepeated: false))
    }

    /// Whether an event uses what it asks for: what merely happens always does, an action where it goes ahead.
    static func counts(_ decision: Decision, in rulebook: Rulebook) -> Bool {
        decision.outcome == .allow || rulebook.vocabulary.event(decision.event.type)?.kind == .occurrence
    }

    /// The event with its time: its own, or that of the clock, which never runs back.
    private func stamped(_ event: Event, _ now: CELTimestamp, latest: CELTimestamp?) throws -> Event {
        guard event.time == nil else { return event }
        let time = latest.map { max($0, now) } ?? now
        var builder = JSONDocumentBuilder()
        builder.beginObject()
        for member in event.root.members where member.name != "time" {
            builder.name(member.name)
            builder.copy(member.value)
        }
        builder.name("time")
        builder.string(time.description)
        builder.endObject()
        guard let stamped = reader.read(try builder.finish().root).event else {
            throw LedgerError.failed(path: path, reason: "an event could not be given its time")
        }
        return stamped
    }

    // MARK: Remembering

    /// What is remembered of all entries so far.
    ///
    /// - Throws: ``LedgerError``, where the file cannot be read or an entry is damaged.
    public func memory() throws(LedgerError) -> VersionedState {
        try catchUp()
        return decider.memory ?? VersionedState(compiled)
    }

    private func catchUp() throws(LedgerError) {
        try perform { database in
            try database.inTransaction(.deferred) {
                try fold(database)
                return .commit
            }
        }
    }

    /// Folds the entries that others recorded since.
    private func fold(_ database: Database) throws {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT sequence, key, event, counts, previousDigest, digest FROM entry
                    WHERE sequence > ? ORDER BY sequence
                    """), arguments: [foldedSequence])
        while let row = try rows.next() {
            let sequence: Int64 = row[0]
            let previous: String = row[4]
            guard sequence == foldedSequence + 1 else {
                throw LedgerError.damaged(path: path, sequence: foldedSequence + 1, reason: "the entry is missing")
            }
            guard previous == foldedDigest else {
                throw LedgerError.damaged(path: path, sequence: sequence, reason: "it does not follow the one before")
            }
            if row[3], let event = try storedEvent(row[2], sequence) { remember(event, row[1]) }
            foldedSequence = sequence
            foldedDigest = row[5]
        }
    }

    /// The event of an entry; nil where the rulebook no longer knows its type, so that no standard asks for it.
    func storedEvent(_ text: String, _ sequence: Int64) throws(LedgerError) -> Event? {
        guard let document = try? JSONDocument.parse(text) else {
            throw .damaged(path: path, sequence: sequence, reason: "its event is no JSON")
        }
        let reading = reader.read(document.root)
        if let event = reading.event { return event }
        if reading.problems.contains(where: { $0.code == .unknownType }) { return nil }
        throw .damaged(
            path: path, sequence: sequence,
            reason: "this rulebook cannot read its event: \(reading.problems.first?.message ?? "")")
    }

    private func remember(_ event: Event, _ key: String) {
        _ = decider.decideAndRemember(event, named: key)
        // What clocks come to is for audits to tell; here it would only grow.
        _ = decider.takeFindings()
    }

    // MARK: Failing

    /// Works with the database.
    ///
    /// Whatever goes wrong, what was remembered on the way is forgotten and read again from the entries: only they say
    /// what lasts. After a failure of the file nothing is tried again, since a second fsync may claim what the first
    /// one lost.
    func perform<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        if let failure { throw failure }
        do {
            return try queue.writeWithoutTransaction(body)
        } catch {
            decider = compiled.makeDecider(memory: VersionedState(compiled))
            foldedSequence = 0
            foldedDigest = ""
            let known = LedgerFile.error(error, path: path)
            if case .failed = known { failure = known }
            throw known
        }
    }
}
