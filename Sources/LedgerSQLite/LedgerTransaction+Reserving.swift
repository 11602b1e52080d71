import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel

extension LedgerTransaction {
    /// Decides an action as if it happened now, and keeps back what it would use where it is permitted.
    func reserve(_ proposal: LedgerProposal, lasting span: TimeSpan) throws -> LedgerAnswer {
        let body = proposal.bodyDigest
        if let stored = try beginning(of: proposal.key) {
            guard stored.kind == LedgerEntry.Kind.reservation.rawValue, stored.bodyDigest == body,
                CELTimestamp(parsing: stored.time).flatMap({ Self.end(of: span, from: $0) })?.description
                    == stored.expires
            else { throw LedgerError.conflict(key: proposal.key, sequence: stored.sequence) }
            return LedgerAnswer(entry: stored, isRepeated: true, end: try end(of: proposal.key))
        }
        guard folded.rulebook(at: proposal.event.time).vocabulary.event(proposal.event.type)?.kind == .action else {
            throw LedgerError.notAnAction(type: proposal.event.type)
        }
        let now = try recordingTime()
        let (event, time) = try accepted(proposal, now)
        guard let expires = Self.end(of: span, from: time) else {
            throw LedgerError.failed(path: path, reason: "the reservation would run out at no time that can be written")
        }
        let decision = folded.decider.decide(event)
        return try append(
            Draft(
                kind: .reservation, key: proposal.key, bodyDigest: body, event: event, time: time, recordedAt: now,
                expires: expires.description),
            decision)
    }

    private static func end(of span: TimeSpan, from time: CELTimestamp) -> CELTimestamp? {
        time.adding(CELDuration(nanoseconds: span.nanoseconds))
    }

    /// Decides what was reserved as it is to happen now, with its own hold lifted; it happens where it is permitted.
    func commit(_ key: String, at time: CELTimestamp?) throws -> LedgerAnswer {
        let reservation = try reservation(key)
        if let end = try end(of: key) {
            guard end.kind == LedgerEntry.Kind.commit.rawValue else { throw Self.ended(end) }
            return LedgerAnswer(entry: end, isRepeated: true)
        }
        let (reserved, reservedAt) = try event(of: reservation)
        let now = try recordingTime()
        let time = time ?? [now, reservedAt, folded.decider.latestTime ?? now].max() ?? now
        try checkOrder(time)
        guard time >= reservedAt else { throw LedgerError.late(time: time, latest: reservedAt) }
        guard let expires = CELTimestamp(parsing: reservation.expires), time < expires else {
            throw LedgerError.ranOut(key: key, expires: reservation.expires, time: time)
        }
        guard let event = folded.event(reserved, at: time) else {
            throw LedgerError.failed(path: path, reason: "an event could not be given its time")
        }
        let hold = folded.decider.lift(key)
        let decision = folded.decider.decide(event)
        return try append(
            Draft(
                kind: .commit, key: key, bodyDigest: reservation.bodyDigest, event: event, time: time, recordedAt: now),
            decision, lifted: hold)
    }

    /// Gives back what was reserved.
    func release(_ key: String) throws -> LedgerAnswer {
        let reservation = try reservation(key)
        if let end = try end(of: key) {
            guard end.kind == LedgerEntry.Kind.release.rawValue else { throw Self.ended(end) }
            return LedgerAnswer(entry: end, isRepeated: true)
        }
        let now = try recordingTime()
        let time = folded.decider.latestTime.map { max($0, now) } ?? now
        return try appendEnd(of: reservation, by: .release, at: time, now)
    }

    /// Notes that a reservation has run out.
    func appendExpiry(of hold: Hold, _ now: CELTimestamp) throws {
        guard let reservation = try beginning(of: hold.name) else {
            throw LedgerError.failed(path: path, reason: "the reservation `\(hold.name)` is not in the file")
        }
        _ = try appendEnd(of: reservation, by: .expiry, at: hold.expires, now)
    }

    private func appendEnd(
        of reservation: LedgerEntry, by kind: LedgerEntry.Kind, at time: CELTimestamp, _ now: CELTimestamp
    ) throws -> LedgerAnswer {
        let outcome = kind == .release ? "released" : "expired"
        var writer = JSONWriter(style: .compact)
        writer.object { writer in
            writer.member("sequence", folded.sequence + 1)
            writer.member("outcome", outcome)
            writer.member("reserved_as", reservation.sequence)
        }
        return try append(
            Draft(
                kind: kind, key: reservation.key, bodyDigest: reservation.bodyDigest, event: nil, time: time,
                recordedAt: now),
            type: reservation.type, text: reservation.event, outcome: outcome, counts: false,
            decision: String(decoding: writer.utf8, as: UTF8.self))
    }

    // MARK: What was reserved

    /// The entry of a reservation that was permitted.
    private func reservation(_ key: String) throws -> LedgerEntry {
        guard let stored = try beginning(of: key) else { throw LedgerError.nothingReserved(key: key) }
        guard stored.kind == LedgerEntry.Kind.reservation.rawValue, stored.counts else {
            throw LedgerError.keepsNothingBack(key: key, sequence: stored.sequence, outcome: stored.outcome)
        }
        return stored
    }

    private func event(of reservation: LedgerEntry) throws(LedgerError) -> (Event, CELTimestamp) {
        let reason: String
        do throws(FoldedEntries.Problem) {
            if let event = try folded.event(of: StoredEntry(reservation)), let time = event.time {
                return (event, time)
            }
            reason = "it no longer knows `\(reservation.type)`"
        } catch {
            reason = error.reason
        }
        throw .unreadable(key: reservation.key, sequence: reservation.sequence, reason: reason)
    }

    private static func ended(_ end: LedgerEntry) -> LedgerError {
        .ended(key: end.key, by: LedgerEntry.Kind(rawValue: end.kind) ?? .expiry, sequence: end.sequence)
    }
}
