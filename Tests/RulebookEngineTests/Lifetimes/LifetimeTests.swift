import CEL
import RulebookModel
import SourceText
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("What has no window is gone when its key is over")
struct LifetimeTests {
    private static func log(_ lifetimes: String, _ standards: String, facts: String = "") throws -> StretchLog {
        try StretchLog(
            """
            rulebook: lifetimes
            version: 1
            timeZone: UTC
            unlisted: allow
            roles: [agent]
            entities: {agent: {role: role}}
            actions: {use: {fields: {promise: string}}}
            events: {a: {fields: {promise: string}}, b: {fields: {promise: string}}, over: , kept: {fields: {promise: string}}}
            lifetimes: {\(lifetimes)}
            facts: {\(facts.isEmpty ? "seen: {happened: a, per: interaction}" : facts)}
            standards: {\(standards.replacing("\n", with: "\n  "))}
            """)
    }

    private static func outcomes(_ log: StretchLog, _ events: [String]) throws -> [String] {
        try events.map { text in
            let words = text.split(separator: " ").map(String.init)
            let decision = try log.happens(
                words[0], words[1], data: words.count > 2 ? "{\"promise\": \"\(words[2])\"}" : "{}")
            return decision.results.map(\.status.rawValue).joined(separator: " ")
        }
    }

    @Test("an event ends it: the event itself still belongs to it")
    func ends() throws {
        let log = try Self.log("interaction: {end: over}", "s: {on: [use, over], require: facts.seen}")
        #expect(
            try Self.outcomes(
                log, ["a 10:00:00", "use 10:01:00", "over 10:02:00", "use 10:03:00", "a 10:04:00", "use 10:05:00"])
                == ["", "met", "met", "missed", "", "met"])
    }

    @Test("it ends where nothing came for longer than that, and whatever came kept it alive")
    func idles() throws {
        let log = try Self.log("interaction: {idle: 1h}", "s: {on: use, require: facts.seen}")
        #expect(
            try Self.outcomes(log, ["a 10:00:00", "use 11:00:00", "b 12:00:00", "use 12:30:00", "use 13:30:01"])
                == ["", "met", "", "met", "missed"])
    }

    @Test("a proposal sees that it is over, although nobody noted that")
    func proposes() throws {
        let log = try Self.log(
            "interaction: {idle: 1h}",
            "s: {on: use, require: facts.seen}, t: {timeline: {after: a, forbid: use}}, u: {timeline: {before: use, expect: a}}"
        )
        try log.happens("a", "10:00:00")
        #expect(try log.propose("use", "11:00:00").results.map(\.status) == [.met, .missed, .met])
        #expect(try log.propose("use", "11:00:01").results.map(\.status) == [.missed, .missed])
    }

    @Test("allowances over a lifetime begin anew, and windows of their own do not")
    func allowances() throws {
        let log = try Self.log(
            "interaction: {end: over}",
            """
            life: {on: use, allowance: {count: use, per: interaction, window: lifetime, steps: {up_to: 1}}},
            day: {on: use, allowance: {count: use, per: interaction, window: {calendar: day}, steps: {up_to: 1}}}
            """)
        #expect(
            try Self.outcomes(log, ["use 10:00:00", "use 10:01:00", "over 10:02:00", "use 10:03:00"])
                == ["met met", "missed missed", "", "missed met"])
    }

    @Test("any part of a key can be over, by its field")
    func fields() throws {
        let log = try Self.log(
            "promise: {end: kept}", "s: {on: use, require: facts.seen}",
            facts: "seen: {happened: a, per: [interaction, promise]}")
        #expect(
            try Self.outcomes(
                log, ["a 10:00:00 p", "a 10:00:00 q", "kept 10:01:00 p", "use 10:02:00 p", "use 10:02:00 q"])
                == ["", "", "", "missed", "met"])
    }

    @Test("what runs without a limit ends with it; what has a limit runs on")
    func clocks() throws {
        let log = try Self.log(
            "interaction: {end: over, idle: 1h}",
            """
            absent: {timeline: {after: a, forbid: b}}, expected: {timeline: {after: a, expect: b}},
            limited: {timeline: {after: a, expect: b, within: 2h}}, again: {timeline: {every: 40min, expect: b, while: {from: a}}},
            steps: {timeline: {steps: [a, b]}}, total: {timeline: {from: a, to: b, at_most: {count: 1}}}
            """)
        try log.happens("a", "10:00:00")
        try log.happens("over", "10:10:00")
        #expect(
            log.settled().sorted() == [
                "a@10:00:00 met: no `b` before that was over (per interaction)",
                "a@10:00:00 missed: no `b` before that was over (per interaction)",
                "a@10:00:00 not_applicable: over (per interaction)",
                "a@10:00:00 not_applicable: over (per interaction)",
            ])
        // Another first step, and another interval, since it is another life.
        #expect(
            try log.happens("b", "11:30:00").results.map(\.status) == [.missed])
        #expect(log.settled() == ["a@10:00:00 met: `b` came after 1h 30min (b@11:30:00); within 2h"])
        try log.happens("a", "11:31:00")
        // Nothing came for an hour.
        log.decider.settle(before: try #require(CELTimestamp(parsing: "2026-11-02T13:00:00Z")))
        #expect(
            log.settled().map { $0.split(separator: " ")[1] }.sorted()
                == ["met:", "missed:", "missed:", "not_applicable:"])
    }

    @Test("memory goes by the keys that are alive")
    func isBounded() throws {
        let standards = """
            s: {on: use, require: facts.seen}, t: {timeline: {before: use, expect: a}},
            u: {timeline: {from: a, to: b, at_most: {count: 1}}}, v: {timeline: {steps: [a, use]}},
            w: {timeline: {after: a, forbid: b}}
            """
        for (lifetime, countMax) in [("interaction: {end: over}", 500), ("interaction: {idle: 1min}", 1_500)] {
            let log = try Self.log(lifetime, standards)
            for number in 0..<3_000 {
                // One interaction a second, for four seconds.
                let time = 36_000 + number
                for (offset, type) in ["a", "use", "b", "over"].enumerated() where number >= offset {
                    let clock = [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
                    try log.happens(type, clock.joined(separator: ":"), interaction: "i\(number - offset)")
                }
                _ = log.settled()
            }
            let memory = try #require(log.decider.memory)
            #expect(memory.figureCount + memory.clockCount < countMax, "\(lifetime): \(memory.figureCount)")
        }
    }

    @Test("lives begin whole once a log is complete for as long as one may be idle")
    func completes() throws {
        let fixture = try Self.log("interaction: {idle: 1h}", "s: {on: use, require: facts.seen}").fixture
        let beginning = try #require(CELTimestamp(parsing: "2026-11-02T10:00:00Z"))
        for (time, expected) in [("10:59:59", FindingStatus.undetermined), ("11:00:00", .missed)] {
            let decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled, completeFrom: beginning))
            let event = try fixture.event(
                "{\"type\": \"use\", \"time\": \"2026-11-02T\(time)Z\", \"interaction\": \"i\"}")
            #expect(decider.decide(event).results.map(\.status) == [expected])
        }
    }
}
