import Audit
import RulebookEngine
import SourceText

/// Holds the findings of an audit against what a test expects of them.
struct FindingsCheck {
    /// The most findings that a failure shows.
    static let evidenceCountMax = 20

    private let report: ComplianceReport

    init(_ report: ComplianceReport) { self.report = report }

    func failures(of expectation: FindingsExpectation, in test: TestCase) -> [TestFailure] {
        var failures = report.reading.problems.map { problem in
            TestFailure(at: test.range, expected: "events that can be judged", actual: problem.message)
        }
        for entry in expectation.entries where !isMet(entry) {
            let aims = entry.findings.asksOfAims ? missedAims(of: entry.standard) : 0
            failures.append(
                TestFailure(
                    at: entry.range, expected: "\(entry.standard): \(text(entry.findings))",
                    actual: text(counts(of: entry.standard)) + (aims > 0 ? ", \(Self.aim) \(aims)" : ""),
                    evidence: evidence(of: entry.standard)))
        }
        let listed = Set(expectation.entries.map(\.standard))
        for summary in report.standards where !listed.contains(summary.id) {
            guard summary.counts[.missed] + summary.counts[.undetermined] > 0 else { continue }
            failures.append(
                TestFailure(
                    at: expectation.range, expected: "nothing missed or undetermined that is not listed",
                    actual: "\(summary.id): \(text(summary.counts))", evidence: evidence(of: summary.id)))
        }
        return failures
    }

    private func isMet(_ entry: FindingsExpectation.Entry) -> Bool {
        let counts = counts(of: entry.standard)
        switch entry.findings {
        case .all(.notApplicable): return counts.total == counts[.notApplicable]
        case .all(let status):
            return counts[status] > 0 && counts.total == counts[status] + counts[.notApplicable]
        case .missedAim:
            let aims = missedAims(of: entry.standard)
            return aims > 0 && counts[.met] == aims && counts.total == aims + counts[.notApplicable]
        case .counts(let expected, let aims):
            if let aims, aims != missedAims(of: entry.standard) { return false }
            return FindingStatus.allCases.allSatisfy { status in
                // An event that a standard is not about is no finding, unless the test counts those too.
                if status == .notApplicable, expected[status] == nil { return true }
                return counts[status] == expected[status] ?? 0
            }
        }
    }

    private func text(_ findings: FindingsExpectation.Entry.Findings) -> String {
        switch findings {
        case .all(let status): return status.rawValue
        case .missedAim: return Self.aim
        case .counts(let counts, let aims):
            let parts =
                FindingStatus.allCases.compactMap { status in counts[status].map { "\(status.rawValue) \($0)" } }
                + [aims.map { "\(Self.aim) \($0)" }].compactMap(\.self)
            return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
        }
    }

    private static let aim = ExpectationReader.missedAim

    private func text(_ counts: StatusCounts) -> String {
        let parts = FindingStatus.allCases.filter { $0 != .notApplicable && counts[$0] > 0 }
            .map { "\($0.rawValue) \(counts[$0])" }
        return parts.isEmpty ? FindingStatus.notApplicable.rawValue : parts.joined(separator: ", ")
    }

    /// What became of a standard, in all versions of the rulebook that have it.
    private func counts(of standard: String) -> StatusCounts {
        report.standards.filter { $0.id == standard }.reduce(into: StatusCounts()) { $0 += $1.counts }
    }

    /// How many of those that were met missed their aim.
    private func missedAims(of standard: String) -> Int {
        report.standards.filter { $0.id == standard }.reduce(0) { $0 + $1.missedAimCount }
    }

    private func evidence(of standard: String) -> [TestFailure.Evidence] {
        let log = report.log
        let findings = log.findings.filter {
            report.standards[log.standardIndex(of: $0)].id == standard && $0.status != .notApplicable
        }
        let events = findings.prefix(Self.evidenceCountMax).map { finding in
            let event = log.event(of: finding)
            return TestFailure.Evidence(
                status: finding.status,
                event: "\(log.texts[event.type]) at \(event.time.shortText) (\(log.texts[event.id]))",
                message: log.texts[finding.message])
        }
        return events + figures(of: standard)
    }

    /// What a metric came to, for each key and period.
    private func figures(of standard: String) -> [TestFailure.Evidence] {
        report.metrics.filter { report.standards[$0.standard].id == standard }.prefix(Self.evidenceCountMax)
            .compactMap { result in
                guard let status = result.status else { return nil }
                let figure = result.figure.map { "\($0.text), \(result.bound)" } ?? ""
                return TestFailure.Evidence(
                    status: status, event: "\(result.key), \(result.period)",
                    message: result.message.isEmpty ? figure : result.message)
            }
    }
}

extension FindingsExpectation.Entry.Findings {
    /// Whether it says something of aims.
    fileprivate var asksOfAims: Bool {
        switch self {
        case .missedAim, .counts(_, missedAim: .some): true
        case .all, .counts: false
        }
    }
}
