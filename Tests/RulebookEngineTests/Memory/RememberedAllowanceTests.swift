import CEL
import Testing

@testable import RulebookEngine

@Suite("An allowance counts what was used before, and adds this event")
struct RememberedAllowanceTests {
    private static let monthly = """
        standards:
          budget:
            on: use
            unless: event.kind == "training"
            when: event.count > 0
            allowance:
              sum: event.count
              per: customer
              window: {calendar: month}
              restored_by: {event: undo, of: event.count}
              steps: [{up_to: 3}, {up_to: 5, needs: reason}]
        """

    private func outcome(_ desk: MemoryDesk, _ count: Int, at time: String, customer: String? = "c1") throws -> Outcome
    {
        let event = try desk.event("use", at: time, customer: customer, data: "{\"count\": \(count), \"kind\": \"a\"}")
        return desk.decider.decide(event).outcome
    }

    private func happens(
        _ desk: MemoryDesk, _ type: String, _ data: String, at time: String, customer: String = "c1"
    ) throws {
        _ = desk.decider.decideAndRemember(try desk.event(type, at: time, customer: customer, data: data))
    }

    @Test func addsThisEventToWhatWasUsed() throws {
        let desk = try MemoryDesk(Self.monthly)
        #expect(try outcome(desk, 3, at: "2026-11-02T10:00:00+01:00") == .allow)
        try happens(desk, "use", #"{"count": 2, "kind": "a"}"#, at: "2026-11-02T10:00:00+01:00")
        #expect(try outcome(desk, 1, at: "2026-11-02T11:00:00+01:00") == .allow)
        #expect(try outcome(desk, 2, at: "2026-11-02T11:00:00+01:00") == .justify)
        #expect(try outcome(desk, 4, at: "2026-11-02T11:00:00+01:00") == .deny)
        #expect(try outcome(desk, 3, at: "2026-11-02T11:00:00+01:00", customer: "c2") == .allow)
        #expect(try outcome(desk, 3, at: "2026-12-01T00:00:00+01:00") == .allow)
        #expect(try outcome(desk, 3, at: "2026-11-02T11:00:00+01:00", customer: nil) == .undetermined)
    }

    @Test func countsWhereTheStandardAppliesAndExcusesNothing() throws {
        let desk = try MemoryDesk(Self.monthly)
        try happens(desk, "use", #"{"count": 2, "kind": "training"}"#, at: "2026-11-02T10:00:00+01:00")
        try happens(desk, "use", #"{"count": -2, "kind": "a"}"#, at: "2026-11-02T10:00:00+01:00")
        #expect(try outcome(desk, 3, at: "2026-11-02T11:00:00+01:00") == .allow)
        #expect(try outcome(desk, 4, at: "2026-11-02T11:00:00+01:00") == .justify)
    }

    @Test func anUnknownUseLeavesTheRestUnknownWhileItCounts() throws {
        let desk = try MemoryDesk(Self.monthly)
        try happens(desk, "use", #"{"kind": "a"}"#, at: "2026-11-02T10:00:00+01:00")
        #expect(try outcome(desk, 1, at: "2026-11-02T11:00:00+01:00") == .undetermined)
        #expect(try outcome(desk, 1, at: "2026-12-02T11:00:00+01:00") == .allow)
    }

    @Test func givesBackNoMoreThanWasUsed() throws {
        let desk = try MemoryDesk(Self.monthly)
        try happens(desk, "use", #"{"count": 3, "kind": "a"}"#, at: "2026-11-02T10:00:00+01:00")
        try happens(desk, "undo", #"{"count": 2}"#, at: "2026-11-02T10:30:00+01:00")
        #expect(try outcome(desk, 2, at: "2026-11-02T11:00:00+01:00") == .allow)
        #expect(try outcome(desk, 3, at: "2026-11-02T11:00:00+01:00") == .justify)
        try happens(desk, "undo", #"{"count": 9}"#, at: "2026-11-02T11:30:00+01:00")
        #expect(try outcome(desk, 3, at: "2026-11-02T12:00:00+01:00") == .allow)
        #expect(try outcome(desk, 4, at: "2026-11-02T12:00:00+01:00") == .justify)
    }

    @Test func givesBackTheLatestUseOfARollingWindow() throws {
        let desk = try MemoryDesk(
            """
            standards:
              budget:
                on: use
                allowance:
                  sum: event.count
                  per: customer
                  window: {rolling: 2h}
                  restored_by: {event: undo, of: event.count}
                  steps: {up_to: 5}
            """)
        try happens(desk, "use", #"{"count": 2}"#, at: "2026-11-02T10:00:00Z")
        try happens(desk, "use", #"{"count": 3}"#, at: "2026-11-02T11:00:00Z")
        try happens(desk, "undo", #"{"count": 4}"#, at: "2026-11-02T11:10:00Z")
        // One of the first use is left, and leaves at noon.
        #expect(try outcome(desk, 4, at: "2026-11-02T11:59:59Z") == .allow)
        #expect(try outcome(desk, 5, at: "2026-11-02T11:59:59Z") == .deny)
        #expect(try outcome(desk, 5, at: "2026-11-02T12:00:00Z") == .allow)
    }

    @Test func takesTheGreatestOfAll() throws {
        let desk = try MemoryDesk(
            """
            standards:
              peak:
                on: use
                allowance: {max: event.count, per: customer, window: {calendar: day}, steps: [{up_to: 3}, {needs: reason}]}
            """)
        try happens(desk, "use", #"{"count": 4}"#, at: "2026-11-02T10:00:00Z")
        #expect(try outcome(desk, 1, at: "2026-11-02T11:00:00Z") == .justify)
        #expect(try outcome(desk, 1, at: "2026-11-03T11:00:00Z") == .allow)
    }

    @Test func amountsOfTwoCurrenciesAreAnErrorThatCloses() throws {
        let desk = try MemoryDesk(
            """
            standards:
              spend:
                on: use
                allowance: {sum: event.value, per: customer, window: lifetime, steps: {up_to: 50 EUR}}
            """)
        try happens(desk, "use", #"{"value": "10 EUR"}"#, at: "2026-11-02T10:00:00Z")
        let dollars = try desk.event("use", at: "2026-11-02T11:00:00Z", data: #"{"value": "10 USD"}"#)
        #expect(desk.decider.decide(dollars).outcome == .deny)
        let euros = try desk.event("use", at: "2026-11-02T11:00:00Z", data: #"{"value": "40 EUR"}"#)
        #expect(desk.decider.decide(euros).outcome == .allow)
    }

    @Test func saysWhatWasUsedAndByWhom() throws {
        let desk = try MemoryDesk(Self.monthly)
        try happens(desk, "use", #"{"count": 2, "kind": "a"}"#, at: "2026-11-02T10:00:00+01:00")
        let event = try desk.event("use", at: "2026-11-02T11:00:00+01:00", data: #"{"count": 2, "kind": "a"}"#)
        let explanations = Explainer(desk.fixture.compiled).explain(desk.decider.decide(event))
        #expect(
            explanations.map(\.message) == [
                "`event.count` is 2; with 2 used before (this month, per customer) it makes 4: up to 3 is within the "
                    + "policy, up to 5 needs a reason"
            ])
        #expect(
            explanations.flatMap(\.facts).map { "\($0.name) = \($0.value)" } == [
                "customer.id = c1", "event.count = 2", "used before under budget = 2",
            ])
    }

    @Test func offersWhatIsLeft() throws {
        let desk = try MemoryDesk(Self.monthly)
        try happens(desk, "use", #"{"count": 2, "kind": "a"}"#, at: "2026-11-02T10:00:00+01:00")
        let event = try desk.event("use", at: "2026-11-02T11:00:00+01:00", data: #"{"count": 9, "kind": "a"}"#)
        let decision = desk.decider.decide(event)
        let offers = CounterOfferFinder(desk.fixture.compiled, memory: desk.decider.memory).find(for: decision)
        let texts = offers.variants.map { variant in
            variant.changes.map { "\($0.field) \($0.to)" }.joined(separator: ", ") + ": \(variant.outcome)"
        }
        #expect(texts.contains("count 1: allow"), "\(texts)")
        #expect(texts.contains("count 3: justify"), "\(texts)")
    }
}
