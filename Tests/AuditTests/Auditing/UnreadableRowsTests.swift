import Audit
import CEL
import JSONSyntax
import RulebookEngine
import Testing

@Suite("A row that cannot be judged is reported and counted, and the audit goes on")
struct UnreadableRowsTests {
    private static let good = AuditorTests.reply("good", words: 5)

    @Test(
        "rows of JSON Lines",
        arguments: [
            (#"{"id":"x","type":"reply.sent""#, "EV0107", 30, "the text ends inside a value; it may have been cut off"),
            (#"[1]"#, "EV0101", nil, "an event is an object, not a list"),
            ("{\"id\":\"\u{7}\"}", "EV0107", 8, "unescaped"),
            (
                #"{"id":"x","type":"reply.snt","time":"2026-03-01T10:00:00Z"}"#, "EV0103", nil,
                "did you mean `reply.sent`?"
            ),
            (
                #"{"id":"x","type":"reply.sent","data":{"words":1}}"#, "EV0106", nil,
                "an event needs the member `time` to be audited"
            ),
            (#"{"id":"x","type":"reply.sent","time":"2026-03-01T10:00:00","data":{}}"#, "EV0104", nil, "no instant"),
            (
                #"{"id":"x","type":"reply.sent","time":"2026-03-01T10:00:00Z","data":{"words":"1"}}"#, "EV0104", nil,
                "event.words"
            ),
            (#"{"id":"x","id":"y"}"#, "EV0107", 12, "twice"),
        ] as [(String, String, Int?, String)])
    func rows(_ row: String, code: String, column: Int?, message: String) throws {
        let log = [Self.good, "", row, AuditorTests.reply("last", words: 5)].joined(separator: "\n")
        let report = try AuditFixture.audit(log, by: AuditorTests.rulebook())
        let problem = try #require(report.reading.problems.first)
        #expect(report.reading.problemTotal == 1)
        #expect(problem.line == 3)
        #expect(problem.code == code)
        #expect(problem.column == column)
        #expect(problem.message.contains(message))
        #expect(report.reading.rows == 3)
        #expect(report.reading.events == 2)
        #expect(report.reading.unreadableRows == 1)
        #expect(report.findingTexts.contains("last replies.short met"))
    }

    @Test("invalid UTF-8 and a line over the limit")
    func bytes() throws {
        var log = Array(Self.good.utf8) + [0x0A] + Array(#"{"id":""#.utf8) + [0xFF] + Array("\"}\n".utf8)
        log += [UInt8](repeating: 0x61, count: LineReader.standardLineByteCountMax + 1) + [0x0A]
        log += Array(AuditorTests.reply("last", words: 5).utf8)
        var auditor = try Auditor(
            rulebook: AuditorTests.rulebook(), mapping: nil,
            options: AuditOptions(generator: ReportGenerator(version: "test")))
        try auditor.consume(LogInput(name: "log", source: .memory(log)))
        let report = try auditor.finish()
        #expect(report.reading.problems.map(\.line) == [2, 3])
        #expect(report.reading.problems.map(\.code) == ["EV0107", "EV0107"])
        #expect(report.reading.events == 2)
    }

    @Test("an id counts once")
    func duplicates() throws {
        let log = [AuditorTests.reply("r", words: 5), AuditorTests.reply("r", words: 500)].joined(separator: "\n")
        let report = try AuditFixture.audit(log, by: AuditorTests.rulebook())
        #expect(report.reading.problems.map(\.code) == ["EV0109"])
        #expect(report.reading.events == 1)
        #expect(report.counts("replies.short") == StatusCounts([.met: 1]))
        #expect(report.reading.unreadableRows == 0)
    }

    @Test("events of one row may share an id, events of two rows may not")
    func sharedIdentifiers() throws {
        let rulebook = try AuditorTests.rulebook()
        let mapping = try AuditFixture.mapping(
            """
            mapping: m
            rows:
              - {event: coupon.issue, id: i, time: t, data: {count: n}}
              - {event: reply.sent, id: i, time: t, data: {words: n}}
            """, for: rulebook)
        let row = #"{"i":"1","t":"2026-03-01T10:00:00Z","n":1}"#
        let report = try AuditFixture.audit(row + "\n" + row, by: rulebook, mapping: mapping)
        #expect(report.reading.events == 2)
        #expect(report.reading.problems.map(\.place) == ["log.jsonl:2", "log.jsonl:2"])
    }

    @Test("an event without an id is named by its line")
    func unnamed() throws {
        let log = "\n" + AuditorTests.reply("", words: 5).replacing(#""id":"","#, with: "")
        let report = try AuditFixture.audit(log, by: AuditorTests.rulebook(), listing: .decided)
        #expect(report.findingTexts.first == "log.jsonl:2 replies.secret met")
    }

    @Test("records of a table that cannot be split, and columns that are missing")
    func tables() throws {
        let rulebook = try AuditorTests.rulebook()
        let mapping = try AuditFixture.mapping(
            """
            mapping: m
            format: csv
            rows: [{event: reply.sent, id: number, time: at, data: {words: count}}]
            """, for: rulebook)
        let table =
            "number,at,count\n1,2026-03-01T10:00:00Z,5\n2,x\n3,2026-03-01T10:00:00Z,5\n4,2026-03-01T10:00:00Z,\"5"
        let report = try AuditFixture.audit(table, name: "t.csv", by: rulebook, mapping: mapping)
        #expect(report.reading.problems.map(\.line) == [3, 5])
        #expect(report.reading.problems.map(\.code) == ["EV0107", "EV0107"])
        #expect(report.reading.rows == 4)
        #expect(report.reading.events == 2)

        let missing = #expect(throws: AuditError.self) {
            try AuditFixture.audit("number,at,cuont\n", name: "t.csv", by: rulebook, mapping: mapping)
        }
        #expect(
            missing?.description == "`t.csv` has no column `count`, which `mapping.yaml` reads; did you mean `cuont`?")
        let empty = #expect(throws: AuditError.self) {
            try AuditFixture.audit("", name: "t.csv", by: rulebook, mapping: mapping)
        }
        #expect(empty?.description.contains("the header of `t.csv` cannot be read") == true)
    }

    @Test("a table needs a mapping, and a mapping its own rulebook")
    func mappings() throws {
        let rulebook = try AuditorTests.rulebook()
        #expect(throws: AuditError.tableWithoutMapping(input: "t.csv")) {
            try AuditFixture.audit("a,b\n", name: "t.csv", by: rulebook)
        }
        let other = try AuditFixture.rulebook(
            "rulebook: o\nevents: {e: {fields: {x: int}}}\nstandards: {s: {on: e, require: event.x > 0}}")
        let mapping = try AuditFixture.mapping("mapping: m\nrows: [{event: e}]", for: other)
        #expect(throws: AuditError.foreignMapping(mapping: "mapping.yaml")) {
            try AuditFixture.audit("{}", by: rulebook, mapping: mapping)
        }
    }

    @Test("what nobody declares is counted")
    func unknownMembers() throws {
        let event = Self.good.replacing(#""words":5"#, with: #""words":5,"mood":"good""#)
            .replacing(#""id":"good""#, with: #""id":"good","ticket":7"#)
        let report = try AuditFixture.audit(event, by: AuditorTests.rulebook())
        #expect(report.reading.unknownMembers.map(\.text) == ["data.mood", "ticket"])
        #expect(report.reading.events == 1)
    }
}
