import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite("A batch gives one line for each row, in order, and passes over nothing")
struct BatchTests {
    private let care: CareFolder

    init() throws { care = try CareFolder() }

    private static func line(_ name: String) throws -> String {
        try #require(CareFolder.events[name]).replacing("\n", with: " ")
    }

    @Test("decisions and rows that cannot be read stand in the order of the input")
    func order() throws {
        let rows = [
            try Self.line("allowed"), "{\"type\": ", try Self.line("denied"), "", "[]",
            #"{"type": "coupon.isue"}"#, #"{"type": "coupon.issue", "data": {"count": "two", "value": 1.001}}"#,
            try Self.line("escalate"),
        ]
        let run = try care.run("check", "-r", "care", "--batch", input: rows.joined(separator: "\n"))
        #expect(run.status == 65)
        let lines = try run.output.split(separator: "\n").map { try JSONDocument.parse(String($0)).root }
        #expect(
            lines.map { $0["outcome"]?.string } == [
                "allow", "error", "deny", "error", "error", "error", "escalate",
            ])
        #expect(lines.map { $0["line"]?.int64 } == [1, 2, 3, 5, 6, 7, 8])
        #expect(lines[1]["error"]?["code"]?.string == "EV0107")
        #expect(lines[4]["error"]?["help"]?.string == "did you mean `coupon.issue`?")
        #expect(lines[5]["error"]?["path"]?.string == "event.count")
        #expect(lines[5]["also"]?[0]?["path"]?.string == "event.value")
    }

    @Test("the status is 0 where every row was decided, whatever the decisions")
    func decided() throws {
        let run = try care.run("check", "-r", "care", "--batch", input: try Self.line("denied") + "\n")
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == 1)
    }

    @Test("an empty input gives nothing")
    func empty() throws {
        let run = try care.run("check", "-r", "care", "--batch")
        #expect(run.status == 0)
        #expect(run.output == "")
    }

    @Test("counter-offers are looked for only with --offers")
    func offers() throws {
        let input = try Self.line("denied")
        let plain = try care.run("check", "-r", "care", "--batch", input: input)
        #expect(plain.output.contains(#""variants":[]"#))
        let sought = try care.run("check", "-r", "care", "--batch", "--offers", input: input)
        #expect(sought.output.contains(#""variants":[{"changes":{"count":{"from":"11","to":"1"}},"outcome":"allow","#))
    }

    @Test("rows of another form are read through a mapping")
    func mapping() throws {
        try care.write(
            """
            mapping: sheet
            format: csv
            rows:
              - where: {kind: coupon}
                event: coupon.issue
                id: number
                time: {as_of: true}
                data:
                  count: coupons
                  value: {path: worth, currency: EUR}
            """, to: "sheet.yaml")
        let run = try care.run(
            "check", "-r", "care", "--batch", "--map", "sheet.yaml", "--as-of", "2026-11-20T00:00:00Z",
            input: "number,kind,coupons,worth\n7,coupon,1,5.00\n8,call,,\n9,coupon,11,5\n")
        #expect(run.status == 65)
        let lines = try run.output.split(separator: "\n").map { try JSONDocument.parse(String($0)).root }
        #expect(lines.map { $0["outcome"]?.string } == ["allow", "error", "deny"])
        #expect(lines.map { $0["id"]?.string } == ["7", nil, "9"])
        #expect(lines[1]["error"]?["code"]?.string == "EV0108")
        let withoutTime = try care.run("check", "-r", "care", "--batch", "--map", "sheet.yaml", input: "number\n")
        #expect(withoutTime.status == 64)
        #expect(withoutTime.errors.contains("--as-of"))
    }

    @Test("events without a time take that of --as-of")
    func asOf() throws {
        let event = #"{"type": "coupon.issue", "data": {"count": 1, "value": "5 EUR"}}"#
        let run = try care.run("check", "-r", "care", "--batch", "--as-of", "2026-11-20T00:00:00Z", input: event)
        #expect(run.output.contains(#""time":"2026-11-20T00:00:00Z""#))
    }
}
