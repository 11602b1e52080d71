import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite("leeway record decides and uses; leeway check looks and uses nothing")
struct RecordCommandTests {
    private static func request(_ id: String, _ count: Int, time: String = "2025-11-20T09:00:00Z") -> String {
        """
        {"id": "\(id)", "type": "coupon.issue", "time": "\(time)", "customer": {"id": "cu-1"}, \
        "data": {"count": \(count)}}\n
        """
    }

    private func run(
        _ desk: CapFolder, _ command: String, _ input: String, _ more: [String] = []
    ) throws -> ProgramRun {
        try runLeeway(
            [command, "-r", ".", "--ledger", "used.ledger"] + more, in: desk.url, input: Data(input.utf8))
    }

    @Test(
        "as check answers, with the same exit statuses, and the sequence number",
        arguments: [
            ("record", 2, 0), ("record", 4, 12),
        ] as [(String, Int, Int32)])
    func decides(_ command: String, _ count: Int, _ status: Int32) throws {
        let desk = try CapFolder(cap: 3)
        let recorded = try run(desk, command, Self.request("1", count))
        #expect(recorded.status == status)
        #expect(recorded.output.hasSuffix("Recorded as 1.\n"))
        let again = try run(desk, command, Self.request("1", count))
        #expect(again.status == status)
        #expect(again.output.contains("recorded before as 1"))
    }

    @Test("check and options read the memory and use nothing")
    func looks() throws {
        let desk = try CapFolder(cap: 3)
        #expect(try run(desk, "check", Self.request("1", 2)).status == 66)
        #expect(try run(desk, "record", Self.request("1", 2)).status == 0)
        for _ in 1...3 { #expect(try run(desk, "check", Self.request("2", 1)).status == 0) }
        #expect(try run(desk, "check", Self.request("2", 2)).status == 12)
        let options = try run(desk, "options", Self.request("2", 2), ["--action", "coupon.issue", "-"])
        #expect(options.output.contains("denied"), "\(options.output)")
        #expect(try run(desk, "record", Self.request("2", 1)).status == 0)
        #expect(try run(desk, "check", Self.request("3", 1)).status == 12)
        let late = try run(desk, "check", Self.request("4", 1, time: "2025-11-19T09:00:00Z"))
        #expect(late.status == 65)
        #expect(late.errors.contains("remembers one of 2025-11-20T09:00:00Z"))
    }

    @Test("a first answer and a repeated one are the same bytes")
    func repeats() throws {
        let desk = try CapFolder(cap: 3)
        let first = try run(desk, "record", Self.request("1", 2), ["--json"])
        let second = try run(desk, "record", Self.request("1", 2), ["--json"])
        #expect(first.output == second.output)
        #expect(try JSONDocument.parse(first.output).root["sequence"]?.int64 == 1)
        let other = try run(desk, "record", Self.request("1", 1), ["--json"])
        #expect((other.status, other.output) == (65, ""))
        #expect(other.errors.contains("the key `1` stands for another event, entry 1"))
    }

    @Test("an event needs an id or a key")
    func keys() throws {
        let desk = try CapFolder(cap: 3)
        let flags = ["--action", "coupon.issue", "--field", "count=1", "--fact", "customer.id=cu-1"]
        let without = try run(desk, "record", "", flags)
        #expect(without.status == 64)
        #expect(without.errors.contains("--key"))
        #expect(try run(desk, "record", "", flags + ["--key", "k"]).status == 0)
        #expect(try run(desk, "record", "", flags + ["--key", "k"]).output.contains("recorded before as 1"))
    }

    @Test("a batch answers every row, in order")
    func batch() throws {
        let desk = try CapFolder(cap: 3)
        let input =
            Self.request("1", 2) + "no JSON\n" + Self.request("2", 2) + Self.request("1", 2) + Self.request("1", 1)
            + Self.request("3", 1, time: "2025-11-19T09:00:00Z") + Self.request("4", 1)
        let run = try run(desk, "record", input, ["--batch"])
        #expect(run.status == 65)
        let told = try run.output.split(separator: "\n").map { line in
            let root = try JSONDocument.parse(String(line)).root
            return "\(root["line"]?.int64 ?? 0) \(root["sequence"]?.int64 ?? 0) \(root["outcome"]?.string ?? "")"
        }
        #expect(told == ["1 1 allow", "2 0 error", "3 2 deny", "4 1 allow", "5 0 error", "6 0 error", "7 3 allow"])
    }

    @Test("show, verify and export")
    func ledger() throws {
        let desk = try CapFolder(cap: 3)
        _ = try run(desk, "record", Self.request("1", 2))
        _ = try run(desk, "record", Self.request("2", 2))
        let show = try runLeeway(["ledger", "show", "used.ledger"], in: desk.url)
        #expect(show.output.hasPrefix("2 recorded, 1 went ahead\n  allow 1, deny 1\n  2 by cap 1, sha256:"))
        let verify = try runLeeway(["ledger", "verify", "-r", ".", "used.ledger"], in: desk.url)
        #expect(verify.output == "2 entries read, 2 decided again: everything is as it was written\n")
        #expect(try desk.entries().map(\.outcome) == ["allow", "deny"])
    }

    @Test("what lies ahead is refused, since it would lock out what comes before it")
    func ahead() throws {
        let desk = try CapFolder(cap: 3)
        let run = try run(desk, "record", Self.request("1", 1, time: "2999-01-01T00:00:00Z"))
        #expect((run.status, run.output) == (65, ""))
        #expect(run.errors.contains("more than 5min after the clock of this machine"))
        #expect(run.errors.contains("let more pass with --ahead"))
        let batch = try self.run(desk, "record", Self.request("1", 1, time: "2999-01-01T00:00:00Z"), ["--batch"])
        #expect(batch.status == 65)
        #expect(batch.output.contains("after the clock of this machine"))
        let soon = ISO8601DateFormatter().string(from: Date().addingTimeInterval(3_600))
        #expect(try self.run(desk, "record", Self.request("1", 1, time: soon)).status == 65)
        #expect(try self.run(desk, "record", Self.request("1", 1, time: soon), ["--ahead", "2h"]).status == 0)
    }

    @Test("what cannot be written is no permit")
    func cannotWrite() throws {
        let desk = try CapFolder(cap: 3)
        try FileManager.default.createDirectory(
            at: desk.url.appending(path: "used.ledger"), withIntermediateDirectories: true)
        let run = try run(desk, "record", Self.request("1", 2))
        #expect(run.status == 74)
        #expect(run.output == "")
        #expect(run.errors.contains("take it as not permitted"))
    }
}
