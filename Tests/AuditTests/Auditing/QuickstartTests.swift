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
        #expect(report.reading.rows == 61)
        #expect(report.reading.events == 60)
        #expect(report.reading.unreadableRows == 1)
        #expect(report.reading.problems.map(\.place) == ["log.jsonl:61:107"])
        #expect(
            report.overall.counts
                == StatusCounts([
                    .met: 74, .missed: 17, .discretion: 14, .excused: 1, .undetermined: 3, .notApplicable: 20,
                ]))
        #expect(report.overall.criticalMissed == 4)
        #expect(report.overall.score.share?.percentText == "77.3")
        #expect(report.counts("gestures.beyond")[.met] == 1)
        #expect(report.counts("replies.personal")[.undetermined] == 1)
        #expect(report.missingFacts.map(\.text).contains("customer.tier"))
    }
}
