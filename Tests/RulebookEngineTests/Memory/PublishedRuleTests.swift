import CEL
import Foundation
import TestSupport
import Testing

@testable import RulebookEngine

/// Rules that were published, with test rows that were computed by hand.
@Suite("Published rules of frequency and discretion can be said and kept")
struct PublishedRuleTests {
    /// A person's log, and what a proposed call comes to.
    private final class Line {
        let fixture: RulebookFixture
        let decider: Decider

        init() throws {
            let path = "Policies/published/call-frequency/rulebook.yaml"
            fixture = try RulebookFixture(
                String(contentsOf: repositoryRoot.appending(path: path), encoding: .utf8))
            decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled))
        }

        func event(_ type: String, _ day: Int, debt: String, extra: String = "", hour: Int = 12) throws -> Event {
            let date = "2026-03-\(day < 10 ? "0" : "")\(day)"
            let offset = day < 8 ? "-05:00" : "-04:00"
            return try fixture.event(
                "{\"type\": \"\(type)\", \"time\": \"\(date)T\(hour):00:00\(offset)\", \"person\": \"p1\", "
                    + "\"data\": {\"debt\": \"\(debt)\"\(extra)}}")
        }

        func happens(_ type: String, _ days: [Int], debt: String = "A", extra: String = "", hour: Int = 12) throws {
            for day in days {
                _ = decider.decideAndRemember(try event(type, day, debt: debt, extra: extra, hour: hour))
            }
        }

        func call(_ day: Int, debt: String = "A", extra: String = "") throws -> [String: String] {
            fixture.statuses(decider.decide(try event("call.place", day, debt: debt, extra: extra, hour: 20)))
        }
    }

    private static let kept = ["calls.seven-in-seven": "met", "calls.after-conversation": "met"]
    private static let tooMany = ["calls.seven-in-seven": "missed", "calls.after-conversation": "met"]

    @Test func eighthCallWithinSevenDays() throws {
        let line = try Line()
        try line.happens("call.place", Array(2...8))
        #expect(try line.call(8) == Self.tooMany)
        #expect(try line.call(9) == Self.kept)
        #expect(try line.call(8, debt: "B") == Self.kept)
    }

    @Test func allSevenOnOneDay() throws {
        let line = try Line()
        try line.happens("call.place", Array(repeating: 2, count: 7))
        #expect(try line.call(8) == Self.tooMany)
        #expect(try line.call(9) == Self.kept)
    }

    @Test func theDayOfTheConversationIsTheFirst() throws {
        let line = try Line()
        try line.happens("conversation", [2])
        #expect(try line.call(8) == ["calls.seven-in-seven": "met", "calls.after-conversation": "missed"])
        #expect(try line.call(9) == Self.kept)
    }

    @Test func callsThatDidNotConnectAreGivenBack() throws {
        let line = try Line()
        try line.happens("call.place", Array(2...8))
        try line.happens("call.failed", [8, 8], hour: 13)
        #expect(try line.call(8) == Self.kept)
    }

    @Test func numbersDoNotMatterAndDebtsDo() throws {
        let line = try Line()
        for (number, day) in (2...8).enumerated() {
            try line.happens("call.place", [day], extra: ", \"number\": \"n\(number % 3)\"")
        }
        #expect(try line.call(8, extra: ", \"number\": \"n9\"") == Self.tooMany)
    }

    @Test func consentExcusesForSevenDays() throws {
        let line = try Line()
        try line.happens("conversation", [2], extra: ", \"consents\": true")
        #expect(try line.call(5) == ["calls.seven-in-seven": "excused", "calls.after-conversation": "excused"])
        #expect(try line.call(9) == Self.kept)
    }

    /// 2,000 dollars per guest and day, keyed in the ways in which the sources differ.
    @Test(
        arguments: [
            ("[agent, guest]", [("s1", "g1", "1999", "03T10:00")], ("s1", "g1", "1", "03T11:00"), "allow"),
            ("[agent, guest]", [("s1", "g1", "1999", "03T10:00")], ("s1", "g1", "2", "03T11:00"), "escalate"),
            ("[agent, guest]", [("s1", "g1", "2000", "02T10:00")], ("s1", "g1", "2000", "03T11:00"), "allow"),
            ("[agent, guest]", [("s1", "g1", "1500", "03T10:00")], ("s2", "g1", "1500", "03T11:00"), "allow"),
            ("guest", [("s1", "g1", "1500", "03T10:00")], ("s2", "g1", "1500", "03T11:00"), "escalate"),
            ("[agent, guest]", [("s1", "g1", "2000", "03T23:50")], ("s1", "g1", "2000", "04T00:10"), "allow"),
        ] as [(String, [(String, String, String, String)], (String, String, String, String), String)])
    func discretionPerGuestAndDay(
        _ key: String, _ before: [(String, String, String, String)], _ now: (String, String, String, String),
        _ expected: String
    ) throws {
        let fixture = try RulebookFixture(
            """
            rulebook: two-thousand
            version: 1
            timeZone: Europe/Ljubljana
            currency: USD
            roles: [agent, supervisor]
            entities: {agent: {role: role}, guest: {name: string}}
            actions: {spend: {about: [guest], fields: {amount: money}}}
            standards:
              discretion:
                on: spend
                allowance:
                  sum: event.amount
                  per: \(key)
                  window: {calendar: day}
                  steps: [{up_to: 2000 USD}, {needs: approval, from: supervisor}]
            """)
        let decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled))
        func event(_ row: (String, String, String, String)) throws -> Event {
            try fixture.event(
                "{\"type\": \"spend\", \"time\": \"2026-11-\(row.3):00+01:00\", "
                    + "\"agent\": {\"id\": \"\(row.0)\", \"role\": \"agent\"}, \"guest\": \"\(row.1)\", "
                    + "\"data\": {\"amount\": \"\(row.2) USD\"}}")
        }
        for row in before { _ = decider.decideAndRemember(try event(row)) }
        #expect("\(decider.decide(try event(now)).outcome)" == expected)
    }
}
