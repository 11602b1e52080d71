import Foundation
import TestSupport
import Testing

@Suite("An agent asks: may I?")
struct CheckCommandTests {
    private let care: CareFolder

    init() throws { care = try CareFolder() }

    @Test(
        "the exit status says what the action comes to",
        arguments: [
            ("allowed", 0), ("justify", 10), ("escalate", 11), ("denied", 12), ("undetermined", 13), ("unlisted", 10),
        ] as [(String, Int32)])
    func status(_ name: String, _ status: Int32) throws {
        let text = try care.run("check", "--rulebook", "care", "\(name).json")
        #expect(text.status == status)
        #expect(text.errors == "")
        let json = try care.run("check", "--rulebook", "care", "--json", "\(name).json")
        #expect(json.status == status)
    }

    @Test("people read what was decided, why, and what to do instead", arguments: CareFolder.events.keys.sorted())
    func text(_ name: String) throws {
        let run = try care.run("check", "--rulebook", "care", "\(name).json")
        let difference = try Golden.difference(
            of: Array(run.output.utf8), from: "LeewayCommandsTests/Golden/check-\(name).txt")
        #expect(difference == nil)
        for line in run.output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    }

    @Test("--trace shows every clause with its place")
    func trace() throws {
        let run = try care.run("check", "--rulebook", "care", "--trace", "escalate.json")
        let difference = try Golden.difference(
            of: Array(run.output.utf8), from: "LeewayCommandsTests/Golden/check-trace.txt")
        #expect(difference == nil)
    }

    @Test("programs read the same as JSON")
    func json() throws {
        let run = try care.run("check", "--rulebook", "care", "--json", "escalate.json")
        let difference = try Golden.difference(
            of: Array(run.output.utf8), from: "LeewayCommandsTests/Golden/check-escalate.json")
        #expect(difference == nil)
    }

    @Test("an event comes from flags, each value read by its declared type")
    func flags() throws {
        let run = try care.run(
            "check", "--rulebook", "care", "--action", "coupon.issue", "--field", "count=5", "--field", "value=10 EUR",
            "--fact", "customer.tier=gold", "--agent-role", "agent", "--as-of", "2026-11-20T09:14:03Z")
        #expect(run.status == 11)
        #expect(run.output.hasPrefix("✗ ESCALATE to supervisor: coupon.issue (count 5, value 10 EUR)\n"))
    }

    @Test("flags replace what a file says")
    func overlay() throws {
        #expect(try care.run("check", "-r", "care", "justify.json", "--reason", "late twice").status == 0)
        #expect(try care.run("check", "-r", "care", "denied.json", "--field", "count=1").status == 0)
        #expect(try care.run("check", "-r", "care", "escalate.json", "--agent-role", "supervisor").status == 10)
    }

    @Test("standard input is `-`")
    func standardInput() throws {
        let run = try care.run("check", "-r", "care", "-", input: try #require(CareFolder.events["denied"]))
        #expect(run.status == 12)
    }

    @Test("--no-offers leaves out what may be done instead")
    func offers() throws {
        #expect(try care.run("check", "-r", "care", "denied.json").output.contains("You may instead: count 1"))
        #expect(try !care.run("check", "-r", "care", "--no-offers", "denied.json").output.contains("instead"))
    }

    @Test("a language that the rulebook lacks is said, and its first is taken")
    func locale() throws {
        let policy = repositoryRoot.appending(path: "Policies/retail-care").path
        let event = repositoryRoot.appending(path: "Examples/quickstart/allowed.json").path
        let slovenian = try care.run("check", "-r", policy, "--locale", "sl", event)
        #expect(slovenian.output.contains("Oprostite"))
        #expect(slovenian.errors == "")
        let russian = try care.run("check", "-r", policy, "--locale", "ru", event)
        #expect(russian.status == 0)
        #expect(russian.output.contains("I am sorry"))
    }

    @Test("control characters of an input never reach the terminal")
    func escapes() throws {
        let event = #"{"type": "coupon.issue", "customer": {"id": "\u001b[31mred\u202e"}, "data": {"count": 1}}"#
        let run = try care.run("check", "-r", "care", "-", input: event)
        #expect(run.output.contains("\\u{1b}[31mred\\u{202e}"))
        #expect(!run.output.unicodeScalars.contains("\u{1B}"))
        #expect(!run.output.unicodeScalars.contains("\u{202E}"))
    }
}
