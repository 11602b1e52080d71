import RulebookEngine
import Testing

@Suite("A step is held by reason, by rank, or by the approval of somebody else")
struct ActorTests {
    private static let ladder = """
        ladder:
          on: act
          allowance:
            sum: event.count
            window: each
            steps: [{up_to: 1}, {under: 4, needs: reason}, {up_to: 10, needs: approval, from: supervisor}]
        """
    private static let reason = #","reason":"parcel was late""#
    private static func agent(_ role: String, id: String = "a-1") -> String {
        #","agent":{"id":"\#(id)","role":"\#(role)"}"#
    }
    private static func approval(_ role: String, by: String = "s-1") -> String {
        #","approval":{"by":"\#(by)","role":"\#(role)"}"#
    }

    static let cases: [(count: Int, members: String, outcome: String, status: String)] = [
        (0, "", "allow", "met"), (1, "", "allow", "met"), (2, "", "justify", "missed"),
        (2, reason, "allow", "discretion"), (3, #","reason":"""#, "justify", "missed"),
        (3, #","reason":" \t ""#, "justify", "missed"), (3, #","reason":null"#, "justify", "missed"),
        (4, reason, "escalate to supervisor", "missed"), (10, agent("agent"), "escalate to supervisor", "missed"),
        (10, agent("supervisor"), "justify", "missed"), (10, agent("supervisor") + reason, "allow", "discretion"),
        (10, agent("manager") + reason, "allow", "discretion"),
        (10, agent("senior") + reason, "escalate to supervisor", "missed"),
        (10, agent("agent") + approval("supervisor"), "allow", "discretion"),
        (10, agent("agent") + approval("manager"), "allow", "discretion"),
        (10, agent("agent") + approval("senior"), "escalate to supervisor", "missed"),
        // Nobody approves himself, whatever role he claims for it.
        (10, agent("agent") + approval("supervisor", by: "a-1"), "escalate to supervisor", "missed"),
        (10, agent("supervisor") + approval("supervisor", by: "a-1"), "justify", "missed"),
        // The actor is not known: the approval is somebody's.
        (10, approval("supervisor"), "allow", "discretion"),
        // An equal has no more to give than the actor himself.
        (10, agent("supervisor") + approval("supervisor"), "justify", "missed"),
        (10, agent("supervisor") + approval("manager"), "allow", "discretion"),
        // An approval from above does for a reason, so that less is never refused where more is allowed.
        (3, agent("agent") + approval("supervisor"), "allow", "discretion"),
        (3, agent("agent") + approval("senior"), "allow", "discretion"),
        (3, agent("senior") + approval("agent"), "justify", "missed"),
        (11, agent("manager") + reason + approval("manager"), "deny", "missed"),
    ]

    @Test(arguments: cases)
    func holds(count: Int, members: String, outcome: String, status: String) throws {
        let fixture = try RulebookFixture(DecisionWorld.rulebook(Self.ladder))
        let decision = try fixture.decide("{\"type\":\"act\",\"data\":{\"count\":\(count)}\(members)}")
        #expect(DecisionWorld.outcome(decision) == outcome)
        #expect(fixture.statuses(decision) == ["ladder": status])
    }

    private static func approvals(_ given: (role: String, by: String)...) -> String {
        let list = given.map { #"{"by":"\#($0.by)","role":"\#($0.role)"}"# }.joined(separator: ",")
        return #","approval":[\#(list)]"#
    }

    @Test(
        "a step that asks several people",
        arguments: [
            ("", "escalate to manager"), (agent("agent") + approval("manager"), "escalate to supervisor"),
            (agent("agent") + approval("supervisor"), "escalate to manager"),
            (agent("agent") + approvals(("supervisor", "s-1"), ("manager", "m-1")), "allow"),
            (agent("agent") + approvals(("manager", "m-1"), ("manager", "m-2")), "allow"),
            (agent("agent") + approvals(("supervisor", "s-1"), ("supervisor", "s-2")), "escalate to manager"),
            // Whoever says yes twice is one person, and counts with the higher of his roles.
            (agent("agent") + approvals(("supervisor", "m-1"), ("manager", "m-1")), "escalate to supervisor"),
            (agent("agent") + approvals(("supervisor", "s-1"), ("manager", "a-1")), "escalate to manager"),
            // An actor of a rank stands for one of them, with a reason; the other is for somebody else.
            (agent("manager") + reason, "escalate to supervisor"),
            (agent("manager") + reason + approval("supervisor"), "allow"),
            (agent("manager") + approval("supervisor"), "justify"),
            (agent("supervisor") + reason + approval("supervisor"), "escalate to manager"),
            (agent("supervisor") + reason + approval("manager"), "allow"),
        ])
    func severalPeople(_ members: String, _ outcome: String) throws {
        let fixture = try RulebookFixture(
            DecisionWorld.rulebook(
                Self.ladder.replacing("from: supervisor", with: "from: [manager, supervisor]")))
        let decision = try fixture.decide("{\"type\":\"act\",\"data\":{\"count\":10}\(members)}")
        #expect(DecisionWorld.outcome(decision) == outcome)
    }

    @Test(
        "a reason of a least length",
        arguments: [
            ("", "justify", "; no reason was given, and it must have at least 12"),
            ("late parcel", "justify", "; the reason has 11 characters, and it must have at least 12"),
            (
                "          late parcel          ", "justify",
                "; the reason has 11 characters, and it must have at least 12"
            ),
            ("            ", "justify", "; no reason was given, and it must have at least 12"),
            ("late parcels", "allow", ""), ("zapoznel 📦 Ž", "allow", ""),
        ])
    func lengthOfReason(_ reason: String, _ outcome: String, _ says: String) throws {
        for standard in [
            Self.ladder.replacing("needs: reason", with: "needs: {reason: {at_least: 12}}"),
            "a:\n  on: act\n  require: event.count > 5\n  otherwise: {justify: {at_least: 12}}",
        ] {
            let fixture = try RulebookFixture(DecisionWorld.rulebook(standard))
            let decision = try fixture.decide(#"{"type":"act","data":{"count":2},"reason":"\#(reason)"}"#)
            #expect(DecisionWorld.outcome(decision) == outcome)
            let message = Explainer(fixture.compiled).explain(decision).map(\.message).joined()
            #expect(says.isEmpty ? !message.contains("must have") : message.hasSuffix(says), "\(message)")
        }
    }

    @Test(arguments: [
        ("justify", "", "justify"), ("justify", reason, "allow"), ("{escalate: senior}", reason, "escalate to senior"),
        ("{escalate: senior}", agent("agent") + approval("senior"), "allow"),
        ("{escalate: senior}", agent("senior") + reason, "allow"), ("deny", reason + approval("manager"), "deny"),
    ])
    func consequencesAreHeldAlike(otherwise: String, members: String, outcome: String) throws {
        let fixture = try RulebookFixture(
            DecisionWorld.rulebook("only: {on: act, require: 'false', otherwise: \(otherwise)}"))
        #expect(DecisionWorld.outcome(try fixture.decide("{\"type\":\"act\"\(members)}")) == outcome)
    }

    @Test
    func aLadderMayBeComputedAndEndWithoutALimit() throws {
        let fixture = try RulebookFixture(
            DecisionWorld.rulebook(
                """
                ladder:
                  on: act
                  allowance:
                    sum: event.count
                    window: each
                    steps: [{up_to: customer.points}, {needs: approval, from: manager}]
                """))
        func outcome(_ json: String) throws -> String { DecisionWorld.outcome(try fixture.decide(json)) }
        #expect(try outcome(#"{"type":"act","data":{"count":5},"customer":{"points":5}}"#) == "allow")
        #expect(try outcome(#"{"type":"act","data":{"count":6},"customer":{"points":5}}"#) == "escalate to manager")
        #expect(try outcome(#"{"type":"act","data":{"count":6},"customer":{}}"#) == "undetermined: customer.points")
        #expect(try outcome(#"{"type":"act","customer":{"points":5}}"#) == "undetermined: event.count")
    }

    @Test
    func aLimitThatCannotBeComputedCloses() throws {
        let fixture = try RulebookFixture(
            DecisionWorld.rulebook(
                """
                ladder:
                  on: act
                  allowance: {sum: event.count, window: each, steps: [{up_to: 10 / customer.points}, {needs: reason}]}
                """))
        let decision = try fixture.decide(#"{"type":"act","reason":"x","data":{"count":1},"customer":{"points":0}}"#)
        #expect(decision.outcome == .deny)
    }
}
