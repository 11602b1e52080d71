import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("Clocks that stand still come out as going through the log for each trigger says")
struct PausePropertyTests {
    private static let one = [(from: "p", to: "r")]
    private static let two = [(from: "p", to: "r"), (from: "q", to: "s")]

    @Test(arguments: [("90s", 90, false), ("2h", 7_200, false), ("10h", 36_000, true), ("30min", 1_800, true)])
    func agrees(_ text: String, _ limit: Int, _ isBusiness: Bool) throws {
        let clock = isBusiness ? ", clock: office" : ""
        let fixture = try RulebookFixture(
            """
            rulebook: pauses
            version: 1
            timeZone: Europe/Ljubljana
            unlisted: allow
            roles: [agent]
            entities: {agent: {role: role}}
            events: {a: , b: , u: , p: , r: , q: , s: , x: }
            \(NaiveOffice.yaml)
            standards:
              one: {timeline: {after: a, expect: b, until: u, within: \(text)\(clock), paused_while: {from: p, to: r}}}
              two:
                timeline: {after: a, expect: b, until: u, within: \(text)\(clock),
                  paused_while: [{from: p, to: r}, {from: q, to: s}]}
              none: {timeline: {after: a, forbid: b, until: u, within: \(text)\(clock), paused_while: {from: p, to: r}}}
              more: {timeline: {after: a, expect: b, until: u, within: \(text)\(clock), extended_by: {event: x, to: 11h}}}
              both:
                timeline: {after: a, expect: b, until: u, within: \(text)\(clock), paused_while: {from: p, to: r},
                  extended_by: {event: x, to: 11h}}
              anew: {timeline: {after: a, expect: b, until: u, within: \(text)\(clock), reset_by: x}}
              never: {timeline: {after: a, forbid: b, until: u, within: \(text)\(clock), reset_by: x}}
              all:
                timeline: {after: a, expect: b, until: u, within: \(text)\(clock), paused_while: {from: p, to: r},
                  extended_by: {event: x, to: 11h}, reset_by: q}
            """)
        let office = NaiveOffice(firstMinute: 1_792_800_000 / 60, minuteCount: 24 * 1440)
        for round in 0..<1_500 {
            var random = RandomSource(seed: UInt64(round))
            let log = TimelinePropertyTests.log(
                &random, types: ["a", "a", "a", "b", "u", "p", "p", "r", "r", "q", "s", "x"])
            let naive = NaivePause(
                log: log, limit: limit,
                second: { isBusiness ? office.second(after: $0, from: $1) : $0 + $1 },
                counted: { isBusiness ? office.openSeconds($0, $1) : $1 - $0 })
            let expected =
                naive.response(standard: "one", pauses: Self.one) + naive.response(standard: "two", pauses: Self.two)
                + naive.absence(standard: "none", pauses: Self.one)
                + naive.response(standard: "more", pauses: [], extendedTo: 39_600)
                + naive.response(standard: "both", pauses: Self.one, extendedTo: 39_600)
                + naive.response(standard: "anew", pauses: [], resetBy: "x")
                + naive.absence(standard: "never", pauses: [], resetBy: "x")
                + naive.response(standard: "all", pauses: Self.one, resetBy: "q", extendedTo: 39_600)
            let found = try TimelinePropertyTests.findings(fixture, log)
            guard found.sorted() == expected.sorted() else {
                let difference = Set(found).symmetricDifference(expected).sorted()
                Issue.record("\(text)\(clock), round \(round): \(difference)\n\(log)")
                return
            }
        }
    }
}
