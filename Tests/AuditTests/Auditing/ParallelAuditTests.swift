import CEL
import JSONSyntax
import RulebookEngine
import TestSupport
import Testing

@testable import Audit

@Suite("An audit on several threads gives the report of one")
struct ParallelAuditTests {
    private static let rulebook = """
        rulebook: threads
        unlisted: deny
        roles: [agent, lead]
        effective: {from: 2026-01-01T00:00:00Z}
        entities:
          agent: {id: string, team: string, role: role}
          customer: {id: string, private: bool}
        events:
          sale: {fields: {amount: decimal, text: string, hold: int}}
        actions:
          refund: {fields: {amount: decimal}}
          gift: {fields: {amount: decimal}}
        standards:
          small: {on: sale, require: event.amount < 90}
          held: {on: sale, require: event.hold <= 60 || customer.private, severity: critical}
          polite: {on: sale, when: event.hold > 30, manual: {tone: Was it polite?}}
          refunds: {on: refund, require: event.amount <= 20, otherwise: {escalate: lead}}
        """

    private static func log(_ count: Int, seed: UInt64) -> String {
        var random = RandomSource(seed: seed)
        return (0..<count).map { number in
            // Some ids come twice, some events before the rulebook was in force, some answers before their event.
            let id = random.below(40) == 0 ? "e\(random.below(count))" : "e\(number)"
            let year = random.below(50) == 0 ? 2025 : 2026
            let head =
                #""id":"\#(id)","time":"\#(year)-0\#(1 + random.below(9))-1\#(random.below(9))T10:00:00Z","#
                + #""channel":"\#(["phone", "chat"][random.below(2)])","#
                + #""agent":{"id":"a\#(random.below(17))","team":"t\#(random.below(3))","role":"agent"}"#
            switch random.below(20) {
            case 0: return "no JSON"
            case 1: return #"{"type":"gift",\#(head),"data":{"amount":\#(random.below(9))}}"#
            case 2...4: return #"{"type":"refund",\#(head),"data":{"amount":\#(random.below(40))}}"#
            case 5:
                return #"{"type":"attested","id":"x\#(number)","time":"2026-10-01T10:00:00Z","data":"#
                    + #"{"standard":"polite","event":"e\#(random.below(count))","label":"tone","answer":"#
                    + #"\#(random.below(3) > 0),"by":"q"}}"#
            case 6: return #"{"type":"sale",\#(head),"data":{"hold":10,"mood":"good"}}"#
            default:
                let amount = "\(random.below(100)).\(random.below(10))"
                return #"{"type":"sale",\#(head),"data":{"amount":\#(amount),"hold":\#(random.below(70)),"#
                    + #""text":"\#(number)"},"customer":{"id":"c\#(random.below(99))","private":\#(random.below(2) == 0)}}"#
            }
        }.joined(separator: "\n")
    }

    private static func report(
        _ log: String, by rulebook: CompiledVersions, listing: AuditOptions.Listing, threadCount: Int
    ) throws -> [String] {
        let options = AuditOptions(
            asOf: nil, listing: listing, generator: ReportGenerator(version: "test"), threadCount: threadCount)
        var auditor = try Auditor(rulebook: rulebook, mapping: nil, options: options)
        // A second log goes on where the first ended.
        let half = log.utf8.count / 2
        let bytes = Array(log.utf8)
        let cut = bytes[half...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        try auditor.consume(LogInput(name: "one.jsonl", source: .memory(Array(bytes[..<cut]))))
        try auditor.consume(LogInput(name: "two.jsonl", source: .memory(Array(bytes[cut...]))))
        return try auditor.finish().contentTexts
    }

    @Test(arguments: AuditOptions.Listing.allCases)
    func reports(_ listing: AuditOptions.Listing) throws {
        let compiled = try AuditFixture.rulebook(Self.rulebook)
        for (count, seed) in [(0, 1), (100, 2), (2_500, 3), (4_100, 4)] {
            let log = Self.log(count, seed: UInt64(seed))
            let one = try Self.report(log, by: compiled, listing: listing, threadCount: 1)
            for threadCount in [2, 3, 7] {
                let several = try Self.report(log, by: compiled, listing: listing, threadCount: threadCount)
                #expect(several == one)
            }
        }
    }

    @Test("a share that knows many texts begins anew, and nothing is lost")
    func shares() throws {
        let compiled = try AuditFixture.rulebook(Self.rulebook)
        let rows = try AuditFixture.rows(Self.log(1_200, seed: 9), for: compiled)
        let events = rows.flatMap { row in
            row.records.compactMap { record -> NamedEvent? in
                if case .event(let event) = record { NamedEvent(event: event, id: event.id) } else { nil }
            }
        }
        let plan = AuditPlan(compiled)
        func results(textCountMax: Int) -> FindingRecorder.Results {
            var recorder = FindingRecorder(plan, listing: .decided)
            var judges = ParallelJudge(
                compiled, listing: .decided, threads: [WorkThread(), WorkThread()], textCountMax: textCountMax)
            for (number, start) in stride(from: 0, to: events.count, by: 50).enumerated() {
                let batch = Array(events[start..<min(start + 50, events.count)])
                judges.judge(AuditShare.Work(events: batch), onThread: number % 2, into: &recorder)
            }
            judges.finish(into: &recorder)
            return recorder.finish()
        }
        let whole = results(textCountMax: .max)
        #expect(whole.log.findings.count > 1_000)
        for textCountMax in [0, 1, 100] {
            let parts = results(textCountMax: textCountMax)
            #expect(parts.standards == whole.standards)
            #expect(parts.scores == whole.scores)
            #expect(parts.timeline == whole.timeline)
            #expect(parts.missingFacts == whole.missingFacts)
            #expect(parts.unlistedActions == whole.unlistedActions)
            #expect(parts.omittedCount == whole.omittedCount)
            #expect(parts.log.findings.map(\.status) == whole.log.findings.map(\.status))
            #expect(
                parts.log.findings.map { parts.log.texts[parts.log.event(of: $0).id] }
                    == whole.log.findings.map { whole.log.texts[whole.log.event(of: $0).id] })
        }
    }
}
