import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite("leeway approve keeps a yes to one exact action")
struct ApproveCommandTests {
    private static let rulebook = """
        rulebook: desk
        version: 1
        timeZone: UTC
        currency: EUR
        unlisted: deny
        roles: [agent, supervisor]
        entities:
          agent: {role: role}
          customer: {tier: string}
        actions:
          coupon.issue: {about: [customer], fields: {count: int}}
        standards:
          cap:
            on: coupon.issue
            allowance:
              sum: event.count
              per: customer
              window: lifetime
              steps: [{up_to: 3}, {up_to: 9, needs: approval, from: supervisor}]
        """

    private static func request(_ id: String, approval: String = "") -> String {
        let approval = approval.isEmpty ? "" : #", "approval": \#(approval)"#
        return #"{"id": "\#(id)", "type": "coupon.issue", "agent": {"id": "a-1", "role": "agent"}, "#
            + #""customer": {"id": "cu-1"}, "data": {"count": 5}\#(approval)}"# + "\n"
    }

    private func desk() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.rulebook, to: "rulebook.yaml")
        return folder
    }

    private func run(
        _ folder: TemporaryFolder, _ command: String, _ more: [String] = [], input: String
    ) throws -> ProgramRun {
        try runLeeway(
            [command, "-r", ".", "--ledger", "used.ledger"] + more, in: folder.url, input: Data(input.utf8))
    }

    @Test("the id on the first line, and the action that names it goes ahead once")
    func once() throws {
        let folder = try desk()
        #expect(try run(folder, "record", input: Self.request("0")).status == 11)
        let approved = try run(folder, "approve", ["--by", "s-9", "--role", "supervisor"], input: Self.request("x"))
        #expect(approved.status == 0)
        let id = String(approved.output.prefix { $0 != "\n" })
        #expect(id.hasPrefix("ap-") && id.count == 19)
        #expect(approved.output.contains("let the action say \"approval\": {\"id\": \"\(id)\"}"))
        let named = Self.request("1", approval: #"{"id": "\#(id)"}"#)
        let check = try run(folder, "check", input: named)
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        // What may be done here is told with the same approval.
        let options = try run(folder, "options", ["--json", "-"], input: named)
        #expect(options.status == 0, "\(options.errors)")
        #expect(options.output.contains("\"outcome\": \"allow\""), "\(options.output)")
        let open = try run(folder, "options", ["--json", "-"], input: Self.request("1"))
        #expect(open.output.contains("\"outcome\": \"escalate\""), "\(open.output)")
        let other = try run(folder, "options", ["-"], input: Self.request("1", approval: #"{"id": "ap-0"}"#))
        #expect(other.status == 65)
        #expect(try run(folder, "record", input: named).status == 0)
        let again = try run(folder, "record", input: Self.request("2", approval: #"{"id": "\#(id)"}"#))
        #expect((again.status, again.output) == (65, ""))
        #expect(again.errors.contains("was used for `1`, entry 3, and holds once"))
        let batch = try run(
            folder, "record", ["--batch"], input: Self.request("3", approval: #"{"id": "\#(id)"}"#))
        #expect(batch.status == 65)
        #expect(batch.output.contains("EV0112"))
        let verify = try runLeeway(["ledger", "verify", "-r", ".", "used.ledger"], in: folder.url)
        #expect(verify.output == "3 entries read, 2 decided again: everything is as it was written\n")
        let show = try runLeeway(["ledger", "show", "used.ledger"], in: folder.url)
        #expect(show.output.contains("\n  1 approvals\n"), "\(show.output)")
    }

    @Test("what an event tells of an approval is refused, unless the caller answers for it")
    func told() throws {
        let folder = try desk()
        let told = Self.request("1", approval: #"{"by": "s-9", "role": "supervisor"}"#)
        for command in ["record", "reserve"] {
            let run = try run(folder, command, input: told)
            #expect((run.status, run.output) == (65, ""))
            #expect(run.errors.contains("the ledger believes only those that it holds"))
            #expect(run.errors.contains("--trust-approvals"))
        }
        #expect(try run(folder, "check", input: told).status == 65)
        #expect(try run(folder, "check", ["--trust-approvals"], input: told).status == 0)
        #expect(try run(folder, "record", ["--trust-approvals"], input: told).status == 0)
        for (by, role, says) in [
            ("s-9", "agent", "The approval of `s-9` (agent) is not enough here"),
            ("a-1", "supervisor", "`a-1` acts, and nobody approves his own action"),
        ] {
            let weak = Self.request("2", approval: #"{"by": "\#(by)", "role": "\#(role)"}"#)
                .replacing("cu-1", with: "cu-2")
            let run = try run(folder, "check", ["--trust-approvals"], input: weak)
            #expect(run.status == 11)
            #expect(run.output.contains(says), "\(run.output)")
        }
        // Without a ledger there is nothing to hold it against.
        let plain = try runLeeway(
            ["check", "-r", "."], in: folder.url,
            input: Data(Self.request("1", approval: #"{"id": "ap-1"}"#).utf8))
        #expect(plain.errors.contains("only a ledger knows the approval `ap-1`"))
    }

    @Test(
        "a yes that would say nothing",
        arguments: [
            (["--by", "a-1", "--role", "supervisor"], "`a-1` acts, and nobody approves his own action"),
            (["--by", "s-9", "--role", "agent"], "an agent cannot approve this: it needs at least a supervisor"),
            (["--by", "s-9", "--role", "boss"], "there is no role `boss`"),
            (
                ["--by", "s-9", "--role", "supervisor", "--at", "2999-01-01T00:00:00Z"],
                "after the clock of this machine"
            ),
        ])
    func useless(_ arguments: [String], _ says: String) throws {
        let folder = try desk()
        let run = try run(folder, "approve", arguments, input: Self.request("x"))
        #expect((run.status, run.output) == (65, ""))
        #expect(run.errors.contains(says), "\(run.errors)")
    }

    @Test("as JSON, with its digest")
    func json() throws {
        let folder = try desk()
        let run = try run(
            folder, "approve", ["--by", "s-9", "--role", "supervisor", "--key", "ap-1", "--json"],
            input: Self.request("x"))
        let root = try JSONDocument.parse(run.output).root
        #expect(root["kind"]?.string == "approval")
        #expect(root["key"]?.string == "ap-1")
        #expect(root["by"]?.string == "s-9")
        #expect(root["action_digest"]?.string?.hasPrefix("sha256:") == true)
        #expect(root["expires"]?.string != nil)
    }
}
