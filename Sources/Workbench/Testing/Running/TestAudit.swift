import Audit
import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel
import SourceText

/// Has the events of a test judged as a log.
struct TestAudit {
    /// Who answers the questions of a test; nobody may answer about himself.
    private static let reviewer = "the reviewer of the test"

    private let versions: CompiledVersions
    private let plan: AuditPlan
    private let generator: ReportGenerator

    init(_ versions: CompiledVersions, generator: ReportGenerator) {
        self.versions = versions
        plan = AuditPlan(versions)
        self.generator = generator
    }

    /// The report on the events of a case, settled up to its `now`.
    ///
    /// - Parameters:
    ///   - test: the case.
    ///   - listing: which findings are listed; all are counted, and what is not listed costs no words.
    /// - Returns: the report.
    /// - Throws: ``AuditError`` where the events cannot be judged.
    func report(on test: TestCase, listing: AuditOptions.Listing) throws -> ComplianceReport {
        var writer = JSONWriter(style: .compact)
        for event in test.given + [test.question].compactMap(\.self) {
            writer.node(event.event.root)
            writer.endLine()
        }
        for (event, answer) in asked(test) {
            write(answer, about: event, to: &writer)
            writer.endLine()
        }
        let options = AuditOptions(
            asOf: test.now, listing: listing, generator: generator, completeFrom: test.completeFrom)
        var auditor = try Auditor(plan, mapping: nil, options: options)
        try auditor.consume(LogInput(name: test.range.file.name, source: .memory(writer.utf8)))
        return try auditor.finish()
    }

    /// The events about which somebody is asked what a case answers.
    private func asked(_ test: TestCase) -> [(event: TestEvent, answer: TestAnswer)] {
        guard !test.answers.isEmpty else { return [] }
        let decider = versions.makeDecider(memory: VersionedState(versions, completeFrom: test.completeFrom))
        return (test.given + [test.question].compactMap(\.self)).flatMap { event in
            let decision = decider.decideAndRemember(event.event, named: event.name)
            let standards = versions[decision.version].rulebook.standards
            let asking = decision.results.filter { $0.status != .excused }.map { standards[$0.standard].id }
            return test.answers.filter { asking.contains($0.standard) }.map { (event, $0) }
        }
    }

    /// Writes an answer as a log holds it.
    private func write(_ answer: TestAnswer, about event: TestEvent, to writer: inout JSONWriter) {
        func member(_ name: String, _ text: String) {
            writer.name(name)
            writer.string(text)
        }
        writer.beginObject()
        member("type", Attestation.eventType)
        if let time = event.event.time { member("time", time.description) }
        writer.name("data")
        writer.beginObject()
        member("standard", answer.standard)
        member("event", event.name)
        if !answer.label.isEmpty { member("label", answer.label) }
        writer.name("answer")
        writer.bool(answer.isYes)
        member("by", Self.reviewer)
        writer.endObject()
        writer.endObject()
    }
}
