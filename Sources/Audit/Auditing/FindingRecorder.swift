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
    }

    let zone: CELTimeZone
    let listing: AuditOptions.Listing
    private let versions: [RecordedVersion]
    /// How many events of each type there were, by version.
    private var eventCounts: [[String: Int]]
    private var resultCounts: [Int]
    private var tally: ReportTally
    private(set) var log = FindingLog()
    private var metrics: [MetricResult] = []
    private var exclusions: [MetricExclusionEntry] = []
    private var omittedCount = 0
    private var places: [SourceRange: TextTable.ID] = [:]
    private var missingFacts: [TextTable.ID: Int] = [:]
    private var removed: [Int] = []
    /// What findings say whatever the values, by version and standard.
    private var forms: [[[FindingForm]]]

    init(_ plan: AuditPlan, listing: AuditOptions.Listing) {
        zone = plan.zone
        self.listing = listing
        versions = plan.versions
        eventCounts = versions.map { _ in [:] }
        resultCounts = Array(repeating: 0, count: plan.rows.summaries.count)
        tally = ReportTally(standards: plan.rows.summaries)
        forms = versions.map { version in version.standards.map { _ in [] } }
    }

    // MARK: Events

    /// Counts and lists what became of the standards at one event.
    mutating func record(_ decision: Decision, id: String, reviews: inout ManualReviews) {
        guard let type = versions[decision.version].types[decision.event.type] else { return }
        eventCounts[decision.version][decision.event.type, default: 0] += 1
        let version = versions[decision.version]
        var draft = draft(decision.event, version: decision.version)
        for result in decision.results {
            resultCounts[version.rows[result.standard]] += 1
            record(result, of: decision, id: id, version, draft: &draft, reviews: &reviews)
        }
        let mustResultCount = decision.results.count { version.isMust[$0.standard] }
        tally.addNotApplicable(event: draft.reference, count: type.mustCount - mustResultCount)
        recordNotApplicable(type.standards, of: decision, id: id, version, draft: &draft)
    }

    private mutating func record(
        _ result: StandardResult, of decision: Decision, id: String, _ version: RecordedVersion,
        draft: inout EventDraft, reviews: inout ManualReviews
    ) {
        if version.isManual[result.standard], result.status != .excused {
            return recordOpenQuestion(result, of: decision, id: id, version, draft: &draft, reviews: &reviews)
        }
        let row = version.rows[result.standard]
        let isListed = listing.lists(result.status)
        guard isListed || version.words.needsReason(result.status) else {
            if result.status != .notApplicable { omittedCount += 1 }
            return tally.add(result.status, standard: row, event: draft.reference)
        }
        let key = version.explainer.key(of: result, in: decision)
        if let key, let form = form(of: result, in: decision, key, version) {
            tally.add(result.status, standard: row, event: draft.reference, reason: form.reason)
            if isListed {
                list(form, result, of: decision, version, event: number(of: &draft, decision.event, id: id))
            } else {
                omittedCount += 1
            }
            return
        }
        let explanation = version.explainer.explain(result, of: decision)
        let reason = explanation.flatMap { version.words.reason($0, event: decision.event) }
            .map { log.texts.intern($0) }
        tally.add(result.status, standard: row, event: draft.reference, reason: reason ?? .empty)
        count(missing: explanation?.missing ?? [])
        guard isListed else {
            omittedCount += 1
            return
        }
        list(result, explanation, version, event: number(of: &draft, decision.event, id: id))
    }

    /// A standard that a person judges waits, until the end of the log, for an answer.
    private mutating func recordOpenQuestion(
        _ result: StandardResult, of decision: Decision, id: String, _ version: RecordedVersion,
        draft: inout EventDraft, reviews: inout ManualReviews
    ) {
        let explanation = version.explainer.explain(result, of: decision)
        let event = number(of: &draft, decision.event, id: id)
        list(result, explanation, version, event: event)
        let missing = (explanation?.missing ?? []).map { log.texts.intern($0) }
        reviews.open(
            ManualReviews.Question(
                finding: log.findings.count - 1, version: decision.version, standard: result.standard,
                event: draft.reference, status: result.status, missing: missing),
            eventHash: IdentifierSet.hash(id))
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
        tally.add(finding.status, standard: row, event: draft.reference, reason: reason)
        if finding.status == .met, finding.missedAim != nil { tally.addMissedAim(standard: row) }
        count(missing: finding.missing)
        guard listing.lists(finding.status) else {
            if finding.status != .notApplicable { omittedCount += 1 }
            return
        }
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
        tally.addMetric(
            status, standard: row,
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
        for path in paths { missingFacts[log.texts.intern(path), default: 0] += 1 }
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
        tally.add(verdict.status, standard: row, event: question.event, reason: reason)
        guard !listing.lists(verdict.status) else { return }
        if verdict.status != .notApplicable { omittedCount += 1 }
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
        var applicableCounts = Array(repeating: 0, count: resultCounts.count)
        for (version, counts) in zip(versions, eventCounts) {
            for (type, count) in counts {
                for index in version.types[type]?.standards ?? [] { applicableCounts[version.rows[index]] += count }
            }
        }
        for row in resultCounts.indices {
            tally.addNotApplicable(standard: row, count: applicableCounts[row] - resultCounts[row])
        }
        log.remove(removed)
        let missing = missingFacts.map { CountedText(text: log.texts[$0.key], count: $0.value) }
        return Results(
            standards: tally.summaries(texts: log.texts), log: log, metrics: sortedMetrics,
            exclusions: exclusions, omittedCount: omittedCount,
            scores: tally.scores(texts: log.texts), timeline: tally.timeline,
            missingFacts: CountedText.mostFrequentFirst(missing))
    }
}

/// An event while its findings are listed.
private struct EventDraft {
    var reference: EventReference
    var number: Int?
}
