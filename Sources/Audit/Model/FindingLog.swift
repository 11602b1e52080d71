public import RulebookEngine

/// The findings of an audit with the events and values they rest on, held in flat tables.
///
/// Fill it in the order of the log: add an event once, then its findings. Reports list findings in this order.
public struct FindingLog: Sendable {
    /// All texts that events and findings mention.
    public var texts = TextTable()
    /// The events that have findings, in the order of the log.
    public private(set) var events: [EventReference] = []
    /// The findings, in the order in which they were added.
    public private(set) var findings: [Finding] = []
    private var evidence: [EvidenceValue] = []
    /// How many of the texts were taken with earlier stretches.
    private var takenTextCount = 1

    /// Makes an empty log.
    public init() {}

    /// Adds an event and returns its number, by which findings refer to it.
    public mutating func addEvent(_ event: EventReference) -> Int {
        events.append(event)
        return events.count - 1
    }

    /// Adds a finding.
    ///
    /// - Parameters:
    ///   - event: a number that ``addEvent(_:)`` returned.
    ///   - standard: the standard's position in ``ComplianceReport/standards``.
    ///   - status: what became of the standard.
    ///   - effect: what the standard asks for, such as `deny`.
    ///   - place: `file:line:column` of what decided.
    ///   - clause: the label or text of the clause that decided.
    ///   - message: what is wrong or missing, for people.
    ///   - values: what it rests on, in the order of the rule; those past ``Finding/evidenceMax`` are left out.
    public mutating func addFinding(
        event: Int, standard: Int, status: FindingStatus, effect: TextTable.ID = .empty,
        place: TextTable.ID = .empty, clause: TextTable.ID = .empty, message: TextTable.ID = .empty,
        evidence values: some Collection<EvidenceValue>
    ) {
        precondition(events.indices.contains(event), "a finding refers to an event that was added before")
        let kept = values.prefix(Finding.evidenceMax)
        findings.append(
            Finding(
                eventIndex: UInt32(event), standardIndex: UInt32(standard), status: status,
                evidenceCount: UInt16(kept.count), evidenceStart: UInt32(evidence.count), effect: effect,
                place: place, clause: clause, message: message))
        evidence.append(contentsOf: kept)
    }

    /// Changes what became of a finding that waited for an answer.
    mutating func resolve(
        _ index: Int, as status: FindingStatus, message: TextTable.ID, evidence values: [EvidenceValue]
    ) {
        let kept = values.prefix(Finding.evidenceMax)
        findings[index].status = status
        findings[index].message = message
        findings[index].evidenceStart = UInt32(evidence.count)
        findings[index].evidenceCount = UInt16(kept.count)
        evidence.append(contentsOf: kept)
    }

    // MARK: Stretches

    /// Findings that follow each other, on their way to another log.
    struct Stretch: Sendable {
        fileprivate let texts: TextTable.Stretch
        fileprivate let events: [EventReference]
        fileprivate let findings: [Finding]
        fileprivate let evidence: [EvidenceValue]
    }

    /// Takes everything out but the texts, which those that follow may mention too.
    mutating func takeStretch() -> Stretch {
        defer {
            events = []
            findings = []
            evidence = []
            takenTextCount = texts.count
        }
        return Stretch(
            texts: texts.stretch(from: takenTextCount), events: events, findings: findings, evidence: evidence)
    }

    /// Adds a stretch of another log behind the findings of this one.
    ///
    /// - Parameters:
    ///   - stretch: what follows the stretches of the same log that were added before.
    ///   - translation: the numbers of that log's texts here.
    mutating func append(_ stretch: Stretch, _ translation: inout TextTable.Translation) {
        texts.add(stretch.texts, to: &translation)
        let (firstEvent, firstValue) = (UInt32(events.count), UInt32(evidence.count))
        for event in stretch.events { events.append(event.translated(by: translation)) }
        for finding in stretch.findings {
            findings.append(
                Finding(
                    eventIndex: firstEvent + finding.eventIndex, standardIndex: finding.standardIndex,
                    status: finding.status, evidenceCount: finding.evidenceCount,
                    evidenceStart: firstValue + finding.evidenceStart, effect: translation[finding.effect],
                    place: translation[finding.place], clause: translation[finding.clause],
                    message: translation[finding.message]))
        }
        for value in stretch.evidence {
            evidence.append(EvidenceValue(name: translation[value.name], value: translation[value.value]))
        }
    }

    /// Takes findings out of the list, by ascending position.
    mutating func remove(_ positions: [Int]) {
        guard !positions.isEmpty else { return }
        var next = positions.makeIterator()
        var position = next.next()
        var kept: [Finding] = []
        kept.reserveCapacity(findings.count - positions.count)
        for (index, finding) in findings.enumerated() {
            if index == position {
                position = next.next()
            } else {
                kept.append(finding)
            }
        }
        findings = kept
    }

    /// The event that a finding is about.
    public func event(of finding: Finding) -> EventReference { events[Int(finding.eventIndex)] }

    /// The position of a finding's standard in ``ComplianceReport/standards``.
    public func standardIndex(of finding: Finding) -> Int { Int(finding.standardIndex) }

    /// What a finding rests on, in the order of the rule.
    public func evidence(of finding: Finding) -> ArraySlice<EvidenceValue> {
        let start = Int(finding.evidenceStart)
        return evidence[start..<start + Int(finding.evidenceCount)]
    }
}
