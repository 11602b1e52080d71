import CEL
import Foundation
import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("Timelines come out as reading the whole log for each trigger says")
struct TimelinePropertyTests {
    private struct Limit: Sendable {
        let text: String
        let lastSecond: @Sendable (Int) -> Int?
    }

    private static let limits: [Limit] = [
        Limit(text: "", lastSecond: { _ in nil }),
        Limit(text: ", within: 90s", lastSecond: { $0 + 90 }),
        Limit(text: ", under: 90s", lastSecond: { $0 + 89 }),
        Limit(text: ", within: 2h", lastSecond: { $0 + 7200 }),
        Limit(text: ", within: settings.limit", lastSecond: { $0 + 600 }),
        Limit(text: ", within: 1 day", lastSecond: { lastSecondOfDate($0, days: 1) }),
    ]

    private static func lastSecondOfDate(_ seconds: Int, days: Int) -> Int? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Ljubljana") ?? .gmt
        let start = calendar.startOfDay(for: Date(timeIntervalSince1970: Double(seconds)))
        return calendar.date(byAdding: .day, value: days + 1, to: start).map { Int($0.timeIntervalSince1970) - 1 }
    }

    @Test(arguments: limits.indices)
    func agrees(_ number: Int) throws {
        let limit = Self.limits[number]
        let fixture = try RulebookFixture(
            """
            rulebook: timelines
            version: 1
            timeZone: Europe/Ljubljana
            unlisted: allow
            settings: {limit: 10min}
            roles: [agent]
            entities: {agent: {role: role}}
            events: {a: , b: , c: , u: }
            standards:
              response-each: {timeline: {after: a, expect: b, cancelled_by: c, until: u\(limit.text)}}
              response-keep: {timeline: {after: a, expect: b, cancelled_by: c, until: u, again: keep\(limit.text)}}
              response-restart: {timeline: {after: a, expect: b, cancelled_by: c, until: u, again: restart\(limit.text)}}
              absence: {timeline: {after: a, forbid: b, cancelled_by: c, until: u\(limit.text)}}
              precedence: {timeline: {before: a, expect: b, since: u\(limit.text)}}
            """)
        for round in 0..<2_000 {
            var random = RandomSource(seed: UInt64(number * 10_000 + round))
            let log = Self.log(&random)
            let naive = NaiveTimeline(log: log, lastSecond: limit.lastSecond)
            let expected =
                naive.response(again: "each") + naive.response(again: "keep") + naive.response(again: "restart")
                + naive.absence() + naive.precedence()
            let found = try Self.findings(fixture, log)
            guard found.sorted() == expected.sorted() else {
                let difference = Set(found).symmetricDifference(expected).sorted()
                Issue.record("limit `\(limit.text)`, round \(round): \(difference)\n\(log)")
                return
            }
        }
    }

    private static func log(_ random: inout RandomSource) -> [NaiveTimeline.Entry] {
        // The clock goes back at 1:00 UTC on 25 October 2026.
        var seconds = 1_792_880_000 + random.below(30_000)
        let pace = random.pick([20, 120, 5_000, 40_000])
        return (0..<random.below(18)).map { number in
            seconds += random.chance(15) ? 0 : random.chance(20) ? 90 : random.below(pace)
            return NaiveTimeline.Entry(
                id: "e\(number)", type: random.pick(["a", "a", "a", "b", "b", "c", "u"]), seconds: seconds,
                key: random.pick(["i1", "i2"]))
        }
    }

    private static func findings(_ fixture: RulebookFixture, _ log: [NaiveTimeline.Entry]) throws -> [String] {
        let decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled))
        var found: [String] = []
        let name = { (index: Int) in fixture.compiled.rulebook.standards[index].id }
        for entry in log {
            let time = Date(timeIntervalSince1970: Double(entry.seconds)).formatted(.iso8601)
            let event = try fixture.event(
                "{\"id\": \"\(entry.id)\", \"type\": \"\(entry.type)\", \"time\": \"\(time)\", "
                    + "\"interaction\": \"\(entry.key)\"}")
            let decision = decider.decideAndRemember(event)
            found += decision.results.map { "\(entry.id) \(name($0.standard)) \($0.status.rawValue)" }
        }
        decider.settleAll()
        #expect(decider.memory?.clockCount == 0)
        found += decider.takeFindings().map { "\($0.trigger.id) \(name($0.standard)) \($0.status.rawValue)" }
        return found
    }
}
