import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite("leeway reserve keeps back, leeway commit uses, leeway release gives back")
struct ReserveCommandTests {
    private static func request(_ id: String, _ count: Int) -> String {
        #"{"id": "\#(id)", "type": "coupon.issue", "customer": {"id": "cu-1"}, "data": {"count": \#(count)}}"# + "\n"
    }

    private func run(
        _ desk: CapFolder, _ command: String, _ more: [String] = [], input: String = ""
    ) throws -> ProgramRun {
        try runLeeway(
            [command, "-r", ".", "--ledger", "used.ledger"] + more, in: desk.url, input: Data(input.utf8))
    }

    @Test("from the reservation to its end")
    func lives() throws {
        let desk = try CapFolder(cap: 3)
        let reserved = try run(desk, "reserve", input: Self.request("r", 2))
        #expect(reserved.status == 0)
        #expect(reserved.output.contains("Reserved as 1 until "))
        #expect(reserved.output.contains("leeway commit or leeway release settles `r`."))
        let second = try run(desk, "reserve", input: Self.request("r2", 2))
        #expect(second.status == 12)
        #expect(second.output.contains("with 2 reserved"), "\(second.output)")
        #expect(second.output.hasSuffix("Recorded as 2; nothing is reserved.\n"))
        #expect(try run(desk, "record", input: Self.request("1", 2)).status == 12)
        let committed = try run(desk, "commit", ["r"])
        #expect(committed.status == 0)
        #expect(committed.output.hasSuffix("Committed as 4.\n"))
        #expect(try run(desk, "commit", ["r"]).output.contains("recorded before as 4"))
        let again = try run(desk, "reserve", input: Self.request("r", 2))
        #expect(again.output.contains("recorded before as 1"))
        #expect(again.output.contains("since then it was committed, entry 4"))
        let release = try run(desk, "release", ["r"])
        #expect((release.status, release.output) == (65, ""))
        #expect(release.errors.contains("the reservation `r` was committed, entry 4"))
        #expect(try run(desk, "reserve", ["--key", "k", "--for", "1h"], input: Self.request("x", 1)).status == 0)
        #expect(try run(desk, "release", ["k"]).output == "Released as 6.\n")
        #expect(try run(desk, "release", ["k"]).output.hasPrefix("Released before as 6, on "))
        let show = try runLeeway(["ledger", "show", "used.ledger"], in: desk.url)
        #expect(
            show.output.hasPrefix(
                "6 recorded, 1 went ahead\n  allow 3, deny 2\n  2 reserved: 1 committed, 1 released, 0 ran out, 0 open\n"
            ),
            "\(show.output)")
        let verify = try runLeeway(["ledger", "verify", "-r", ".", "used.ledger"], in: desk.url)
        #expect(verify.output == "6 entries read, 5 decided again: everything is as it was written\n")
    }

    @Test("as JSON, which says what was recorded")
    func json() throws {
        let desk = try CapFolder(cap: 3)
        let reserved = try run(desk, "reserve", ["--json"], input: Self.request("r", 2))
        let root = try JSONDocument.parse(reserved.output).root
        #expect(root["kind"]?.string == "reservation")
        #expect(root["key"]?.string == "r")
        #expect(root["expires"]?.string != nil)
        #expect(root["outcome"]?.string == "allow")
        #expect(try run(desk, "reserve", ["--json"], input: Self.request("r", 2)).output == reserved.output)
        let released = try JSONDocument.parse(run(desk, "release", ["--json", "r"]).output).root
        #expect(released["outcome"]?.string == "released")
        #expect(released["reserved_as"]?.int64 == 1)
    }

    @Test("check, options and counter-offers see what is reserved")
    func isSeen() throws {
        let desk = try CapFolder(cap: 3)
        _ = try run(desk, "reserve", input: Self.request("r", 2))
        let asked =
            #"{"type": "coupon.issue", "time": "2999-01-01T00:00:00Z", "customer": {"id": "cu-1"}, "#
            + #""data": {"count": 2}}"#
        // By then it has run out; now it has not.
        #expect(try run(desk, "check", input: asked).status == 0)
        let now = ISO8601DateFormatter().string(from: Date().addingTimeInterval(2))
        let soon = asked.replacing("2999-01-01T00:00:00Z", with: now)
        let check = try run(desk, "check", input: soon)
        #expect(check.status == 12)
        #expect(check.output.contains("count 1"), "\(check.output)")
        let options = try run(desk, "options", ["--action", "coupon.issue", "--as-of", now, "-"], input: soon)
        #expect(options.output.contains("denied"), "\(options.output)")
    }
}
