/// Decides events and records them in a ledger: what it answers is durable.
///
/// ```swift
/// let recorder = try Recorder(DecisionPoint(rulebookAt: "Policies/retail-care"), ledgerAt: "used.ledger")
/// let recorded = try recorder.record(event)
/// if recorded.outcome == .allow { giveCoupon() }
/// ```
///
/// Not `Sendable`: one a thread, each with its own connection to the ledger.
public final class Recorder {
    /// Where events are decided.
    public let point: DecisionPoint
    /// Whether counter-offers are looked for.
    public let offers: BatchCheck.Offers
    private let ledger: SQLiteLedger
    private let explainers: [Explainer]
    private let renderer: DecisionJSONRenderer

    /// Opens a ledger, and makes it where it is not there.
    ///
    /// - Parameters:
    ///   - point: where events are decided; the ledger's memory takes the place of its own.
    ///   - path: the ledger's file.
    ///   - offers: whether counter-offers are looked for; other processes wait meanwhile.
    ///   - trust: which approvals count.
    ///   - locale: the language of words for people; nil takes the first that the rulebook gives.
    /// - Throws: ``LeewayError/ledger(_:)``.
    public init(
        _ point: DecisionPoint, ledgerAt path: String, offers: BatchCheck.Offers = .sought,
        trusting trust: ApprovalTrust = .recorded, locale: String? = nil
    ) throws(LeewayError) {
        self.point = point
        self.offers = offers
        explainers = point.compiled.compiled.map { Explainer($0) }
        renderer = DecisionJSONRenderer(layout: .line, locale: locale)
        do throws(LedgerError) {
            ledger = try SQLiteLedger(at: path, deciding: point.compiled, trusting: trust)
        } catch {
            throw .ledger(error)
        }
    }

    /// Decides an event and records it.
    ///
    /// - Parameters:
    ///   - event: the event; its time is that of the clock where it has none.
    ///   - key: the idempotency key: the same key never counts twice. Nil takes the event's `id`.
    /// - Returns: what was decided, once it is durable; the stored answer where the key was recorded before.
    /// - Throws: ``LeewayError/ledger(_:)``: then the action is not permitted. A refusal is a decision, not an error.
    public func record(_ event: Event, key: String? = nil) throws(LeewayError) -> RecordedDecision {
        try decide { () throws(LedgerError) in .record(try LedgerProposal(event, key: key)) }
    }

    /// Decides several events, one after the other, and records them in one transaction.
    ///
    /// - Parameter proposals: the events with their keys.
    /// - Returns: the answers in the same order, once all are durable.
    /// - Throws: ``LeewayError/ledger(_:)`` where none is permitted.
    public func record(
        _ proposals: [LedgerProposal]
    ) throws(LeewayError) -> [Result<RecordedDecision, LedgerError>] {
        do throws(LedgerError) {
            var reports: [Int64: DecisionReport] = [:]
            reports.reserveCapacity(proposals.count)
            return try ledger.carryOut(proposals.map(LedgerRequest.record)) { decision, memory, sequence in
                self.render(decision, memory, sequence, &reports)
            }.map { result in result.map { RecordedDecision($0, report: reports[$0.entry.sequence]) } }
        } catch {
            throw .ledger(error)
        }
    }

    // MARK: Reserving

    /// Decides an action as if it happened now; where it is permitted, what it would use is kept back.
    ///
    /// Allowances count it as used, whatever window they ask about, so that committing it stays within them. Facts and
    /// clocks do not see it: it has not happened.
    ///
    /// - Parameters:
    ///   - action: the action; its time is that of the clock where it has none.
    ///   - key: the idempotency key, by which it is committed or released. Nil takes the event's `id`.
    ///   - span: how long it is kept back; events of that time and later ones no longer see it.
    /// - Returns: what was decided, once it is durable; the stored answer where the same was reserved before.
    /// - Throws: ``LeewayError/ledger(_:)``: then nothing is reserved.
    public func reserve(
        _ action: Event, key: String? = nil, lasting span: TimeSpan = Recorder.reservationSpan
    ) throws(LeewayError) -> RecordedDecision {
        try decide { () throws(LedgerError) in .reserve(try LedgerProposal(action, key: key), lasting: span) }
    }

    /// How long a reservation keeps back what it would use, unless it is told otherwise: 15 minutes.
    public static let reservationSpan = TimeSpan(nanoseconds: 900_000_000_000)

    /// Lets happen what was reserved: it is decided again, as of now, with its own reservation lifted.
    ///
    /// Where another standard refuses it by now, the reservation stays open.
    ///
    /// - Parameters:
    ///   - key: the reservation's key.
    ///   - time: when it happens; nil is the time of the clock.
    /// - Returns: what was decided, once it is durable; the stored answer where it was committed before.
    /// - Throws: ``LeewayError/ledger(_:)``, where nothing of this key is reserved any more.
    public func commit(_ key: String, at time: CELTimestamp? = nil) throws(LeewayError) -> RecordedDecision {
        try decide { .commit(key: key, at: time) }
    }

    /// Gives back what was reserved.
    ///
    /// - Parameter key: the reservation's key.
    /// - Returns: the answer, once it is durable; the stored one where it was released before.
    /// - Throws: ``LeewayError/ledger(_:)``, where nothing of this key is reserved any more.
    public func release(_ key: String) throws(LeewayError) -> ReleasedReservation {
        do throws(LedgerError) {
            return ReleasedReservation(try ledger.carryOut(.release(key: key)) { _, _, _ in [] })
        } catch {
            throw .ledger(error)
        }
    }

    // MARK: Approving

    /// Keeps somebody's yes to one exact action, which may refer to it once.
    ///
    /// It is bound to the action's type, fields, actor and entities, and to this version of the rulebook. Who may call
    /// this, and that `by` is who he says, is for the caller to settle.
    ///
    /// - Parameter proposal: the action, and who says yes.
    /// - Returns: the approval, once it is durable; the stored one where the same was approved under this id before.
    /// - Throws: ``LeewayError/ledger(_:)``, where the yes would say nothing: of the actor himself, of a role too low,
    ///   or of an action that needs none.
    public func approve(_ proposal: ApprovalProposal) throws(LeewayError) -> RecordedApproval {
        guard point.rulebook.vocabulary.rank(ofRole: proposal.role) != nil else {
            throw .unknownName(
                kind: "role", name: proposal.role,
                help: "the rulebook's roles are \(point.rulebook.vocabulary.roles.joined(separator: ", "))")
        }
        do throws(LedgerError) {
            return RecordedApproval(try ledger.carryOut(.approve(proposal)) { _, _, _ in [] })
        } catch {
            throw .ledger(error)
        }
    }

    private func decide(
        _ request: () throws(LedgerError) -> LedgerRequest
    ) throws(LeewayError) -> RecordedDecision {
        do throws(LedgerError) {
            var reports: [Int64: DecisionReport] = [:]
            let answer = try ledger.carryOut(try request()) { decision, memory, sequence in
                self.render(decision, memory, sequence, &reports)
            }
            return RecordedDecision(answer, report: reports[answer.entry.sequence])
        } catch {
            throw .ledger(error)
        }
    }

    private func render(
        _ decision: Decision, _ memory: VersionedState, _ sequence: Int64, _ reports: inout [Int64: DecisionReport]
    ) -> [UInt8] {
        var found: CounterOffers?
        if case .sought = offers, decision.outcome != .allow {
            found = CounterOfferFinder(point.compiled[decision.version], memory: memory[decision.version])
                .find(for: decision)
        }
        let report = DecisionReport(
            decision, explainer: explainers[decision.version], offers: found,
            rulebook: point.compiled[decision.version].rulebook)
        reports[sequence] = report
        var line = renderer.render(report, sequence: sequence)
        line.removeLast()  // The line feed.
        return line
    }
}
