import CEL
public import RulebookEngine
import RulebookModel
import SourceText

/// Judges logs by a rulebook: folds the function that decides one event over all of them.
///
/// ```swift
/// var auditor = try Auditor(rulebook: compiled, mapping: nil, options: options)
/// try auditor.consume(LogInput(name: "log.jsonl", source: source))
/// let report = auditor.finish()
/// ```
///
/// Memory depends on the findings that are listed, the agents, and 16 bytes an event to know its id again; where
/// standards ask what happened before, also on the keys whose figures still count, and on ``AuditOptions/Ordering``.
public struct Auditor: ~Copyable {
    /// Rows between two reports of progress.
    public static let progressRowInterval = 4096

    private let compiled: CompiledRulebook
    private let mapping: MappingProgram?
    private let options: AuditOptions
    private let decider: Decider
    /// Whether some standard asks of more than one event, so that their order counts.
    private let remembers: Bool
    private var recorder: FindingRecorder
    private var reviews = ManualReviews()
    private var reading = ReadingTally()
    private var identifiers = IdentifierSet()
    private var inputs: [InputReference] = []
    private var firstTime: CELTimestamp?
    private var lastTime: CELTimestamp?
    /// Events that wait to be judged in the order of their times.
    private var held: [HeldEvent] = []
    /// The time of the latest event that was judged.
    private var judgedTime: CELTimestamp?

    /// Makes an auditor that has read nothing.
    ///
    /// - Parameters:
    ///   - rulebook: the standards.
    ///   - mapping: what rows mean, made ready for this rulebook; nil for rows in the event format.
    ///   - options: how the audit is made.
    /// - Throws: ``AuditError/missingAsOf(place:)`` where the mapping asks for an instant that the options lack.
    public init(rulebook: CompiledRulebook, mapping: MappingProgram?, options: AuditOptions) throws(AuditError) {
        if let place = mapping?.asOfPlace, options.asOf == nil { throw .missingAsOf(place: place.place) }
        if let mapping, mapping.rulebookDigest != rulebook.rulebook.digest {
            throw .foreignMapping(mapping: mapping.mapping.file.name)
        }
        compiled = rulebook
        self.mapping = mapping
        self.options = options
        remembers = rulebook.remembers || rulebook.hasMetrics
        decider = rulebook.makeDecider(
            memory: remembers ? TimelineState(rulebook, measuresMetrics: true) : nil)
        recorder = FindingRecorder(rulebook, listing: options.listing)
    }

    /// Reads a log to its end and judges its events.
    ///
    /// - Parameters:
    ///   - input: the log.
    ///   - progress: called every ``progressRowInterval`` rows.
    /// - Throws: ``AuditError`` where no row of the input can be read, and what its source throws.
    public mutating func consume(_ input: LogInput, progress: ((AuditProgress) -> Void)? = nil) throws {
        var reader = try LogReader(input, rulebook: compiled.rulebook, mapping: mapping, asOf: options.asOf)
        let earlierByteCount = inputs.reduce(0) { $0 + $1.byteCount }
        let earlierRowCount = reading.rows
        let earlierEventCount = reading.events
        while let row = try reader.next() {
            try judge(row, place: RowPlace(input: inputs.count, line: row.line), name: input.name)
            if reading.rows % Self.progressRowInterval == 0, let progress {
                progress(
                    AuditProgress(
                        input: input.name, rows: reading.rows, events: reading.events,
                        byteCount: earlierByteCount + reader.byteCount))
            }
        }
        inputs.append(
            InputReference(
                name: input.name, digest: reader.digestText, byteCount: reader.byteCount,
                rowCount: reading.rows - earlierRowCount, eventCount: reading.events - earlierEventCount,
                mapping: mapping?.mapping.file.name))
    }

    /// Ends the audit: settles what waited for answers, and adds up.
    public consuming func finish() -> ComplianceReport {
        judgeHeld()
        // What ran out before the instant of the audit is over, whether or not something happened since.
        if let asOf = options.asOf { decider.settle(before: asOf) }
        decider.settleAll()
        for finding in decider.takeFindings() { recorder.record(finding) }
        for finding in decider.takeMetricFindings() { recorder.record(finding) }
        let answers = reviews.settle(compiled.rulebook, identifiers: identifiers, recorder: &recorder)
        for (place, problem) in answers {
            reading.add(RowProblem(problem, input: inputs[place.input].name, line: place.line), at: place)
        }
        let rulebook = compiled.rulebook
        let zone = recorder.zone
        let results = recorder.finish()
        return ComplianceReport(
            generator: options.generator, rulebooks: [RulebookReference(rulebook)], inputs: inputs,
            scope: ReportScope(
                firstEventTime: firstTime.map { ReportInstant($0, in: zone) },
                lastEventTime: lastTime.map { ReportInstant($0, in: zone) },
                asOf: options.asOf.map { ReportInstant($0, in: zone) }, timeZone: rulebook.timeZone,
                filters: options.filters),
            reading: reading.summary, standards: results.standards, log: results.log, metrics: results.metrics,
            findingsOmitted: results.omittedCount, scores: results.scores, timeline: results.timeline,
            missingFacts: results.missingFacts)
    }

    // MARK: Rows

    private mutating func judge(_ row: LogRow, place: RowPlace, name: String) throws(AuditError) {
        reading.add(row, at: place)
        identifiers.beginRow()
        var judgedCount = 0
        for record in row.records {
            switch record {
            case .event(let event):
                if try judge(event, place: place, name: name) { judgedCount += 1 }
            case .attestation(let attestation):
                if take(attestation, place: place, name: name) { judgedCount += 1 }
            }
        }
        reading.endRow(row, judgedCount: judgedCount)
    }

    /// Judges an event, now or once all are read; false where it cannot be, which is reported.
    private mutating func judge(_ event: Event, place: RowPlace, name: String) throws(AuditError) -> Bool {
        guard admit(id: event.id, type: event.type, time: event.time, place: place, name: name) else {
            return event.time != nil
        }
        let id = event.id.isEmpty ? "\(name):\(place.line)" : event.id
        if remembers, let time = event.time {
            if case .sorted = options.ordering {
                held.append(HeldEvent(event: event, time: time, id: id))
                return true
            }
            if let judgedTime, time < judgedTime { throw .outOfOrder(input: name, line: place.line) }
            judgedTime = time
        }
        judge(event, id: id)
        return true
    }

    private mutating func judge(_ event: Event, id: String) {
        let decision = decider.decideAndRemember(event, named: id)
        for finding in decider.takeFindings() { recorder.record(finding) }
        for finding in decider.takeMetricFindings() { recorder.record(finding) }
        if decision.remark == .notInForce { return reading.addOutsideEffectivePeriod() }
        if decision.remark == .unlisted, decision.outcome != .allow { reading.addUnlisted(event.type) }
        recorder.record(decision, id: id, reviews: &reviews)
    }

    /// Judges what was held; of two events at one instant the one that was read first comes first.
    private mutating func judgeHeld() {
        let order = held.indices.sorted { (held[$0].time, $0) < (held[$1].time, $1) }
        for index in order { judge(held[index].event, id: held[index].id) }
        held = []
    }

    private mutating func take(_ attestation: Attestation, place: RowPlace, name: String) -> Bool {
        let isAdmitted = admit(
            id: attestation.id, type: Attestation.eventType, time: attestation.time, place: place, name: name)
        if isAdmitted { reviews.add(attestation, at: place) }
        return isAdmitted || attestation.time != nil
    }

    /// Counts an event that can be judged, and reports one that cannot: without a time, or with a known id.
    private mutating func admit(
        id: String, type: String, time: CELTimestamp?, place: RowPlace, name: String
    ) -> Bool {
        guard let time else {
            let problem = InputProblem(
                code: .missingTime, path: "time", message: "an event needs the member `time` to be audited",
                help: "write it as in 2026-11-20T09:14:03+01:00")
            reading.add(RowProblem(problem, input: name, line: place.line), at: place)
            return false
        }
        if id.isEmpty {
            identifiers.insertUnnamed("\(name):\(place.line)")
        } else if !identifiers.insert(id, type: type) {
            let problem = InputProblem(
                code: .duplicateIdentifier, path: "id", message: "an event before has the id `\(id)` already",
                help: "an id counts once; this event is not judged")
            reading.add(RowProblem(problem, input: name, line: place.line), at: place)
            return false
        }
        reading.addEvent(type)
        firstTime = min(firstTime ?? time, time)
        lastTime = max(lastTime ?? time, time)
        return true
    }
}

/// An event that waits to be judged.
private struct HeldEvent {
    let event: Event
    let time: CELTimestamp
    let id: String
}

extension RulebookReference {
    /// The version of a rulebook that an audit judges by.
    init(_ rulebook: Rulebook) {
        self.init(
            id: rulebook.id, title: rulebook.title?.text ?? "", version: rulebook.version, digest: rulebook.digest,
            effectiveFrom: rulebook.effective.fromText, effectiveUntil: rulebook.effective.untilText,
            fileCount: rulebook.files.count)
    }
}
