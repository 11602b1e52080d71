import CEL
import Testing

@testable import RulebookEngine

@Suite("A clock is settled once that is certain, and never before")
struct TimelineTests {
    private static let vocabulary = """
        rulebook: clocks
        version: 1
        timeZone: Europe/Ljubljana
        unlisted: allow
        roles: [agent]
        entities: {agent: {role: role}, customer: {tier: {enum: [standard, gold]}, staff: bool}}
        actions:
          promise.make: {about: [customer], fields: {due: timestamp, day: date, grace: duration}}
          card.show: {about: [customer]}
        events:
          promise.keep: {fields: {done: bool}}
          complaint: {about: [customer]}
          bye: {}

        """

    private final class Log {
        let fixture: RulebookFixture
        let decider: Decider

        init(_ standards: String) throws {
            fixture = try RulebookFixture(TimelineTests.vocabulary + "standards:\n" + standards)
            decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled))
        }

        func event(
            _ type: String, _ time: String, interaction: String? = "i", customer: String = "{}", data: String = "{}"
        ) throws -> Event {
            let where_ = interaction.map { ", \"interaction\": \"\($0)\"" } ?? ""
            return try fixture.event(
                "{\"id\": \"\(type)@\(time)\", \"type\": \"\(type)\", \"time\": \"2026-11-02T\(time):00Z\"\(where_), "
                    + "\"customer\": \(customer), \"data\": \(data)}")
        }

        @discardableResult
        func happens(
            _ type: String, _ time: String, interaction: String? = "i", customer: String = "{}", data: String = "{}"
        ) throws -> Decision {
            decider.decideAndRemember(
                try event(type, time, interaction: interaction, customer: customer, data: data))
        }

        /// What was settled, each as `trigger status: message`.
        func settled() -> [String] {
            let explainer = Explainer(fixture.compiled)
            return decider.takeFindings().map { "\($0.trigger.id) \($0.status.rawValue): \(explainer.message($0))" }
        }
    }

    @Test func readsItsLimitFromTheTrigger() throws {
        let log = try Log("  p: {timeline: {after: promise.make, expect: promise.keep, by: trigger.due}}")
        let decision = try log.happens("promise.make", "10:00", data: #"{"due": "2026-11-02T12:00:00Z"}"#)
        #expect(
            decision.duties.map { Explainer(log.fixture.compiled).message($0) } == [
                "`promise.keep`, by 2026-11-02 13:00:00"
            ])
        try log.happens("promise.keep", "12:00")
        #expect(
            log.settled() == [
                "promise.make@10:00 met: `promise.keep` came after 2h (promise.keep@12:00); by trigger.due"
            ])
    }

    @Test func aDateIsInTimeUntilMidnight() throws {
        let log = try Log("  p: {timeline: {after: promise.make, expect: promise.keep, by: trigger.day}}")
        try log.happens("promise.make", "10:00", data: #"{"day": "2026-11-02"}"#)
        try log.happens("bye", "22:59")
        #expect(log.settled() == [])
        try log.happens("bye", "23:00")
        #expect(
            log.settled() == [
                "promise.make@10:00 missed: no `promise.keep`, before 2026-11-03 00:00:00"
            ])
    }

    @Test func whatIsMissingOfTheLimitOrTheKeyIsNamed() throws {
        let log = try Log(
            "  p: {timeline: {after: promise.make, expect: promise.keep, within: trigger.grace}}")
        try log.happens("promise.make", "10:00")
        #expect(log.settled() == ["promise.make@10:00 undetermined: not known: trigger.grace"])
        try log.happens("promise.make", "10:01", interaction: nil, data: #"{"grace": "60s"}"#)
        #expect(log.settled() == ["promise.make@10:01 undetermined: not known: event.interaction"])
    }

    @Test func aPendingClockIsPendingAndNeverMet() throws {
        let log = try Log(
            """
              p: {timeline: {after: promise.make, expect: promise.keep, within: 1h}}
              n: {timeline: {after: complaint, forbid: card.show, within: 1h}}
            """)
        try log.happens("promise.make", "10:00")
        try log.happens("complaint", "10:30")
        log.decider.settleAll()
        #expect(
            log.settled() == [
                "promise.make@10:00 pending: `promise.keep` is still to come, by 2026-11-02 12:00:00",
                "complaint@10:30 pending: no `card.show` so far, by 2026-11-02 12:30:00",
            ])
    }

    @Test func scopeAndExceptionsAreAboutTheTrigger() throws {
        let log = try Log(
            """
              p:
                for: {customer.tier: gold}
                unless: customer.staff
                timeline: {after: promise.make, expect: promise.keep, within: 1h}
            """)
        try log.happens("promise.make", "10:00", customer: #"{"tier": "standard", "staff": false}"#)
        try log.happens("promise.make", "10:01", customer: #"{"tier": "gold", "staff": true}"#)
        try log.happens("promise.make", "10:02", customer: #"{"tier": "gold", "staff": false}"#)
        // Nobody knows whether the standard applies: that matters only where it is not kept.
        try log.happens("promise.make", "10:03", interaction: "j", customer: #"{"staff": false}"#)
        try log.happens("promise.make", "10:04", interaction: "k", customer: #"{"staff": false}"#)
        try log.happens("promise.keep", "10:05", interaction: "k", data: #"{"done": true}"#)
        try log.happens("bye", "12:00")
        #expect(
            log.settled() == [
                "promise.make@10:01 excused: excused",
                "promise.make@10:04 met: `promise.keep` came after 1min (promise.keep@10:05); within 1h",
                "promise.make@10:02 missed: no `promise.keep` within 1h, by 2026-11-02 12:02:00",
                "promise.make@10:03 undetermined: not known: customer.tier",
            ])
    }

    @Test func anAnswerThatNobodyIsSureOfLeavesItOpen() throws {
        let log = try Log(
            """
              p: {timeline: {after: promise.make, expect: {event: promise.keep, where: event.done}, within: 1h}}
            """)
        try log.happens("promise.make", "10:00")
        try log.happens("promise.keep", "10:10")
        try log.happens("bye", "12:00")
        #expect(log.settled() == ["promise.make@10:00 undetermined: not known: event.done"])
        try log.happens("promise.make", "13:00")
        try log.happens("promise.keep", "13:10")
        try log.happens("promise.keep", "13:20", data: #"{"done": true}"#)
        #expect(log.settled().map { $0.prefix(24) } == ["promise.make@13:00 met: "])
    }

    @Test func aForbiddenActionIsRefusedWhileTheClockRuns() throws {
        let log = try Log("  n: {timeline: {after: complaint, forbid: card.show, within: 1h, until: bye}}")
        #expect(log.decider.decide(try log.event("card.show", "09:00")).outcome == .allow)
        try log.happens("complaint", "10:00")
        let refused = log.decider.decide(try log.event("card.show", "11:00"))
        #expect(refused.outcome == .deny)
        #expect(
            Explainer(log.fixture.compiled).explain(refused).map(\.message) == [
                "`complaint` happened at 2026-11-02 11:00:00, and no `card.show` may follow within 1h (per interaction)"
            ])
        #expect(log.decider.decide(try log.event("card.show", "11:01")).outcome == .allow)
        #expect(log.decider.decide(try log.event("card.show", "10:30", interaction: "j")).outcome == .allow)
        #expect(log.decider.decide(try log.event("card.show", "10:30", interaction: nil)).outcome == .undetermined)
        try log.happens("bye", "10:40")
        #expect(log.decider.decide(try log.event("card.show", "10:45")).outcome == .allow)
        #expect(log.settled() == ["complaint@10:00 met: no `card.show` until `bye` (bye@10:40)"])
    }

    @Test func whatMustComeBeforeDecides() throws {
        let log = try Log(
            """
              v: {timeline: {before: card.show, expect: promise.keep, within: 10min, since: bye}}
            """)
        func message(_ time: String) throws -> String {
            let decision = log.decider.decide(try log.event("card.show", time))
            let explanations = Explainer(log.fixture.compiled).explain(decision)
            return "\(decision.outcome): \(explanations.map(\.message).joined())"
        }
        #expect(try message("09:00") == "deny: `promise.keep` has not happened before (per interaction)")
        try log.happens("promise.keep", "10:00")
        #expect(
            try message("10:10")
                == "allow: `promise.keep` happened before, at 2026-11-02 11:00:00 (per interaction); within 10min")
        #expect(
            try message("10:11")
                == "deny: `promise.keep` last happened at 2026-11-02 11:00:00, and not within 10min (per interaction)")
        try log.happens("bye", "10:02")
        #expect(
            try message("10:03") == "deny: `promise.keep` last happened at 2026-11-02 11:00:00, before the latest "
                + "`bye` at 2026-11-02 11:02:00 (per interaction)")
        let forgetful = log.fixture.compiled.makeDecider()
        #expect(forgetful.decide(try log.event("card.show", "10:03")).outcome == .undetermined)
    }
}
