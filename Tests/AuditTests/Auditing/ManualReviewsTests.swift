import Audit
import RulebookEngine
import RulebookModel
import Testing

@Suite("Only people answer the questions of a manual standard")
struct ManualReviewsTests {
    private static let reply = AuditorTests.reply("r", words: 50)
    private static func say(_ label: String, _ answer: Bool, by: String = "q-1") -> String {
        AuditorTests.attested("r", label, answer, by: by)
    }

    @Test(
        "before or after the event, all with yes is met and any no is missed",
        arguments: [
            ([reply], "undetermined"), ([reply, say("facts", true)], "undetermined"),
            ([reply, say("facts", true), say("tone", true)], "met"),
            ([say("facts", true), reply, say("tone", true)], "met"),
            ([say("tone", false), reply], "missed"),
            ([reply, say("facts", true), say("tone", true), say("tone", false, by: "q-2")], "missed"),
        ])
    func verdicts(_ log: [String], status: String) throws {
        for listing in AuditOptions.Listing.allCases {
            let report = try AuditFixture.audit(
                log.joined(separator: "\n"), by: AuditorTests.rulebook(), listing: listing)
            #expect(report.reading.problems == [])
            #expect(report.reading.events == log.count)
            let counted = try #require(FindingStatus(rawValue: status))
            #expect(report.counts("replies.read") == StatusCounts([counted: 1] as KeyValuePairs))
            let listed = report.findingTexts.filter { $0.contains("replies.read") }
            let isListed = listing != .none && (listing != .notable || counted != .met)
            #expect(listed == (isListed ? ["r replies.read \(status)"] : []))
        }
    }

    @Test("the finding names who said what, and what is still open")
    func evidence() throws {
        let answered = try Self.finding([Self.reply, Self.say("facts", true), Self.say("tone", false, by: "q-2")])
        #expect(answered.message == "answered with no: `tone`")
        #expect(answered.evidence == ["facts=yes, says q-1", "tone=no, says q-2"])
        let open = try Self.finding([Self.reply, Self.say("facts", true)])
        #expect(open.message == "not known: attested answer to tone")
        #expect(open.missing == [CountedText(text: "attested answer to tone", count: 1)])
    }

    private static func finding(
        _ log: [String]
    ) throws -> (message: String, evidence: [String], missing: [CountedText]) {
        let report = try AuditFixture.audit(log.joined(separator: "\n"), by: AuditorTests.rulebook())
        let index = try #require(report.standards.firstIndex { $0.id == "replies.read" })
        let finding = try #require(report.log.findings.first { report.log.standardIndex(of: $0) == index })
        let texts = report.log.texts
        return (
            texts[finding.message], report.log.evidence(of: finding).map { "\(texts[$0.name])=\(texts[$0.value])" },
            report.missingFacts
        )
    }

    @Test(
        "an answer to nothing is a problem of its row",
        arguments: [
            (
                AuditorTests.attested("r", "facts", true, standard: "replies.raed"), "EV0110",
                "did you mean `replies.read`?"
            ),
            (
                AuditorTests.attested("r", "facts", true, standard: "replies.short"), "EV0110",
                "asks nothing of a person"
            ),
            (AuditorTests.attested("r", "fact", true), "EV0110", "did you mean `facts`?"),
            (AuditorTests.attested("r", "", true), "EV0110", "the answer needs a label"),
            (AuditorTests.attested("x", "facts", true), "EV0110", "no event has the id `x`"),
            (AuditorTests.attested("short", "facts", true), "EV0110", "asks nothing about the event `short`"),
            (AuditorTests.attested("r", "facts", true, by: "a-1"), "EV0111", "cannot answer for an action of his own"),
            (
                #"{"type":"attested","time":"2026-03-03T10:00:00Z","data":{"standard":"replies.read","event":"r","by":"q"}}"#,
                "EV0102", "data.answer"
            ),
            (
                #"{"type":"attested","data":{"standard":"replies.read","event":"r","label":"tone","answer":true,"by":"q"}}"#,
                "EV0106", "time"
            ),
        ])
    func problems(_ attestation: String, code: String, message: String) throws {
        let log = [attestation, Self.reply, AuditorTests.reply("short", words: 3)].joined(separator: "\n")
        let report = try AuditFixture.audit(log, by: AuditorTests.rulebook())
        let problem = try #require(report.reading.problems.first)
        #expect(report.reading.problemTotal == 1)
        #expect(problem.code == code)
        #expect(problem.line == 1)
        #expect(problem.message.contains(message))
        #expect(report.counts("replies.read") == StatusCounts([.undetermined: 1, .notApplicable: 1]))
    }

    @Test("problems stand in the order of the rows")
    func order() throws {
        let log = [
            AuditorTests.attested("x", "facts", true), "{", Self.reply, AuditorTests.attested("y", "facts", true),
        ]
        let report = try AuditFixture.audit(log.joined(separator: "\n"), by: AuditorTests.rulebook())
        #expect(report.reading.problems.map(\.line) == [1, 2, 4])
    }

    @Test("answers come through a mapping as well")
    func mapped() throws {
        let rulebook = try AuditorTests.rulebook()
        let mapping = try AuditFixture.mapping(
            """
            mapping: m
            rows:
              - {where: {kind: reply}, event: reply.sent, id: id, time: t, data: {words: {constant: 50}}}
              - where: {kind: review}
                event: attested
                time: t
                data: {standard: {constant: replies.read}, event: id, label: q, answer: {path: a, values: {y: true, n: false}}, by: who}
            """, for: rulebook)
        let log = """
            {"kind":"reply","id":7,"t":"2026-03-01T10:00:00Z"}
            {"kind":"review","id":7,"t":"2026-03-01T11:00:00Z","q":"facts","a":"y","who":"q-1"}
            {"kind":"review","id":7,"t":"2026-03-01T11:00:00Z","q":"tone","a":"y","who":"q-1"}
            """
        let report = try AuditFixture.audit(log, by: rulebook, mapping: mapping)
        #expect(report.reading.problems == [])
        #expect(report.counts("replies.read") == StatusCounts([.met: 1]))
    }
}
