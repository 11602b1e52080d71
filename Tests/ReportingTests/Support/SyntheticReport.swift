import Audit
import RulebookEngine

/// Builds reports for tests as an audit would: events, findings, and their sums.
struct SyntheticReport {
    var log = FindingLog()
    private var metrics: [MetricResult] = []
    private var tally: ReportTally
    private var standards: [StandardSummary]
    private var events = 0
    /// The last event that was added.
    private var current: (number: Int, reference: EventReference)?
    private var firstTime: ReportInstant?
    private var lastTime: ReportInstant?

    init(standards: [StandardSummary]) {
        self.standards = standards
        tally = ReportTally(standards: standards)
    }

    /// 2026-11-01T08:00:00+01:00.
    static let start: Int64 = 1_793_516_400

    mutating func event(
        _ id: String, _ type: String, minute: Int, agent: String = "", team: String = "", interaction: String = "",
        channel: String = "", reason: String = "", approvedBy: String = ""
    ) {
        let time = ReportInstant(seconds: Self.start + Int64(minute) * 60, offsetSeconds: 3600)
        let reference = EventReference(
            id: log.texts.intern(id), type: log.texts.intern(type), time: time, agent: log.texts.intern(agent),
            team: log.texts.intern(team), interaction: log.texts.intern(interaction),
            channel: log.texts.intern(channel), reason: log.texts.intern(reason),
            approvedBy: log.texts.intern(approvedBy))
        current = (log.addEvent(reference), reference)
        events += 1
        firstTime = firstTime ?? time
        lastTime = time
    }

    mutating func finding(
        _ status: FindingStatus, standard: Int, message: String = "", effect: String = "", clause: String = "",
        values: [(String, String)] = []
    ) {
        guard let current else { return }
        let evidence = values.map { EvidenceValue(name: log.texts.intern($0.0), value: log.texts.intern($0.1)) }
        let reason = log.texts.intern(message)
        log.addFinding(
            event: current.number, standard: standard, status: status, effect: log.texts.intern(effect),
            place: log.texts.intern(standards[standard].place), clause: log.texts.intern(clause), message: reason,
            evidence: evidence)
        tally.add(status, standard: standard, event: current.reference, reason: reason)
    }

    mutating func metric(_ result: MetricResult) {
        metrics.append(result)
        guard let status = result.status else { return }
        let needsReason = status == .missed || status == .undetermined
        tally.addMetric(
            status, standard: result.standard,
            reason: needsReason ? log.texts.intern("\(result.key), \(result.period)") : .empty)
    }

    func report(
        rulebooks: [RulebookReference], inputs: [InputReference], reading: ReadingSummary = ReadingSummary(),
        filters: [String] = [], missingFacts: [CountedText] = [], exclusions: [MetricExclusionEntry] = []
    ) -> ComplianceReport {
        ComplianceReport(
            generator: ReportGenerator(version: "0.1.0"), rulebooks: rulebooks, inputs: inputs,
            scope: ReportScope(
                firstEventTime: firstTime, lastEventTime: lastTime, timeZone: "Europe/Ljubljana", filters: filters),
            reading: reading, standards: tally.summaries(texts: log.texts), log: log, metrics: metrics,
            exclusions: exclusions, scores: tally.scores(texts: log.texts), timeline: tally.timeline,
            missingFacts: missingFacts)
    }

    /// A digest in its form, of one repeated digit.
    static func digest(_ digit: Character) -> String { "sha256:" + String(repeating: digit, count: 64) }
}
