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
/// Memory depends on the findings that are listed, the agents, and what it takes to know an id again: a bit where events
/// are numbered, else ten bytes. Where standards ask what happened before, it also depends on the keys whose figures
/// still count, and on ``AuditOptions/Ordering``.
public struct Auditor: ~Copyable {
    /// Rows between two reports of progress.
    public static let progressRowInterval = 4096

    private let compiled: CompiledVersions
    private let mapping: MappingProgram?
    private let options: AuditOptions
    private let completeFrom: CELTimestamp?
    private let decider: VersionedDecider
    /// What looks whether there is anything to tell of a row; nil where all are read.
    private let glances: GlanceReader?
    private var recorder: FindingRecorder
    private var reviews = ManualReviews()
    private var reading: ReadingTally
    private var identifiers = IdentifierSet()
    private var inputs: [InputReference] = []
    private var firstTime: CELTimestamp?
    private var lastTime: CELTimestamp?
    /// Events that wait to be judged in the order of their times.
    private var held: ReorderBuffer<NamedEvent>
    /// The first event that came later than was stated; what comes after it is only measured.
    private var late: (input: String, line: Int)?
    /// How late events come; nil where no duration holds that.
    private var lateness: CELDuration? = CELDuration(nanoseconds: 0)

    /// Makes an auditor that has read nothing.
    ///
    /// - Parameters:
    ///   - rulebook: the standards, in all their versions.
    ///   - mapping: what rows mean, made ready for the newest version; nil for rows in the event format.
    ///   - options: how the audit is made.
    /// - Throws: ``AuditError/missingAsOf(place:)`` where the mapping asks for an instant that the options lack.
    public init(rulebook: CompiledVersions, mapping: MappingProgram?, options: AuditOptions) throws(AuditError) {
        try self.init(AuditPlan(rulebook), mapping: mapping, options: options)
    }

    /// Makes an auditor that has read nothing, by a plan that serves many.
    ///
    /// - Parameters:
    ///   - plan: what is known of the standards.
    ///   - mapping: what rows mean, made ready for the newest version; nil for rows in the event format.
    ///   - options: how the audit is made.
    /// - Throws: ``AuditError/missingAsOf(place:)`` where the mapping asks for an instant that the options lack.
    public init(_ plan: AuditPlan, mapping: MappingProgram?, options: AuditOptions) throws(AuditError) {
        try self.init(plan, mapping: mapping, options: options, isGlancing: true)
    }

    /// Makes an auditor of which `isGlancing` says whether rows are only glanced at where that is enough, which must make
    /// no difference but in time.
    init(
        _ plan: AuditPlan, mapping: MappingProgram?, options: AuditOptions, isGlancing: Bool
    ) throws(AuditError) {
        let rulebook = plan.compiled
        if let place = mapping?.asOfPlace, options.asOf == nil { throw .missingAsOf(place: place.place) }
        if let mapping, mapping.rulebookDigest != rulebook.newest.rulebook.digest {
            throw .foreignMapping(mapping: mapping.mapping.file.name)
        }
        compiled = rulebook
        self.mapping = mapping
        self.options = options
        completeFrom = options.completeFrom ?? mapping?.mapping.completeFrom
        decider = rulebook.makeDecider(
            memory: compiled.asksOfMany
                ? VersionedState(rulebook, measuresMetrics: true, completeFrom: completeFrom) : nil)
        recorder = FindingRecorder(plan, listing: options.listing)
        // Of a row that is only glanced at there is nothing to list.
        glances =
            options.listing.lists(.met) || options.listing.lists(.notApplicable) || !isGlancing
            ? nil
            : mapping.map { GlanceReader($0, of: rulebook) } ?? plan.eventGlances
        reading = ReadingTally(types: rulebook.newest.rulebook.vocabulary.events.map(\.name))
        held = ReorderBuffer(lateness: options.ordering.lateness)
    }

    /// Reads a log to its end and judges its events.
    ///
    /// - Parameters:
    ///   - input: the log.
    ///   - progress: called about every ``progressRowInterval`` rows.
    /// - Throws: ``AuditError`` where no row of the input can be read, and what its source throws.
    public mutating func consume(_ input: LogInput, progress: ((AuditProgress) -> Void)? = nil) throws {
        let threads = options.threadCount > 1 ? (0..<options.threadCount).map { _ in WorkThread() } : []
        var reader = ParallelLogReader(
            try LogReader(input, events: compiled.reader, mapping: mapping, asOf: options.asOf, glances: glances),
            threads: threads)
        let earlierByteCount = inputs.reduce(0) { $0 + $1.byteCount }
        let earlierRowCount = reading.rows
        let earlierEventCount = reading.events
        var judges: ParallelJudge?
        while let (batch, thread) = try reader.next() {
            let isReported =
                (reading.rows + batch.rows.count) / Self.progressRowInterval > reading.rows / Self.progressRowInterval
            var events: [NamedEvent] = []
            var glanced: [RowGlance] = []
            for row in batch.rows {
                switch row {
                case .read(let row):
                    admit(row, place: RowPlace(input: inputs.count, line: row.line), name: input.name, into: &events)
                case .opened(let event, let glance):
                    admit(event, glance, of: batch.glances, name: input.name, into: &events)
                case .glanced(let row):
                    if admit(row, of: batch.glances, name: input.name) { glanced.append(row) }
                }
            }
            // A log of a few rows is judged here: to make other threads ready would take longer.
            if judges == nil, !compiled.asksOfMany, !threads.isEmpty, !reader.isFinished {
                judges = ParallelJudge(compiled, listing: options.listing, threads: threads)
            }
            if judges == nil {
                for event in events { judge(event, batch.glances) }
                for row in glanced { recorder.record(row, of: batch.glances) }
            } else {
                judges?.judge(
                    AuditShare.Work(events: events, glanced: glanced, glances: batch.glances), onThread: thread,
                    into: &recorder)
            }
            if isReported, let progress {
                progress(
                    AuditProgress(
                        input: input.name, rows: reading.rows, events: reading.events,
                        byteCount: earlierByteCount + reader.byteCount))
            }
        }
        judges?.finish(into: &recorder)
        inputs.append(
            InputReference(
                name: input.name, digest: reader.digestText, byteCount: reader.byteCount,
                rowCount: reading.rows - earlierRowCount, eventCount: reading.events - earlierEventCount,
                mapping: mapping?.mapping.file.name))
    }

    /// Ends the audit: settles what waited for answers, and adds up.
    ///
    /// - Throws: ``AuditError/outOfOrder(input:line:lateness:)`` where events came later than ``AuditOptions/ordering``
    ///   allows.
    public consuming func finish() throws(AuditError) -> ComplianceReport {
        if let late { throw .outOfOrder(input: late.input, line: late.line, lateness: lateness) }
        while let (event, _) = held.releaseAnyway() { judge(event, RowGlances()) }
        // What ran out before the instant of the audit is over, whether or not something happened since.
        if let asOf = options.asOf { decider.settle(before: asOf) }
        decider.settleAll()
        for finding in decider.takeFindings() { recorder.record(finding) }
        for finding in decider.takeMetricFindings() { recorder.record(finding) }
        recorder.record(decider.exclusions)
        let answers = reviews.settle(compiled.versions, identifiers: identifiers, recorder: &recorder)
        for (place, problem) in answers {
            reading.add(RowProblem(problem, input: inputs[place.input].name, line: place.line), at: place)
        }
        let zone = recorder.zone
        let results = recorder.finish()
        return ComplianceReport(
            generator: options.generator, rulebooks: compiled.versions.all.map(RulebookReference.init), inputs: inputs,
            scope: ReportScope(
                firstEventTime: firstTime.map { ReportInstant($0, in: zone) },
                lastEventTime: lastTime.map { ReportInstant($0, in: zone) },
                asOf: options.asOf.map { ReportInstant($0, in: zone) }, timeZone: compiled.versions.newest.timeZone,
                filters: options.filters, beginning: beginning(in: zone)),
            reading: reading.summary(
                unlistedActions: results.unlistedActions, outsideEffectivePeriod: results.outsideEffectivePeriod),
            standards: results.standards, log: results.log, metrics: results.metrics,
            exclusions: results.exclusions,
            findingsOmitted: results.omittedCount, scores: results.scores, timeline: results.timeline,
            missingFacts: results.missingFacts)
    }

    /// What the report says of the time before the logs.
    private func beginning(in zone: CELTimeZone) -> ReportScope.Beginning {
        if let completeFrom { return .stated(ReportInstant(completeFrom, in: zone)) }
        return compiled.asksOfMany ? .assumed : .irrelevant
    }

    // MARK: Rows

    /// Counts a row, and hands out the events whose turn to be judged has come by it.
    private mutating func admit(_ row: LogRow, place: RowPlace, name: String, into events: inout [NamedEvent]) {
        reading.add(row, at: place)
        identifiers.beginRow(eventCount: row.records.count)
        var judgedCount = 0
        for (number, record) in row.records.enumerated() {
            switch record {
            case .event(let event):
                if admit(event, place: place, name: name, number: number, into: &events) { judgedCount += 1 }
            case .attestation(let attestation):
                if take(attestation, place: place, name: name) { judgedCount += 1 }
            }
        }
        reading.endRow(row, judgedCount: judgedCount)
    }

    /// Counts a row at which a glance was enough; false where its event cannot be counted, which is reported.
    private mutating func admit(_ row: RowGlance, of glances: RowGlances, name: String) -> Bool {
        identifiers.beginRow(eventCount: 1)
        reading.addRow()
        guard glances.withText(row.id, { identifiers.insert(utf8: $0) }) else {
            let place = RowPlace(input: inputs.count, line: row.line)
            let id = glances.withText(row.id) { String(decoding: $0, as: UTF8.self) }
            reading.add(RowProblem(.repeated(id: id), input: name, line: row.line), at: place)
            return false
        }
        reading.addEvent("", index: row.type)
        note(row.time)
        return true
    }

    /// The same of a row with something to tell, whose event is then to be judged.
    private mutating func admit(
        _ event: Event, _ row: RowGlance, of glances: RowGlances, name: String, into events: inout [NamedEvent]
    ) {
        guard admit(row, of: glances, name: name) else { return }
        events.append(NamedEvent(event: event, id: event.id, verdict: row.verdict))
    }

    private mutating func note(_ time: CELTimestamp) {
        firstTime = min(firstTime ?? time, time)
        lastTime = max(lastTime ?? time, time)
    }

    /// Lets an event be judged, now or once its turn has come; false where it cannot be, which is reported.
    private mutating func admit(
        _ event: Event, place: RowPlace, name: String, number: Int, into events: inout [NamedEvent]
    ) -> Bool {
        let id =
            event.id.isEmpty ? NamedEvent.name(input: name, line: place.line, number: number) : event.id
        let typeIndex = compiled.newest.typeIndex(of: event)
        let isAdmitted = admit(
            id: event.id, type: event.type, typeIndex: typeIndex, time: event.time, place: place, name: name,
            unnamed: id)
        guard isAdmitted, let time = event.time
        else { return event.time != nil }
        let own = NamedEvent(event: event, id: id)
        guard compiled.asksOfMany else {
            events.append(own)
            return true
        }
        if let lastTime, time < lastTime {
            lateness = lateness.flatMap { known in lastTime.since(time).map { max(known, $0) } }
        }
        guard late == nil else { return true }
        guard held.insert(own, at: time) else {
            late = (name, place.line)
            held = ReorderBuffer(lateness: options.ordering.lateness)
            return true
        }
        while let (next, _) = held.release() { events.append(next) }
        return true
    }

    private mutating func judge(_ next: NamedEvent, _ glances: RowGlances) {
        if let verdict = next.verdict {
            return recorder.record(
                decider.decide(next.event, asking: glances.open[verdict.open]), id: next.id,
                met: glances.met[verdict.met])
        }
        let decision = decider.decideAndRemember(next.event, named: next.id)
        for finding in decider.takeFindings() { recorder.record(finding) }
        for finding in decider.takeMetricFindings() { recorder.record(finding) }
        recorder.record(decision, id: next.id)
    }

    private mutating func take(_ attestation: Attestation, place: RowPlace, name: String) -> Bool {
        let isAdmitted = admit(
            id: attestation.id, type: Attestation.eventType, typeIndex: nil, time: attestation.time, place: place,
            name: name,
            unnamed: "\(name):\(place.line)")
        if isAdmitted { reviews.add(attestation, at: place) }
        return isAdmitted || attestation.time != nil
    }

    /// Counts an event that can be judged, and reports one that cannot: without a time, or with a known id.
    private mutating func admit(
        id: String, type: String, typeIndex: Int?, time: CELTimestamp?, place: RowPlace, name: String,
        unnamed: @autoclosure () -> String
    ) -> Bool {
        if let problem = identifiers.refusal(id: id, type: type, time: time, unnamed: unnamed()) {
            reading.add(RowProblem(problem, input: name, line: place.line), at: place)
            return false
        }
        guard let time else { return false }
        reading.addEvent(type, index: typeIndex)
        note(time)
        return true
    }
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
