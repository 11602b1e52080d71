import Audit
import Foundation
import RulebookEngine
import RulebookModel
import TestSupport
import Testing

@Suite("The quickstart's week is judged by the retail pack")
struct QuickstartTests {
    @Test("its figures")
    func figures() throws {
        let url = repositoryRoot.appending(path: "Examples/quickstart/log.jsonl")
        let log = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let report = try AuditFixture.audit(log, by: AuditFixture.policy("retail-care"))
        for s in report.standards { print(s.id, s.force, FindingStatus.allCases.map { s.counts[$0] }, s.topReasons.map { "\($0.count)x \($0.text)" }) }
        for f in report.log.findings { print(report.log.texts[report.log.event(of: f).id], report.standards[report.log.standardIndex(of: f)].id, f.status, report.log.texts[f.effect], report.log.texts[f.place], report.log.texts[f.clause], "|", report.log.texts[f.message], report.log.evidence(of: f).map { report.log.texts[$0.name] + "=" + report.log.texts[$0.value] }) }
        for s in report.scores { print(s.kind, s.name, FindingStatus.allCases.map { s.counts[$0] }, s.score.share?.percentText ?? "-", s.criticalMissed) }
        print(report.reading, report.inputs, report.scope, report.missingFacts, report.findingsOmitted)
        #expect(report.reading.rows == 61)
        #expect(report.reading.events == 60)
        #expect(report.reading.unreadableRows == 1)
    }
}
