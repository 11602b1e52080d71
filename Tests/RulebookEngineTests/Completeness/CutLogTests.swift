import Foundation
import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("What is missing from the beginning of a log leaves a verdict open, and never changes it")
struct CutLogTests {
    private static let limits = ["", ", within: 90s", ", under: 90s", ", within: 2h", ", within: 1 day"]
    private static let types = ["a", "a", "a", "b", "b", "c", "d", "u", "p", "r", "use", "use"]

    /// Standards of every body, all of whose timelines have some limit.
    private static func rulebook(_ limit: String) throws -> RulebookFixture {
        let every =
            limit.hasPrefix(", within: ")
            ? "  every: {timeline: {every: \(limit.dropFirst(", within: ".count)), expect: b, "
                + "while: {from: a, to: u}, cancelled_by: c}}" : ""
        let paused =
            limit.hasSuffix("s") || limit.hasSuffix("h")
            ? """
              paused: {timeline: {after: a, expect: b, paused_while: {from: p, to: r}\(limit)}}
              paused-absence: {timeline: {after: a, forbid: b, until: u, paused_while: {from: p, to: r}\(limit)}}
            """ : ""
        let windows = [
            "lifetime", "{calendar: day}", "{calendar: week}", "{rolling: 2h}", "{rolling: 90s}", "{rolling: 1 day}",
            "{rolling: 3 days}", "{blocks: 1 day, from: d}", "{blocks: 5h, from: 2026-10-20}",
        ]
        let measures = windows.enumerated().flatMap { number, window -> [String] in
            let steps = "steps: [{up_to: 2}, {up_to: 4, needs: reason}]"
            let open = "steps: [{up_to: 2}, {up_to: 4, needs: reason}, {needs: approval, from: senior}]"
            let key = "per: interaction, window: \(window)"
            return [
                "  sum-\(number): {on: use, allowance: {sum: event.count, \(key), \(steps)}}",
                "  open-\(number): {on: use, allowance: {sum: event.count, \(key), \(open)}}",
                "  most-\(number): {on: use, allowance: {max: event.count, \(key), \(steps)}}",
                "  count-\(number): {on: use, allowance: {count: use, \(key), \(steps)}}",
                "  until-\(number): {on: use, allowance: {count: use, until: u, \(key), \(steps)}}",
                "  back-\(number): {on: use, allowance: {count: use, restored_by: c, \(key), \(steps)}}",
            ]
        }
        let facts = windows.enumerated().flatMap { number, window -> [String] in
            Measure.Function.allCases.flatMap { function -> [String] in
                let operand =
                    switch function {
                    case .happened, .count: ""
                    case .share: ", of: event.count > 1"
                    case .percentile: ", of: event.count, at: 70"
                    default: ", of: event.count"
                    }
                return ["", ", until: u"].enumerated().map { until, words in
                    "  \(function.rawValue)_\(number)_\(until): {\(function.rawValue): use\(operand), "
                        + "per: interaction, window: \(window)\(words)}"
                }
            }
        }
        let checks = facts.map { line -> String in
            let name = line.trimmingCharacters(in: .whitespaces).components(separatedBy: ":")[0]
            let test =
                name.hasPrefix("happened")
                ? "facts.\(name)"
                : name.hasPrefix("share")
                    ? "facts.\(name) > \"40%\"" : "facts.\(name) > \(name.hasPrefix("mean") ? "\"1.5\"" : "1")"
            return "  fact-\(name): {on: use, require: '\(test)'}"
        }
        return try RulebookFixture(
            """
            rulebook: cut
            version: 1
            timeZone: Europe/Ljubljana
            unlisted: allow
            roles: [agent, senior]
            entities: {agent: {role: role}}
            actions: {use: {fields: {count: {type: int, min: 0}}}}
            events: {a: , b: , c: , d: , u: , p: , r: }
            facts:
            \(facts.joined(separator: "\n"))
            standards:
              response-each: {timeline: {after: a, expect: b, cancelled_by: c, until: u\(limit)}}
              response-keep: {timeline: {after: a, expect: b, cancelled_by: c, until: u, again: keep\(limit)}}
              response-restart: {timeline: {after: a, expect: b, cancelled_by: c, until: u, again: restart\(limit)}}
              absence: {timeline: {after: a, forbid: b, cancelled_by: c, until: u\(limit)}}
              absence-keep: {timeline: {after: a, forbid: b, again: keep\(limit)}}
              precedence: {timeline: {before: a, expect: b, since: u\(limit)}}
              precedence-old: {timeline: {before: a, expect: b, at_least: 60s\(limit)}}
              turns: {timeline: {after: a, expect: b, within: 2 d}}
              each: {timeline: {from: a, to: b, at_most: {each: 90s}, cancelled_by: c, until: u}}
              total: {timeline: {from: a, to: b, at_most: {total: 3min}, cancelled_by: c, until: u}}
              count: {timeline: {from: a, to: b, at_most: {count: 2}, cancelled_by: c, until: u}}
              relative: {timeline: {steps: [a, b, c], until: u\(limit)}}
              strict: {timeline: {steps: [a, b, c], order: strict, until: u\(limit)}}
              metric-most: {on: use, metric: {count: event.count > 1, per: interaction, period: {calendar: day}, at_most: 2}}
              metric-share: {on: use, metric: {share: event.count > 1, per: interaction, period: {calendar: day}, at_least: "50%"}}
            \(every)
            \(paused)
            \(measures.joined(separator: "\n"))
            \(checks.joined(separator: "\n"))
            """)
    }

    @Test(arguments: limits.indices)
    func neverChanges(_ number: Int) throws {
        let fixture = try Self.rulebook(Self.limits[number])
        var decided = 0
        for round in 0..<15 {
            var random = RandomSource(seed: UInt64(number * 10_000 + round))
            let log = CutLog(&random, types: Self.types)
            guard let first = log.entries.first, let last = log.entries.last else { continue }
            let whole = try log.verdicts(fixture, completeFrom: nil)
            let beginning = first.seconds + random.below(last.seconds - first.seconds + 2)
            let part = log.cut(at: beginning, keeping: random.pick([0, 0, 50, 100]), &random)
            let found = try part.verdicts(fixture, completeFrom: beginning)
            let early = Set(part.entries.filter { $0.seconds < beginning }.map(\.id))
            let told = { (place: CutLog.Place, what: String) in
                "`\(Self.limits[number])`, round \(round): \(place) \(what), complete from \(beginning)\n"
                    + "\(part.entries.map { ($0.id, $0.type, $0.seconds, $0.key, $0.count) }) of "
                    + "\(log.entries.map { ($0.id, $0.type, $0.seconds, $0.key, $0.count) })"
            }
            for (place, statuses) in found where statuses != whole[place] {
                let others = whole[place] ?? []
                let isOpen = statuses.allSatisfy { status in
                    switch status {
                    case .undetermined, .pending: true
                    // Whether something applied matters only where it was not met.
                    case .met: others.allSatisfy { $0 == .notApplicable }
                    case .notApplicable: others.allSatisfy { $0 == .notApplicable } || early.contains(place.event)
                    case .missed, .discretion, .excused: false
                    }
                }
                guard isOpen else {
                    Issue.record("\(told(place, "\(statuses), not \(others)"))")
                    return
                }
            }
            for (place, statuses) in whole
            where early.contains(place.event) || part.entries.contains(where: { $0.id == place.event }) {
                guard found[place] == nil, statuses != [.notApplicable], statuses != [.pending] else { continue }
                // What is forbidden and comes where a clock may run is told at the event that came.
                if place.standard.contains("absence"), statuses == [.met], place.isSettledLater { continue }
                Issue.record("\(told(place, "lacks \(statuses)"))")
                return
            }
            decided += found.values.count { !$0.contains(.undetermined) }
        }
        #expect(decided > 300)
    }

    @Test(arguments: limits.indices.dropFirst())
    func knowsAllThatLiesAfter(_ number: Int) throws {
        let fixture = try Self.rulebook(Self.limits[number])
        let bounded = fixture.compiled.rulebook.standards.map(\.id).filter { id in
            // A window, and a limit of a timeline, is at most four days; the others reach back for ever.
            ["response-", "absence", "precedence", "turns", "metric-"].contains { id.hasPrefix($0) }
                || ["-1", "-2", "-3", "-4", "-5", "-6", "-8"].contains { id.hasSuffix($0) }
                || ["_1_", "_2_", "_3_", "_4_", "_5_", "_6_", "_8_"].contains { id.contains($0) }
        }
        for round in 0..<15 {
            var random = RandomSource(seed: UInt64(number * 10_000 + round))
            let log = CutLog(&random, types: Self.types)
            guard let first = log.entries.first else { continue }
            let whole = try log.verdicts(fixture, completeFrom: nil)
            let found = try log.verdicts(fixture, completeFrom: first.seconds - 8 * 86_400)
            for place in Set(whole.keys).union(found.keys) where bounded.contains(place.standard) {
                guard whole[place] != found[place] else { continue }
                Issue.record("round \(round): \(place) \(found[place] ?? []), not \(whole[place] ?? [])")
                return
            }
        }
    }
}
