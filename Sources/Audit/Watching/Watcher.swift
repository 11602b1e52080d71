public import CEL
public import RulebookEngine
import RulebookModel

/// Judges the events of a log while it is being written: the same findings as of an audit, each as soon as it is certain.
///
/// It has no clock of its own: somebody says how far the time has come, or only the events do. Standards that only a
/// person can judge are left to audits. Memory goes by the keys whose figures still count, the clocks that run, what the
/// lateness holds back, and 16 bytes an event to know its id again.
public final class Watcher {
    private let compiled: CompiledVersions
    private let options: WatchOptions
    private let decider: VersionedDecider
    private let explainers: [Explainer]
    private var identifiers = IdentifierSet()
    private var held: ReorderBuffer<NamedEvent>
    private var notices: [WatchNotice] = []
    /// What was seen so far.
    public private(set) var summary = WatchSummary()

    /// Makes a watcher that has seen nothing.
    public init(_ compiled: CompiledVersions, options: WatchOptions) {
        self.compiled = compiled
        self.options = options
        decider = compiled.makeDecider(
            memory: VersionedState(compiled, warning: options.warning, completeFrom: options.completeFrom))
        explainers = compiled.compiled.map { Explainer($0) }
        held = ReorderBuffer(lateness: options.lateness)
    }

    /// How many events are held back until those before them have had their time to come.
    public var heldCount: Int { held.count }

    /// How many clocks run.
    public var openClockCount: Int { decider.memory?.clockCount ?? 0 }

    /// Takes a row in.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - input: the name of its log.
    /// - Returns: what is to be told now.
    public func take(_ row: LogRow, of input: String) -> [WatchNotice] {
        summary.rows += 1
        identifiers.beginRow(eventCount: row.records.count)
        for problem in row.problems { tell(problem) }
        for (number, record) in row.records.enumerated() {
            switch record {
            case .event(let event):
                take(event, named: NamedEvent.name(input: input, line: row.line, number: number), row, input)
            case .attestation: summary.attestations += 1
            }
        }
        releaseHeld()
        return takeNotices()
    }

    /// Notes that the time has come to an instant, though no event may have come in.
    ///
    /// What could still change by an event that is not late stays open.
    public func advance(to now: CELTimestamp) -> [WatchNotice] {
        held.advance(to: now)
        releaseHeld()
        if let watermark = held.watermark { settle(before: watermark) }
        warn(at: now)
        return takeNotices()
    }

    /// Ends: judges what was held back, and tells what is still open.
    ///
    /// - Parameter asOf: the instant before which what ran out is over; nil for the last event's time.
    /// - Returns: what is to be told now.
    public func finish(asOf: CELTimestamp? = nil) -> [WatchNotice] {
        while let (next, time) = held.releaseAnyway() { judge(next, at: time) }
        if let asOf { settle(before: asOf) }
        decider.settleAll()
        tellFindings()
        return takeNotices()
    }

    // MARK: Events

    private func take(_ event: Event, named unnamed: String, _ row: LogRow, _ input: String) {
        if let problem = identifiers.refusal(id: event.id, type: event.type, time: event.time, unnamed: unnamed) {
            return tell(RowProblem(problem, input: input, line: row.line))
        }
        guard let time = event.time else { return }
        let own = NamedEvent(event: event, id: event.id.isEmpty ? unnamed : event.id)
        guard held.insert(own, at: time) else {
            summary.late += 1
            return notices.append(
                .late(Self.event(own), line: row.line, watermark: held.watermark ?? time))
        }
        summary.events += 1
    }

    private func releaseHeld() {
        while let (next, time) = held.release() { judge(next, at: time) }
    }

    private func judge(_ next: NamedEvent, at time: CELTimestamp) {
        settle(before: time)
        warn(at: time)
        let decision = decider.decideAndRemember(next.event, named: next.id)
        tellFindings()
        tell(decision, of: next)
    }

    private func settle(before time: CELTimestamp) {
        decider.settle(before: time)
        tellFindings()
    }

    private func warn(at time: CELTimestamp) {
        for due in decider.takeDue(at: time) {
            summary.warnings += 1
            notices.append(.warning(finding(due.finding), key: due.key))
        }
    }

    // MARK: Telling

    private func tell(_ problem: RowProblem) {
        summary.problems += 1
        notices.append(.unreadable(problem))
    }

    private func tell(_ decision: Decision, of named: NamedEvent) {
        let rulebook = compiled[decision.version].rulebook
        switch decision.remark {
        case .unlisted where decision.outcome == .allow, nil: break
        case .unlisted?, .notInForce?, .undated?:
            summary.unjudged += 1
            if let remark = decision.remark { notices.append(.unjudged(Self.event(named), remark)) }
        }
        for result in decision.results {
            if case .manual = rulebook.standards[result.standard].body, result.status != .excused { continue }
            summary.counts[result.status] += 1
            guard options.listing.lists(result.status) else { continue }
            let explanation = explainers[decision.version].explain(result, of: decision)
            notices.append(
                .finding(WatchFinding(result, explanation, event: Self.event(named), rulebook: rulebook)))
        }
    }

    private func tellFindings() {
        for found in decider.takeFindings() {
            summary.counts[found.status] += 1
            if options.listing.lists(found.status) { notices.append(.finding(finding(found))) }
        }
    }

    private func finding(_ found: TimelineFinding) -> WatchFinding {
        WatchFinding(found, explainers[found.version], rulebook: compiled[found.version].rulebook)
    }

    private static func event(_ named: NamedEvent) -> WatchEvent {
        WatchEvent(id: named.id, type: named.event.type, time: named.event.time)
    }

    private func takeNotices() -> [WatchNotice] {
        defer { notices = [] }
        return notices
    }
}
