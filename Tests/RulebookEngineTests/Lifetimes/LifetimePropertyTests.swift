import Foundation
import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("Lifetimes come out as going through the whole log gives")
struct LifetimePropertyTests {
    /// One event of a log.
    private struct Entry {
        let type: String
        let seconds: Int
        let key: String
    }

    /// The events before one that lie in the same life of its key: slow, and written without a look at the engine.
    private static func life(before index: Int, of log: [Entry], idle: Int?, ends: Bool) -> [Entry] {
        var life: [Entry] = []
        var latest: Int?
        for entry in log[...index] where entry.key == log[index].key {
            if let idle, let latest, entry.seconds - latest > idle { life = [] }
            latest = entry.seconds
            life.append(entry)
            if ends, entry.type == "over" { life = [] }
        }
        // The last is the event itself, unless it ended the life; then nothing but what came before is asked.
        guard ends, log[index].type == "over" else { return Array(life.dropLast()) }
        return []
    }

    @Test(arguments: [(nil, true), (3600, false), (600, true)] as [(Int?, Bool)])
    func agree(_ idle: Int?, _ ends: Bool) throws {
        let parts = [idle.map { "idle: \($0)s" }, ends ? "end: over" : nil].compactMap { $0 }.joined(separator: ", ")
        let fixture = try RulebookFixture(
            """
            rulebook: lifetimes
            timeZone: UTC
            unlisted: allow
            roles: [agent]
            entities: {agent: {role: role}}
            actions: {use: }
            events: {a: , b: , over: }
            lifetimes: {interaction: {\(parts)}}
            facts: {seen: {happened: a, per: interaction}, uses: {count: use, per: interaction}}
            standards:
              count: {on: use, allowance: {count: use, per: interaction, window: lifetime, steps: {up_to: 2}}}
              fact: {on: use, require: facts.seen}
              number: {on: use, require: facts.uses > 1}
              before: {timeline: {before: use, expect: b}}
            """)
        for round in 0..<300 {
            var random = RandomSource(seed: UInt64(round))
            var seconds = 1_792_880_000
            let pace = random.pick([60, 600, 2_000])
            let log = (0..<random.below(30)).map { _ in
                seconds += random.chance(10) ? 0 : random.chance(10) ? idle ?? 60 : random.below(pace)
                return Entry(
                    type: random.pick(["a", "b", "use", "use", "use", "over"]), seconds: seconds,
                    key: random.pick(["i", "j"]))
            }
            let decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled))
            for (index, entry) in log.enumerated() {
                let time = Date(timeIntervalSince1970: Double(entry.seconds)).formatted(.iso8601)
                let decision = decider.decideAndRemember(
                    try fixture.event(
                        "{\"type\": \"\(entry.type)\", \"time\": \"\(time)\", \"interaction\": \"\(entry.key)\"}"))
                guard entry.type == "use" else { continue }
                let life = Self.life(before: index, of: log, idle: idle, ends: ends)
                let uses = life.count { $0.type == "use" }
                let expected = [
                    life.contains { $0.type == "b" }, uses + 1 <= 2, life.contains { $0.type == "a" }, uses > 1,
                ]
                #expect(
                    decision.results.map { $0.status == .met } == expected,
                    "\(parts), round \(round), event \(index) of \(log)")
            }
        }
    }
}
