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

    @Test(arguments: limits.indices)
    func stretchesAgree(_ number: Int) throws {
        let limit = Self.limits[number]
        // A recurring duty says its limit under `every`.
        let every =
            limit.text.hasPrefix(", within: ")
            ? "  every: {timeline: {every: \(limit.text.dropFirst(", within: ".count)), expect: b, "
                + "while: {from: a, to: u}, cancelled_by: c}}" : ""
        let fixture = try RulebookFixture(
            """
            rulebook: stretches
            version: 1
            timeZone: Europe/Ljubljana
            unlisted: allow
            settings: {limit: 10min}
            roles: [agent]
            entities: {agent: {role: role}}
            events: {a: , b: , c: , d: , u: }
            standards:
              each: {timeline: {from: a, to: b, at_most: {each: 90s}, cancelled_by: c, until: u}}
              total: {timeline: {from: a, to: b, at_most: {total: 3min}, cancelled_by: c, until: u}}
              count: {timeline: {from: a, to: b, at_most: {count: 2}, cancelled_by: c, until: u}}
              all: {timeline: {from: a, to: b, under: {each: 90s, total: settings.limit, count: 3}, at_least: {each: 30s},
                    cancelled_by: c, until: u}}
              relative: {timeline: {steps: [a, b, c], until: u\(limit.text)}}
              strict: {timeline: {steps: [a, b, c], order: strict, until: u\(limit.text)}}
              turns: {timeline: {after: a, expect: b, within: 2 d}}
            \(every)
            """)
        for round in 0..<1_000 {
            var random = RandomSource(seed: UInt64(number * 10_000 + round))
            let log = Self.log(&random, types: ["a", "a", "b", "b", "c", "d", "u"])
            let naive = NaiveStretches(log: log, lastSecond: limit.lastSecond)
            var expected =
                naive.intervals(each: 90, total: nil, count: nil, least: nil, standard: "each")
                + naive.intervals(each: nil, total: 180, count: nil, least: nil, standard: "total")
                + naive.intervals(each: nil, total: nil, count: 2, least: nil, standard: "count")
                + naive.intervals(each: 89, total: 599, count: 2, least: 30, standard: "all")
                + naive.procedure(isStrict: false, standard: "relative")
                + naive.procedure(isStrict: true, standard: "strict")
                + NaiveStretches(log: log, lastSecond: { _ in nil }).counted(2, standard: "turns")
            if !every.isEmpty { expected += naive.recurrence(standard: "every") }
            let found = try Self.findings(fixture, log)
            guard found.sorted() == expected.sorted() else {
                let difference = Set(found).symmetricDifference(expected).sorted()
                Issue.record("limit `\(limit.text)`, round \(round): \(difference)\n\(log)")
                return
            }
        }
    }

    static func log(
        _ random: inout RandomSource, types: [String] = ["a", "a", "a", "b", "b", "c", "u"]
    ) -> [NaiveTimeline.Entry] {
        // The clock goes back at 1:00 UTC on 25 October 2026.
        var seconds = 1_792_880_000 + random.below(30_000)
        let pace = random.pick([20, 120, 5_000, 40_000])
        return (0..<random.below(18)).map { number in
            seconds += random.chance(15) ? 0 : random.chance(20) ? 90 : random.below(pace)
            return NaiveTimeline.Entry(
                id: "e\(number)", type: random.pick(types), seconds: seconds,
                key: random.pick(["i1", "i2"]))
        }
    }

    static func findings(_ fixture: RulebookFixture, _ log: [NaiveTimeline.Entry]) throws -> [String] {
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
