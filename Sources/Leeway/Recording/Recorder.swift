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
    ///   - locale: the language of words for people; nil takes the first that the rulebook gives.
    /// - Throws: ``LeewayError/ledger(_:)``.
    public init(
        _ point: DecisionPoint, ledgerAt path: String, offers: BatchCheck.Offers = .sought, locale: String? = nil
    ) throws(LeewayError) {
        self.point = point
        self.offers = offers
        explainers = point.compiled.compiled.map { Explainer($0) }
        renderer = DecisionJSONRenderer(layout: .line, locale: locale)
        do throws(LedgerError) {
            ledger = try SQLiteLedger(at: path, deciding: point.compiled)
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
        do throws(LedgerError) {
            var reports: [Int64: DecisionReport] = [:]
            let answer = try ledger.record(try LedgerProposal(event, key: key)) { decision, memory, sequence in
                render(decision, memory, sequence, &reports)
            }
            return RecordedDecision(answer, report: reports[answer.entry.sequence])
        } catch {
            throw .ledger(error)
        }
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
            return try ledger.record(proposals) { decision, memory, sequence in
                render(decision, memory, sequence, &reports)
            }.map { result in result.map { RecordedDecision($0, report: reports[$0.entry.sequence]) } }
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
        // Without its line feed.
        return renderer.render(report, sequence: sequence).dropLast()
    }
}
