import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite("leeway watch tells what happens to a log, as lines for people or for programs")
struct WatchCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            rulebook: desk
            version: 7
            timeZone: Europe/Ljubljana
            entities: {customer: {tier: string}}
            actions: {coupon.issue: {about: [customer], fields: {count: int}}, refund.give: }
            events: {asked: {about: [customer]}, answered: {about: [customer]}}
            standards:
              answers: {title: First answer, severity: critical, timeline: {after: asked, expect: answered, per: customer, within: 1h}}
              coupons: {on: coupon.issue, force: should, require: event.count <= 2}
            """, to: "desk/rulebook.yaml")
        try folder.write(Self.rows.joined(separator: "\n") + "\n", to: "log.jsonl")
    }

    private static let rows = [
        #"{"id":"q1","type":"asked","time":"2026-11-20T09:00:00Z","customer":{"id":"c1"}}"#,
        #"{"id":"q2","type":"asked","time":"2026-11-20T09:30:00Z","customer":{"id":"c2"}}"#,
        #"{"id":"k1","type":"coupon.issue","time":"2026-11-20T09:29:00Z","customer":{"id":"c1"},"data":{"count":3}}"#,
        #"{"id":"r1","type":"refund.give","time":"2026-11-20T09:55:00Z"}"#,
        #"{"id":"k2","type":"coupon.issue","time":"2026-11-20T09:00:01Z","data":{"count":1}}"#,
        "nonsense",
        #"{"id":"a2","type":"answered","time":"2026-11-20T10:10:00Z","customer":{"id":"c2"}}"#,
        #"{"id":"q3","type":"asked","time":"2026-11-20T10:11:00Z","customer":{"id":"c3"}}"#,
    ]

    private static let arguments = [
        "watch", "-r", "desk", "--once", "--lateness", "5min", "--warn", "10min", "log.jsonl",
    ]

    @Test("in words")
    func text() throws {
        let run = try runLeeway(Self.arguments, in: folder.url)
        #expect(try Golden.difference(of: Array(run.output.utf8), from: "LeewayCommandsTests/Golden/watch.txt") == nil)
        #expect(run.errors == "")
        #expect(run.status == 65)
    }

    @Test("as JSON Lines")
    func json() throws {
        let run = try runLeeway(Self.arguments + ["--json"], in: folder.url)
        let digest = try #require(run.output.firstMatch(of: /sha256:[0-9a-f]{64}/)).output
        let lines = run.output.replacing(digest, with: "sha256:…")
        #expect(try Golden.difference(of: Array(lines.utf8), from: "LeewayCommandsTests/Golden/watch.jsonl") == nil)
        #expect(run.status == 65)
    }

    @Test("what ran out before the instant is over")
    func asOf() throws {
        let run = try runLeeway(
            Self.arguments + ["--findings", "decided", "--as-of", "2026-11-20T12:00:00Z"], in: folder.url)
        #expect(run.output.contains("✗ missed answers (critical), asked q3"))
        #expect(!run.output.contains("pending"))
        #expect(run.output.contains("✓ met answers"))
    }

    @Test("a pipe is read to its end")
    func pipe() throws {
        let run = try runShell(
            "(head -n 2 log.jsonl; sleep 0.5; tail -n 2 log.jsonl) | leeway watch -r desk --once -", in: folder.url)
        #expect(run.output.contains("4 rows read, 4 events"))
        #expect(run.status == 0)
    }

    @Test("Ctrl-C ends it with a summary")
    func interrupt() throws {
        let output = folder.url.appending(path: "out.txt")
        try Data().write(to: output)
        let process = Process()
        process.executableURL = productsFolder.appending(path: "leeway")
        process.arguments = ["watch", "-r", "desk", "--clock", "log", "--color", "never", "log.jsonl"]
        process.currentDirectoryURL = folder.url
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        func told() throws -> String { String(decoding: try Data(contentsOf: output), as: UTF8.self) }
        for _ in 0..<300 where try !told().contains("missed answers") { Thread.sleep(forTimeInterval: 0.1) }
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 65)
        let said = try told()
        #expect(
            said.hasSuffix(
                """
                8 rows read, 5 events, 1 problem of rows, 2 events too late, 1 event not judged
                1 missed, 1 pending, 1 met
                1 clock still open at the end

                """), "\(said)")
    }

    @Test(
        "a log that nobody can follow is refused",
        arguments: [("missing.jsonl", 66), ("desk", 74)] as [(String, Int32)])
    func refused(_ log: String, _ status: Int32) throws {
        let run = try runLeeway(["watch", "-r", "desk", log], in: folder.url)
        #expect(run.status == status)
        #expect(run.errors.contains(log))
    }
}
