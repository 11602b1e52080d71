import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel
import SourceText

/// Turns decisions into findings: counted all, listed as the audit asks.
struct FindingRecorder {
    /// What an audit comes to, apart from what was read.
    struct Results {
        let standards: [StandardSummary]
        let log: FindingLog
        let metrics: [MetricResult]
        let exclusions: [MetricExclusionEntry]
        let omittedCount: Int
        let scores: [ScoreGroup]
        let timeline: Timeline
        let missingFacts: [CountedText]
        let unlistedActions: [CountedText]
        let outsideEffectivePeriod: Int
    }

    let zone: CELTimeZone
    let listing: AuditOptions.Listing
    private let versions: [RecordedVersion]
    private(set) var totals: FindingTotals
    private(set) var log = FindingLog()
    /// The questions of people that were asked, in the order of the log.
    private(set) var questions: [ManualReviews.Question] = []
    private var metrics: [MetricResult] = []
    private var exclusions: [MetricExclusionEntry] = []
    private var places: [SourceRange: TextTable.ID] = [:]
    private var removed: [Int] = []
    /// Whether nothing is said of standards that were met.
    private let isMetOmitted: Bool
    /// Of the present event, how many standards of each severity were met.
    private var metCounts = Severity.allCases.map { _ in 0 }
    /// What findings say whatever the values, by version and standard.
    private var forms: [[[FindingForm]]]

    init(_ plan: AuditPlan, listing: AuditOptions.Listing) {
        zone = plan.zone
        self.listing = listing
        versions = plan.versions
        totals = FindingTotals(plan)
        isMetOmitted = !listing.lists(.met)
        forms = versions.map { version in version.standards.map { _ in [] } }
    }

    // MARK: Events

    /// Counts and lists what became of the standards at one event.
    ///
    /// - Parameters:
    ///   - decision: the decision.
    ///   - id: the event's name in its log.
    ///   - met: standards that are met and not among the decision's results, where such are not listed.
    mutating func record(_ decision: Decision, id: String, met: ArraySlice<Int32> = []) {
        if decision.remark == .notInForce { return totals.addOutsideEffectivePeriod() }
        if decision.remark == .unlisted, decision.outcome != .allow { totals.addUnlisted(decision.event.type) }
        let version = versions[decision.version]
        guard let number = version.typeIndex(of: decision.event) else { return }
        let type = version.types[number]
        totals.addEvent(version: decision.version, type: number)
        var draft = draft(decision.event, version: decision.version)
        let (rows, severities) = (version.rows, version.mustSeverities)
        var metCount = count(met, version)
        var mustResultCount = metCount
        for result in decision.results {
            let severity = severities[result.standard]
            if severity >= 0 { mustResultCount += 1 }
            // Of most standards there is only to say that they were met.
            if isMetOmitted, result.status == .met, !version.isManual[result.standard] {
                totals.addMet(row: rows[result.standard])
                guard severity >= 0 else { continue }
                metCounts[severity] += 1
                metCount += 1
            } else {
                totals.addResult(row: rows[result.standard])
                record(result, of: decision, id: id, version, draft: &draft)
            }
        }
        if metCount > 0 { endMet(draft.reference) }
        totals.addNotApplicable(event: draft.reference, count: type.mustCount - mustResultCount)
        recordNotApplicable(type.standards, of: decision, id: id, version, draft: &draft)
    }

    /// Counts what became of the standards at an event of which all are met that are about it.
    mutating func record(_ row: RowGlance, of glances: RowGlances) {
        let version = versions[0]
        totals.addEvent(version: 0, type: row.type)
        let reference = version.references.reference(of: row, in: glances, zone: zone, texts: &log.texts)
        let metCount = count(glances.met[row.verdict.met], version)
        if metCount > 0 { endMet(reference) }
        totals.addNotApplicable(event: reference, count: version.types[row.type].mustCount - metCount)
    }

    /// Counts standards that were met at an event.
    ///
    /// - Returns: how many of them must be.
    private mutating func count(_ met: ArraySlice<Int32>, _ version: RecordedVersion) -> Int {
        let (rows, severities) = (version.rows, version.mustSeverities)
        var mustCount = 0
        for standard in met {
            totals.addMet(row: rows[Int(standard)])
            let severity = severities[Int(standard)]
            guard severity >= 0 else { continue }
            metCounts[severity] += 1
            mustCount += 1
        }
        return mustCount
    }

    /// Counts for the groups and the day of an event what it met.
    private mutating func endMet(_ reference: EventReference) {
        totals.addMet(event: reference, bySeverity: metCounts)
        for severity in metCounts.indices { metCounts[severity] = 0 }
    }

    private mutating func record(
        _ result: StandardResult, of decision: Decision, id: String, _ version: RecordedVersion,
        draft: inout EventDraft
    ) {
        if version.isManual[result.standard], result.status != .excused {
            return recordOpenQuestion(result, of: decision, id: id, version, draft: &draft)
        }
        let row = version.rows[result.standard]
        let isListed = listing.lists(result.status)
        guard isListed || version.words.needsReason(result.status) else {
            totals.addOmitted(result.status)
            return totals.add(result.status, row: row, event: draft.reference)
        }
        let key = version.explainer.key(of: result, in: decision)
        if let key, let form = form(of: result, in: decision, key, version) {
            totals.add(result.status, row: row, event: draft.reference, reason: form.reason)
            if isListed {
                list(form, result, of: decision, version, event: number(of: &draft, decision.event, id: id))
            } else {
                totals.addOmitted(result.status)
            }
            return
        }
        let explanation = version.explainer.explain(result, of: decision)
        let reason = explanation.flatMap { version.words.reason($0, event: decision.event) }
            .map { log.texts.intern($0) }
        totals.add(result.status, row: row, event: draft.reference, reason: reason ?? .empty)
        count(missing: explanation?.missing ?? [])
        guard isListed else { return totals.addOmitted(result.status) }
        list(result, explanation, version, event: number(of: &draft, decision.event, id: id))
    }

    /// A standard that a person judges waits, until the end of the log, for an answer.
    private mutating func recordOpenQuestion(
        _ result: StandardResult, of decision: Decision, id: String, _ version: RecordedVersion,
        draft: inout EventDraft
    ) {
        let explanation = version.explainer.explain(result, of: decision)
        let event = number(of: &draft, decision.event, id: id)
        list(result, explanation, version, event: event)
        let missing = (explanation?.missing ?? []).map { log.texts.intern($0) }
        questions.append(
            ManualReviews.Question(
                finding: log.findings.count - 1, version: decision.version, standard: result.standard,
                eventID: IdentifierSet.hash(id), event: draft.reference, status: result.status, missing: missing))
    }

    private mutating func recordNotApplicable(
        _ own: [Int], of decision: Decision, id: String, _ version: RecordedVersion, draft: inout EventDraft
    ) {
        guard own.count > decision.results.count, listing.lists(.notApplicable) else { return }
        for index in own where !decision.results.contains(where: { $0.standard == index }) {
            log.addFinding(
                event: number(of: &draft, decision.event, id: id), standard: version.rows[index],
                status: .notApplicable, place: place(version.ranges[index]), evidence: [])
        }
    }

    /// Counts and lists what became of what an earlier event began.
    mutating func record(_ finding: TimelineFinding) {
        let version = versions[finding.version]
        let event = finding.trigger.event
        var draft = draft(event, version: finding.version)
        let message = version.explainer.message(finding)
        let reason =
            version.words.needsReason(finding.status) ? log.texts.intern(version.explainer.reason(finding)) : .empty
        let row = version.rows[finding.standard]
        totals.add(finding.status, row: row, event: draft.reference, reason: reason)
        if finding.status == .met, finding.missedAim != nil { totals.addMissedAim(row: row) }
        count(missing: finding.missing)
        guard listing.lists(finding.status) else { return totals.addOmitted(finding.status) }
        let standard = version.standards[finding.standard]
        var range = standard.range
        if case .timeline(let rule) = standard.body { range = rule.range }
        log.addFinding(
            event: number(of: &draft, event, id: finding.trigger.id), standard: row, status: finding.status,
            place: place(range), clause: .empty, message: log.texts.intern(message),
            evidence: finding.missing.map {
                EvidenceValue(name: log.texts.intern($0), value: log.texts.intern(FindingWords.unknown))
            })
    }

    /// Counts and lists what a metric came to.
    mutating func record(_ finding: MetricFinding) {
        let version = versions[finding.version]
        guard case .metric(let metric) = version.standards[finding.standard].body else { return }
        let row = version.rows[finding.standard]
        let words = MetricWords { id in
            version.standards.first { $0.id == id }?.title?.text ?? id
        }
        let result = words.result(finding, of: metric, row: row)
        metrics.append(result)
        count(missing: finding.missing)
        guard let status = finding.status else { return }
        let figure = result.figure?.text ?? "no figure"
        let reason = status == .missed ? "\(figure) for \(result.key), \(result.period)" : result.message
        totals.addMetric(
            status, row: row,
            reason: version.words.needsReason(status) ? log.texts.intern(reason) : .empty)
    }

    /// Lists what people took out of metrics; what several versions took out by one word is one entry.
    mutating func record(_ records: [ExclusionRecord]) {
        var places: [String: Int] = [:]
        for record in records {
            let version = versions[record.version]
            let row = version.rows[record.standard]
            let entry = ExclusionWords(zone: zone).entry(record, of: version.standards[record.standard], row: row)
            let name = "\(row) \(entry.event)"
            if let place = places[name], exclusions[place].rows == entry.rows {
                exclusions[place].removedCount += entry.removedCount
            } else {
                places[name] = exclusions.count
                exclusions.append(entry)
            }
        }
        // By standard; of one standard in the order in which they were said.
        exclusions = exclusions.enumerated().sorted {
            ($0.element.standard, $0.offset) < ($1.element.standard, $1.offset)
        }.map(\.element)
    }

    private mutating func draft(_ event: Event, version: Int) -> EventDraft {
        EventDraft(
            reference: versions[version].references.reference(
                of: event, version: version, zone: zone, texts: &log.texts))
    }

    // MARK: Lists

    /// What a finding says whatever the values; nil where there are too many forms of one standard's findings.
    private mutating func form(
        of result: StandardResult, in decision: Decision, _ key: ExplanationForm.Key, _ version: RecordedVersion
    ) -> FindingForm? {
        let known = forms[decision.version][result.standard]
        if let form = known.first(where: { $0.key == key }) { return form }
        guard known.count < FindingForm.countMax, let explanation = version.explainer.explain(result, of: decision),
            let form = version.explainer.form(of: explanation, in: decision)
        else { return nil }
        let clauses = clauses(of: explanation, result, version)
        let made = FindingForm(
            key: key, place: clauses.place, clause: clauses.clause,
            effect: log.texts.intern(version.words.text(of: result.effect)),
            message: log.texts.intern(explanation.message),
            reason: version.words.reason(explanation, event: decision.event).map { log.texts.intern($0) } ?? .empty,
            evidence: form.facts.map { (log.texts.intern($0.name), $0.value) })
        forms[decision.version][result.standard].append(made)
        return made
    }

    private mutating func list(
        _ form: FindingForm, _ result: StandardResult, of decision: Decision, _ version: RecordedVersion, event: Int
    ) {
        var evidence: [EvidenceValue] = []
        evidence.reserveCapacity(form.evidence.count)
        for (name, value) in form.evidence {
            evidence.append(
                EvidenceValue(name: name, value: log.texts.intern(version.explainer.text(value, in: decision))))
        }
        log.addFinding(
            event: event, standard: version.rows[result.standard], status: result.status, effect: form.effect,
            place: form.place, clause: form.clause, message: form.message, evidence: evidence)
    }

    /// What decided, and where it stands: of a kept standard of several clauses, the whole.
    private mutating func clauses(
        of explanation: Explanation?, _ result: StandardResult, _ version: RecordedVersion
    ) -> (place: TextTable.ID, clause: TextTable.ID) {
        let clauses = explanation?.clauses ?? []
        let whole = version.ranges[result.standard]
        if result.status == .met, clauses.count > 1 { return (place(whole), .empty) }
        return (place(clauses.first?.place ?? whole), log.texts.intern(version.words.text(of: clauses)))
    }

    private mutating func list(
        _ result: StandardResult, _ explanation: Explanation?, _ version: RecordedVersion, event: Int
    ) {
        let clauses = clauses(of: explanation, result, version)
        log.addFinding(
            event: event, standard: version.rows[result.standard], status: result.status,
            effect: log.texts.intern(version.words.text(of: result.effect)),
            place: clauses.place, clause: clauses.clause, message: log.texts.intern(explanation?.message ?? ""),
            evidence: evidence(explanation))
    }

    /// The facts that decided, and those that are missing in scopes, which no clause shows.
    private mutating func evidence(_ explanation: Explanation?) -> [EvidenceValue] {
        guard let explanation else { return [] }
        let facts = explanation.facts
        var values = facts.map {
            EvidenceValue(name: log.texts.intern($0.name), value: log.texts.intern($0.value))
        }
        for name in explanation.missing where !facts.contains(where: { $0.name == name }) {
            values.append(EvidenceValue(name: log.texts.intern(name), value: log.texts.intern(FindingWords.unknown)))
        }
        return values
    }

    /// The event's number in the log, which is added with its first finding.
    private mutating func number(of draft: inout EventDraft, _ event: Event, id: String) -> Int {
        if let number = draft.number { return number }
        EventReferences.complete(&draft.reference, of: event, id: id, texts: &log.texts)
        let number = log.addEvent(draft.reference)
        draft.number = number
        return number
    }

    private mutating func place(_ range: SourceRange) -> TextTable.ID {
        if let known = places[range] { return known }
        let place = log.texts.intern(range.place)
        places[range] = place
        return place
    }

    private mutating func count(missing paths: [String]) {
        for path in paths { totals.add(missing: log.texts.intern(path)) }
    }

    // MARK: Parts

    /// Findings that follow each other, on their way to another recorder of the same plan.
    struct Stretch: Sendable {
        fileprivate let log: FindingLog.Stretch
        fileprivate let questions: [ManualReviews.Question]
    }

    /// Takes out what was listed since the last time.
    mutating func takeStretch() -> Stretch {
        defer { questions = [] }
        return Stretch(log: log.takeStretch(), questions: questions)
    }

    /// Lists what another recorder listed, behind what is listed here.
    ///
    /// - Parameters:
    ///   - stretch: what follows the stretches of the same recorder that were listed before.
    ///   - translation: the numbers of that recorder's texts here.
    mutating func append(_ stretch: Stretch, _ translation: inout TextTable.Translation) {
        let first = log.findings.count
        log.append(stretch.log, &translation)
        for question in stretch.questions { questions.append(question.translated(by: translation, behind: first)) }
    }

    /// Adds what another recorder counted, once all that it listed is here.
    mutating func add(_ other: FindingTotals, _ translation: TextTable.Translation) {
        totals.add(other, translation)
    }

    // MARK: Answers

    /// Settles a question that waited for answers.
    mutating func settle(_ question: ManualReviews.Question, as verdict: ManualReviews.Verdict) {
        let message = log.texts.intern(verdict.message)
        count(missing: verdict.missing)
        let isAnswered = !verdict.answers.isEmpty
        if isAnswered {
            log.resolve(
                question.finding, as: verdict.status, message: message,
                evidence: verdict.answers.map {
                    EvidenceValue(name: log.texts.intern($0.name), value: log.texts.intern($0.value))
                })
        }
        let version = versions[question.version]
        let row = version.rows[question.standard]
        let reason = version.words.needsReason(verdict.status) ? log.texts.intern(verdict.reason) : .empty
        totals.add(verdict.status, row: row, event: question.event, reason: reason)
        guard !listing.lists(verdict.status) else { return }
        totals.addOmitted(verdict.status)
        removed.append(question.finding)
    }

    /// By standard, period and key, whatever the order in which they became certain.
    private var sortedMetrics: [MetricResult] {
        func order(_ instant: ReportInstant?) -> (Int64, Int32) {
            instant.map { ($0.seconds, $0.nanoseconds) } ?? (.min, 0)
        }
        return metrics.enumerated().sorted { first, second in
            let (left, right) = (first.element, second.element)
            if left.standard != right.standard { return left.standard < right.standard }
            if order(left.start) != order(right.start) { return order(left.start) < order(right.start) }
            return left.key != right.key
                ? left.key.unicodeScalars.lexicographicallyPrecedes(right.key.unicodeScalars)
                : first.offset < second.offset
        }.map(\.element)
    }

    /// Everything added up.
    consuming func finish() -> Results {
        totals.complete(versions)
        log.remove(removed)
        func counted(_ counts: [TextTable.ID: Int]) -> [CountedText] {
            CountedText.mostFrequentFirst(counts.map { CountedText(text: log.texts[$0.key], count: $0.value) })
        }
        return Results(
            standards: totals.tally.summaries(texts: log.texts), log: log, metrics: sortedMetrics,
            exclusions: exclusions, omittedCount: totals.omittedCount,
            scores: totals.tally.scores(texts: log.texts), timeline: totals.tally.timeline,
            missingFacts: counted(totals.missingFacts),
            unlistedActions: CountedText.mostFrequentFirst(
                totals.unlistedActions.map { CountedText(text: $0.key, count: $0.value) }),
            outsideEffectivePeriod: totals.outsideEffectivePeriod)
    }
}

/// An event while its findings are listed.
private struct EventDraft {
    var reference: EventReference
    var number: Int?
}
