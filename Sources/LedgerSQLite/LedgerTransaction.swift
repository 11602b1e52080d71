import CEL
import GRDB
import RulebookEngine
import RulebookModel

/// Answers requests within one transaction that holds the file: nobody else records meanwhile.
///
/// What it appends it folds at once, so that each request sees what those before it did.
struct LedgerTransaction {
    let database: Database
    let statements: LedgerStatements
    let folded: FoldedEntries
    let path: String
    let clock: @Sendable () -> CELTimestamp?
    let trust: ApprovalTrust
    let rendering: SQLiteLedger.Rendering

    /// Does what a request asks; what is wrong with it alone is a result, and anything else ends the transaction.
    func answer(_ request: LedgerRequest) throws -> Result<LedgerAnswer, LedgerError> {
        do {
            switch request {
            case .record(let proposal): return .success(try record(proposal))
            case .reserve(let proposal, let span): return .success(try reserve(proposal, lasting: span))
            case .commit(let key, let time): return .success(try commit(key, at: time))
            case .release(let key): return .success(try release(key))
            case .approve(let proposal): return .success(try approve(proposal))
            }
        } catch let error as LedgerError where error.isAboutOneEvent {
            return .failure(error)
        }
    }

    private func record(_ proposal: LedgerProposal) throws -> LedgerAnswer {
        let body = proposal.bodyDigest
        if let stored = try beginning(of: proposal.key) {
            guard stored.kind == LedgerEntry.Kind.decision.rawValue, stored.bodyDigest == body else {
                throw LedgerError.conflict(key: proposal.key, sequence: stored.sequence)
            }
            return LedgerAnswer(entry: stored, isRepeated: true)
        }
        let now = try recordingTime()
        let (event, time) = try accepted(proposal, now)
        let decision = folded.decider.decide(event)
        return try append(
            Draft(
                kind: .decision, key: proposal.key, bodyDigest: body, event: event,
                text: proposal.isWhole ? proposal.text : nil, time: time, recordedAt: now),
            decision)
    }

    /// The event of a proposal as it is decided: with its time, and with its approvals as the ledger knows them.
    func accepted(_ proposal: LedgerProposal, _ now: CELTimestamp) throws -> (Event, CELTimestamp) {
        let (event, time) = try timed(proposal.event, now)
        return (try folded.approved(event, at: time, key: proposal.key, trust: trust, database), time)
    }

    // MARK: Time

    /// The time of the entry, by the ledger's clock.
    func recordingTime() throws -> CELTimestamp {
        guard let now = clock() else {
            throw LedgerError.failed(path: path, reason: "the clock shows no time that can be written")
        }
        return now
    }

    /// An event with its time: its own, or that of the clock, which never runs back.
    func timed(_ event: Event, _ now: CELTimestamp) throws -> (Event, CELTimestamp) {
        if let time = event.time {
            try checkOrder(time)
            return (event, time)
        }
        let time = folded.decider.latestTime.map { max($0, now) } ?? now
        guard let event = folded.event(event, at: time) else {
            throw LedgerError.failed(path: path, reason: "an event could not be given its time")
        }
        return (event, time)
    }

    /// Where something is remembered, time runs forwards only.
    func checkOrder(_ time: CELTimestamp) throws(LedgerError) {
        guard folded.compiled.remembers, let latest = folded.decider.latestTime, time < latest else { return }
        throw .late(time: time, latest: latest)
    }

    // MARK: Entries

    /// The entry that made a key stand for something.
    func beginning(of key: String) throws -> LedgerEntry? { try entry(statements.beginning(of: key)) }

    /// The entry that ended a reservation.
    func end(of key: String) throws -> LedgerEntry? { try entry(statements.end(of: key)) }

    /// The entry at a place; most keys are new, and then nothing is read but the index.
    private func entry(_ sequence: Int64?) throws -> LedgerEntry? {
        guard let sequence else { return nil }
        return try LedgerEntry.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM entry WHERE sequence = ?"), arguments: [sequence])
    }

    /// What an entry is to say, but for its place and what was decided.
    struct Draft {
        let kind: LedgerEntry.Kind
        let key: String
        let bodyDigest: String
        /// The event that was decided, where one was.
        let event: Event?
        /// The event's canonical text, where it was written already.
        var text: [UInt8]?
        let time: CELTimestamp
        let recordedAt: CELTimestamp
        var expires = ""
    }

    /// Appends what was decided; before what goes ahead stands what has run out by then.
    ///
    /// - Parameters:
    ///   - draft: the entry.
    ///   - decision: what was decided.
    ///   - hold: what was lifted so that it could be decided; it is put back, and ends only as the entry says.
    /// - Returns: the answer.
    /// - Throws: ``LedgerError``, and what the database throws.
    func append(_ draft: Draft, _ decision: Decision, lifted hold: LiftedHold? = nil) throws -> LedgerAnswer {
        let counts = Self.counts(decision, in: folded.compiled[decision.version].rulebook)
        if counts {
            for over in folded.memory.holdsOver(at: draft.time) { try appendExpiry(of: over, draft.recordedAt) }
        }
        // Nobody keeps the memory longer than it takes to render: it is then changed where it lies, and not copied.
        let text = String(decoding: rendering(decision, folded.memory, folded.sequence + 1), as: UTF8.self)
        if let hold { folded.decider.putBack(hold) }
        let event = decision.event
        let body = draft.text ?? CanonicalBody.text(event.root)
        return try append(
            draft, type: event.type, text: String(decoding: body, as: UTF8.self),
            outcome: decision.outcome.rawValue, counts: counts, decision: text)
    }

    /// Appends an entry, and folds it.
    func append(
        _ draft: Draft, type: String, text: String, outcome: String, counts: Bool, decision: String
    ) throws -> LedgerAnswer {
        let rulebook = folded.rulebook(at: draft.time)
        let entry = LedgerEntry(
            sequence: folded.sequence + 1, key: draft.key, bodyDigest: draft.bodyDigest, type: type, event: text,
            time: draft.time.description, outcome: outcome, counts: counts, decision: decision, rulebook: rulebook.id,
            rulebookVersion: rulebook.version, rulebookDigest: rulebook.digest,
            recordedAt: draft.recordedAt.description, previousDigest: folded.digest, kind: draft.kind,
            expires: draft.expires
        ).sealed()
        try statements.insert(entry)
        do throws(FoldedEntries.Problem) {
            try folded.fold(StoredEntry(entry), draft.event)
        } catch {
            throw LedgerError(error, path: path)
        }
        return LedgerAnswer(entry: entry, isRepeated: false)
    }

    /// Whether an event uses what it asks for: what merely happens always does, an action where it goes ahead.
    static func counts(_ decision: Decision, in rulebook: Rulebook) -> Bool {
        decision.outcome == .allow || rulebook.vocabulary.event(decision.event.type)?.kind == .occurrence
    }
}
