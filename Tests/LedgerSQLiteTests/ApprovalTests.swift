import CEL
import LedgerSQLite
import RulebookEngine
import RulebookModel
import Testing

@Suite("An approval holds for one exact action, once, and for a while")
struct ApprovalTests {
    static let yaml = LedgerDesk.yaml
        .replacing("roles: [agent, supervisor]", with: "roles: [agent, supervisor, manager]")
        .replacing(
            "- {up_to: 3, needs: reason}",
            with: """
                - {up_to: 3, needs: reason}
                        - {up_to: 10, needs: approval, from: supervisor}
                        - {up_to: 20, needs: approval, from: [supervisor, manager]}
                """)

    private static func action(
        _ id: String, count: Int = 5, customer: String = "cu-1", agent: String = #"{"id": "a-1", "role": "agent"}"#,
        time: String? = nil, approval: String? = nil, more: String = ""
    ) -> String {
        let time = time.map { #", "time": "\#($0)""# } ?? ""
        let approval = approval.map { #", "approval": \#($0)"# } ?? ""
        return """
            {"id": "\(id)", "type": "coupon.issue"\(time)\(approval)\(more), "agent": \(agent), \
            "customer": {"id": "\(customer)"}, "data": {"count": \(count)}}
            """
    }

    private static func approve(
        _ desk: LedgerDesk, _ ledger: SQLiteLedger, _ json: String, id: String = "ap-1", by: String = "s-9",
        role: String = "supervisor", span: String = "24h", at time: String? = nil
    ) throws -> LedgerAnswer {
        try ledger.answer(
            .approve(
                ApprovalProposal(
                    of: try desk.proposal(json).event, id: id, by: by, role: role,
                    at: time.flatMap { CELTimestamp(parsing: $0) }, lasting: TimeSpan(parsing: span))))
    }

    private static func problem(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let error as LedgerError {
            #expect(error.help != nil)
            return error.message
        } catch {
            return "\(error)"
        }
    }

    @Test("the very action goes ahead, once")
    func once() throws {
        let desk = try LedgerDesk(Self.yaml)
        let ledger = try desk.open()
        #expect(try ledger.outcome(desk.proposal(Self.action("1"))) == "escalate")
        let approval = try Self.approve(desk, ledger, Self.action("any"))
        #expect(approval.entry.outcome == "approved")
        #expect(approval.entry.expires == "2026-11-21T00:00:00Z")
        #expect(try Self.approve(desk, ledger, Self.action("any")).isRepeated)
        #expect(throws: LedgerError.conflict(key: "ap-1", sequence: 2)) {
            try Self.approve(desk, ledger, Self.action("any", count: 6))
        }
        // The id, the reason, the channel and the conversation are nobody's business.
        let request = try desk.proposal(
            Self.action("2", approval: #"{"id": "ap-1"}"#, more: #", "reason": "so", "channel": "phone""#))
        #expect(try ledger.outcome(request) == "allow")
        #expect(try ledger.record(request, rendering: LedgerDesk.render).isRepeated)
        let again = Self.problem {
            _ = try ledger.outcome(desk.proposal(Self.action("3", approval: #"{"id": "ap-1"}"#)))
        }
        #expect(again == "the approval `ap-1` was used for `2`, entry 3, and holds once")
        #expect(try LedgerReader(at: desk.path).verify(deciding: desk.compiled).problems == [])
        #expect(try desk.open().memory() == ledger.memory())
        // Another process knows the same.
        let other = Self.problem {
            _ = try desk.open().outcome(desk.proposal(Self.action("3", approval: #"{"id": "ap-1"}"#)))
        }
        #expect(other == again)
    }

    @Test(
        "what differs is named",
        arguments: [
            (action("2", count: 6, approval: #"{"id": "ap-1"}"#), "`data.count` differs"),
            (action("2", customer: "cu-2", approval: #"{"id": "ap-1"}"#), "`customer.id` differs"),
            (
                action("2", agent: #"{"id": "a-2", "role": "supervisor"}"#, approval: #"{"id": "ap-1"}"#),
                "`agent.id`, `agent.role` differ"
            ),
            (action("2", approval: #"{"id": "ap-1"}"#, more: #", "case": "c-1""#), "`case` differs"),
        ])
    func otherAction(_ json: String, _ what: String) throws {
        let desk = try LedgerDesk(Self.yaml)
        let ledger = try desk.open()
        _ = try Self.approve(desk, ledger, Self.action("1"))
        let told = Self.problem { _ = try ledger.outcome(desk.proposal(json)) }
        #expect(told == "the approval `ap-1` is for another action: \(what)")
    }

    @Test("each failure has words of its own")
    func failures() throws {
        let desk = try LedgerDesk(Self.yaml)
        let ledger = try desk.open()
        func record(_ json: String) -> String? { Self.problem { _ = try ledger.outcome(desk.proposal(json)) } }
        #expect(record(Self.action("1", approval: #"{"id": "ap-0"}"#)) == "the ledger holds no approval `ap-0`")
        #expect(
            record(Self.action("1", approval: #"{"by": "s-9", "role": "supervisor"}"#))
                == "the event tells of an approval by `s-9`, and the ledger believes only those that it holds")
        _ = try Self.approve(desk, ledger, Self.action("1"), span: "1h")
        #expect(
            record(Self.action("1", time: "2026-11-20T01:00:00Z", approval: #"{"id": "ap-1"}"#))
                == "the approval `ap-1` held until 2026-11-20T01:00:00Z, and this is 2026-11-20T01:00:00Z")
        #expect(record(Self.action("1", time: "2026-11-20T00:59:59Z", approval: #"{"id": "ap-1"}"#)) == nil)
        let newer = try LedgerDesk(Self.yaml.replacing("version: 1", with: "version: 2"))
        _ = try Self.approve(desk, ledger, Self.action("1", customer: "cu-3"), id: "ap-3")
        let moved = try SQLiteLedger(at: desk.path, deciding: newer.compiled, clock: LedgerDesk.clock)
        let told = Self.problem {
            _ = try moved.outcome(newer.proposal(Self.action("3", customer: "cu-3", approval: #"{"id": "ap-3"}"#)))
        }
        #expect(
            told == "the approval `ap-3` was given under version 1 of the rulebook, and this is another, version 2")
    }

    @Test("a yes that would say nothing is not kept")
    func useless() throws {
        let desk = try LedgerDesk(Self.yaml)
        let ledger = try desk.open()
        func approve(_ json: String, by: String = "s-9", role: String = "supervisor") -> String? {
            Self.problem { _ = try Self.approve(desk, ledger, json, by: by, role: role) }
        }
        #expect(approve(Self.action("1"), by: "a-1") == "`a-1` acts, and nobody approves his own action")
        #expect(
            approve(Self.action("1"), role: "agent") == "an agent cannot approve this: it needs at least a supervisor")
        #expect(approve(Self.action("1", count: 1)) == "the action needs no approval: it comes to allow")
        #expect(approve(Self.action("1", count: 99)) == "no approval would help: the action comes to deny")
        #expect(
            approve(Self.action("1", agent: #"{"role": "agent"}"#))
                == "the action does not say who acts, and nobody approves his own action")
        #expect(try LedgerReader(at: desk.path).summary().sequence == 0)
    }

    @Test("a step may ask several people")
    func several() throws {
        let desk = try LedgerDesk(Self.yaml)
        let ledger = try desk.open()
        let big = Self.action("1", count: 15)
        _ = try Self.approve(desk, ledger, big, id: "ap-s", by: "s-1")
        _ = try Self.approve(desk, ledger, big, id: "ap-s2", by: "s-2")
        _ = try Self.approve(desk, ledger, big, id: "ap-m", by: "m-1", role: "manager")
        _ = try Self.approve(desk, ledger, big, id: "ap-m2", by: "m-1", role: "manager")
        func outcome(_ key: String, _ ids: String...) throws -> String {
            let list = ids.map { #"{"id": "\#($0)"}"# }.joined(separator: ", ")
            return try ledger.outcome(desk.proposal(Self.action(key, count: 15, approval: "[\(list)]")))
        }
        #expect(try outcome("1", "ap-s") == "escalate")
        #expect(try outcome("2", "ap-s", "ap-s2") == "escalate")
        // The same person twice is one person.
        #expect(try outcome("3", "ap-m", "ap-m2") == "escalate")
        // What was refused used nothing.
        #expect(try outcome("4", "ap-m", "ap-s") == "allow")
        let used = Self.problem { _ = try outcome("5", "ap-m2", "ap-s") }
        #expect(used?.hasPrefix("the approval `ap-s` was used for `4`") == true)
        #expect(try LedgerReader(at: desk.path).verify(deciding: desk.compiled).problems == [])
    }

    @Test("a reservation uses it, and its commit needs no other")
    func reserved() throws {
        let desk = try LedgerDesk(Self.yaml)
        let ledger = try desk.open()
        _ = try Self.approve(desk, ledger, Self.action("1"), span: "5min")
        #expect(try ledger.reserve(desk.proposal(Self.action("r", approval: #"{"id": "ap-1"}"#)), for: "1h") == "allow")
        let used = Self.problem {
            _ = try ledger.outcome(desk.proposal(Self.action("2", approval: #"{"id": "ap-1"}"#)))
        }
        #expect(used == "the approval `ap-1` was used for `r`, entry 2, and holds once")
        #expect(try ledger.commit("r", at: "2026-11-20T00:30:00Z") == "allow")
        #expect(try LedgerReader(at: desk.path).verify(deciding: desk.compiled).problems == [])
    }

    @Test("a caller who checks approvals himself may say so")
    func told() throws {
        let desk = try LedgerDesk(Self.yaml)
        let ledger = try SQLiteLedger(
            at: desk.path, deciding: desk.compiled, trusting: .told, clock: LedgerDesk.clock)
        let told = #"{"by": "s-9", "role": "supervisor"}"#
        #expect(try ledger.outcome(desk.proposal(Self.action("1", approval: told))) == "allow")
        // What the ledger holds is as the ledger says, whatever the event tells of it.
        _ = try Self.approve(desk, ledger, Self.action("2", customer: "cu-2"), id: "ap-2")
        let dressed = #"{"id": "ap-2", "by": "m-1", "role": "manager"}"#
        let request = try desk.proposal(Self.action("2", customer: "cu-2", approval: dressed))
        let answer = try ledger.record(request, rendering: LedgerDesk.render)
        #expect(answer.entry.outcome == "allow")
        #expect(answer.entry.event.contains(#""by":"s-9""#))
        #expect(try LedgerReader(at: desk.path).verify(deciding: desk.compiled).problems == [])
    }

    @Test("a decision without being recorded holds approvals to the same")
    func looks() throws {
        let desk = try LedgerDesk(Self.yaml)
        let ledger = try desk.open()
        _ = try Self.approve(desk, ledger, Self.action("1"))
        let reader = try SQLiteLedger(
            at: desk.path, deciding: desk.compiled, for: .reading, clock: LedgerDesk.clock)
        let event = try desk.proposal(
            Self.action("1", time: "2026-11-20T00:00:00Z", approval: #"{"id": "ap-1"}"#)
        ).event
        let decider = desk.compiled.makeDecider(memory: try reader.memory())
        #expect(decider.decide(event).outcome == .escalate)
        let approved = try reader.approved(event)
        #expect(approved.approvals.map(\.by) == ["s-9"])
        let other = try desk.proposal(Self.action("1", count: 6, approval: #"{"id": "ap-1"}"#)).event
        #expect(throws: LedgerError.self) { try reader.approved(other) }
    }
}
