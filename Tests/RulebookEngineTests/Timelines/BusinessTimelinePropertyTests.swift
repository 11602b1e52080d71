import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("Limits in business time come out as counting minutes says")
struct BusinessTimelinePropertyTests {
    private struct Limit: Sendable {
        let text: String
        let lastSecond: @Sendable (NaiveOffice, Int) -> Int?
    }

    private static let limits: [Limit] = [
        Limit(text: "within: 1min, clock: office") { $0.second(after: 60, from: $1) },
        Limit(text: "within: 4h, clock: office") { $0.second(after: 14_400, from: $1) },
        Limit(text: "under: 20h, clock: office") { office, start in
            office.second(after: 72_000, from: start).map { $0 - 1 }
        },
        Limit(text: "within: 1 business day") { $0.lastSecond($1, businessDays: 1) },
        Limit(text: "within: 3 business days, ends: close of office") {
            $0.lastSecond($1, businessDays: 3, toClose: true)
        },
        Limit(text: "within: 2 days, roll: {next: office}") { $0.lastSecond($1, rolledDays: 2) },
    ]

    @Test(arguments: limits.indices)
    func agrees(_ number: Int) throws {
        let limit = Self.limits[number]
        let fixture = try RulebookFixture(
            """
            rulebook: timelines
            version: 1
            timeZone: Europe/Ljubljana
            unlisted: allow
            roles: [agent]
            entities: {agent: {role: role}}
            events: {a: , b: , c: , u: }
            \(NaiveOffice.yaml)
            standards:
              response-each: {timeline: {after: a, expect: b, cancelled_by: c, until: u, \(limit.text)}}
              response-restart: {timeline: {after: a, expect: b, cancelled_by: c, until: u, again: restart, \(limit.text)}}
              absence: {timeline: {after: a, forbid: b, cancelled_by: c, until: u, \(limit.text)}}
              precedence: {timeline: {before: a, expect: b, since: u, \(limit.text)}}
            """)
        // The logs span at most nine days from here on, and limits ten more.
        let office = NaiveOffice(firstMinute: 1_792_800_000 / 60, minuteCount: 24 * 1440)
        for round in 0..<1_000 {
            var random = RandomSource(seed: UInt64(number * 10_000 + round))
            let log = TimelinePropertyTests.log(&random)
            let naive = NaiveTimeline(log: log) { limit.lastSecond(office, $0) }
            let expected =
                naive.response(again: "each") + naive.response(again: "restart") + naive.absence()
                + naive.precedence()
            let found = try TimelinePropertyTests.findings(fixture, log)
            guard found.sorted() == expected.sorted() else {
                let difference = Set(found).symmetricDifference(expected).sorted()
                Issue.record("limit `\(limit.text)`, round \(round): \(difference)\n\(log)")
                return
            }
        }
    }

    @Test(arguments: [
        ("at_least: 90s", 90), ("over: 90s", 91), ("at_least: 2h", 7_200), ("at_least: settings.age", 600),
    ])
    func agesAgree(_ bound: String, _ seconds: Int) throws {
        let fixture = try RulebookFixture(
            """
            rulebook: timelines
            version: 1
            unlisted: allow
            settings: {age: 10min}
            roles: [agent]
            entities: {agent: {role: role}}
            events: {a: , b: , c: , u: }
            standards:
              precedence: {timeline: {before: a, expect: b, since: u, within: 3h, \(bound)}}
            """)
        for round in 0..<1_000 {
            var random = RandomSource(seed: UInt64(round))
            let log = TimelinePropertyTests.log(&random)
            let expected = log.enumerated().filter { $0.element.type == "a" }.map { index, entry in
                let before = log.prefix(index).filter { $0.key == entry.key }
                let end = before.last { $0.type == "u" }?.seconds ?? .min
                let isKept = before.contains { answer in
                    answer.type == "b" && answer.seconds >= end && entry.seconds - answer.seconds >= seconds
                        && entry.seconds - answer.seconds <= 10_800
                }
                return "\(entry.id) precedence \(isKept ? "met" : "missed")"
            }
            let found = try TimelinePropertyTests.findings(fixture, log)
            guard found == expected else {
                Issue.record("bound `\(bound)`, round \(round): \(Set(found).symmetricDifference(expected))\n\(log)")
                return
            }
        }
    }
}
