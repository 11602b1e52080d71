import Audit
import RulebookEngine
import Testing

@Suite("A log of findings keeps them small, with their evidence")
struct FindingLogTests {
    @Test("a finding is 32 bytes: a million of them must fit in memory")
    func size() {
        #expect(MemoryLayout<Finding>.stride == 32)
    }

    @Test("findings lead to their event, standard and values")
    func refers() throws {
        var log = FindingLog()
        let name = log.texts.intern("event.count")
        for number in 0..<3 {
            let event = log.addEvent(
                EventReference(
                    id: log.texts.intern("e-\(number)"), type: log.texts.intern("t"),
                    time: ReportInstant(seconds: Int64(number))))
            let values = (0..<number).map { EvidenceValue(name: name, value: log.texts.intern("\(number).\($0)")) }
            log.addFinding(event: event, standard: number * 10, status: .missed, evidence: values)
        }
        #expect(log.findings.map { log.texts[log.event(of: $0).id] } == ["e-0", "e-1", "e-2"])
        #expect(log.findings.map { log.standardIndex(of: $0) } == [0, 10, 20])
        #expect(
            log.findings.map { log.evidence(of: $0).map { log.texts[$0.value] } } == [[], ["1.0"], ["2.0", "2.1"]])
    }

    @Test("evidence has a bound")
    func bound() throws {
        var log = FindingLog()
        let event = log.addEvent(EventReference(id: .empty, type: .empty, time: ReportInstant(seconds: 0)))
        let values = Array(repeating: EvidenceValue(name: .empty, value: .empty), count: Finding.evidenceMax + 5)
        log.addFinding(event: event, standard: 0, status: .met, evidence: values)
        #expect(log.evidence(of: try #require(log.findings.first)).count == Finding.evidenceMax)
    }
}
