import CEL
import Foundation
import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("Figures are compared with the period before, and with each other")
struct MetricComparisonTests {
    private static let early = "{\"circle\": \"North\", \"wait\": \"10s\"}"
    private static let late = "{\"circle\": \"North\", \"wait\": \"30s\"}"

    @Test(
        "a trend holds the figure against the same key's in the period before",
        arguments: [
            ("over", "met"), ("at_least", "met"), ("under", "missed"), ("at_most", "missed"),
        ])
    func trend(_ side: String, _ expected: String) throws {
        let desk = try MetricDesk(
            metric: "share: event.wait <= \"20s\", per: circle, period: {calendar: month}, \(side): previous")
        try desk.calls(1, at: "2026-09-10T10:00:00+02:00", Self.early)
        try desk.calls(1, at: "2026-09-10T10:00:00+02:00", Self.late)
        try desk.calls(3, at: "2026-10-10T10:00:00+02:00", Self.early)
        try desk.calls(1, at: "2026-10-10T10:00:00+02:00", Self.late)
        // Nothing in November: December has no period before it.
        try desk.calls(1, at: "2026-12-10T10:00:00+01:00", Self.early)
        #expect(
            try desk.end(asOf: "2027-01-02T00:00:00+01:00") == [
                "undetermined North 50% of 2", "\(expected) North 75% of 4", "undetermined North 100% of 1",
            ])
    }

    @Test("a figure that was not certain, or of too few, is nothing to compare with")
    func uncertain() throws {
        let desk = try MetricDesk(
            metric: "share: event.wait <= \"20s\", per: circle, period: {calendar: month}, over: previous, sample: 2")
        try desk.calls(1, at: "2026-08-10T10:00:00+02:00", Self.early)
        try desk.calls(2, at: "2026-09-10T10:00:00+02:00", Self.late)
        try desk.calls(1, at: "2026-09-10T10:00:00+02:00", "{\"circle\": \"North\"}")
        try desk.calls(2, at: "2026-10-10T10:00:00+02:00", Self.early)
        #expect(
            try desk.end(asOf: "2026-11-02T00:00:00+01:00").map { String($0.prefix(while: { $0 != " " })) } == [
                "undetermined", "undetermined", "undetermined",
            ])
    }

    /// One key of a ranking: how many calls, how many of them early, and of how many the wait is not known.
    private struct Group {
        let name: String
        let early: Int
        let late: Int
        let unknown: Int
    }

    /// The verdicts by trying every way in which what is not known could turn out.
    private static func expected(_ groups: [Group], top: Int, sample: Int) -> [String] {
        let taking = groups.filter { $0.early + $0.late + $0.unknown >= sample }
        return groups.map { group in
            guard taking.contains(where: { $0.name == group.name }), group.unknown == 0 else {
                return "\(group.name) undetermined"
            }
            var verdicts: Set<Bool> = []
            func go(_ index: Int, _ better: Int) {
                guard index < taking.count else {
                    verdicts.insert(better < top)
                    return
                }
                let other = taking[index]
                let whole = other.early + other.late + other.unknown
                for more in other.unknown == 0 ? [0] : [0, other.unknown + 1_000] {
                    // Nobody knows where it would come: before all, or after all.
                    let isBetter =
                        other.unknown == 0
                        ? other.early * (group.early + group.late) > group.early * whole : more > 0
                    go(index + 1, better + (other.name != group.name && isBetter ? 1 : 0))
                }
            }
            go(0, 0)
            return "\(group.name) \(verdicts.count > 1 ? "undetermined" : verdicts.contains(true) ? "met" : "missed")"
        }
    }

    @Test("a ranking comes to what comparing every figure with every other gives", arguments: [(1, 1), (2, 3), (3, 2)])
    func ranking(_ top: Int, _ sample: Int) throws {
        let desk = try MetricDesk(
            metric:
                "share: event.wait <= \"20s\", per: circle, period: {calendar: month}, top: \(top), sample: \(sample)")
        for round in 0..<200 {
            var random = RandomSource(seed: UInt64(round))
            let groups = (0..<random.below(7)).map { number in
                Group(
                    name: "c\(number)", early: random.below(4), late: random.below(4),
                    unknown: random.chance(15) ? 1 : 0)
            }.filter { $0.early + $0.late + $0.unknown > 0 }
            let decider = desk.fixture.compiled.makeDecider(
                memory: TimelineState(desk.fixture.compiled, measuresMetrics: true))
            for group in groups {
                let waits =
                    Array(repeating: "\"10s\"", count: group.early) + Array(repeating: "\"30s\"", count: group.late)
                    + Array(repeating: "null", count: group.unknown)
                for wait in waits {
                    _ = decider.decideAndRemember(
                        try desk.fixture.event(
                            "{\"type\": \"call\", \"time\": \"2026-11-02T10:00:00+01:00\", "
                                + "\"data\": {\"circle\": \"\(group.name)\", \"wait\": \(wait)}}"))
                }
            }
            decider.settle(before: try #require(CELTimestamp(parsing: "2026-12-02T00:00:00+01:00")))
            let found = decider.takeMetricFindings().map { "\($0.key[0]) \($0.status?.rawValue ?? "")" }
            #expect(found.sorted() == Self.expected(groups, top: top, sample: sample), "round \(round): \(groups)")
        }
    }

    @Test("equal figures share the best place that they take up")
    func ties() throws {
        let desk = try MetricDesk(metric: "count: true, per: circle, period: {calendar: month}, top: 2")
        for (circle, count) in [("a", 3), ("b", 2), ("c", 2), ("d", 1)] {
            try desk.calls(count, "{\"circle\": \"\(circle)\"}")
        }
        desk.decider.settle(before: try #require(CELTimestamp(parsing: "2026-12-02T00:00:00+01:00")))
        let found = desk.decider.takeMetricFindings()
        #expect(found.map { $0.status?.rawValue } == ["met", "met", "met", "missed"])
        #expect(
            found.map(\.place) == [
                MetricPlace(number: 1, count: 4, sharedBy: 1), MetricPlace(number: 2, count: 4, sharedBy: 2),
                MetricPlace(number: 2, count: 4, sharedBy: 2), MetricPlace(number: 4, count: 4, sharedBy: 1),
            ])
    }

    @Test("a place that is only recognised is nothing where it is not reached")
    func recognition() throws {
        let desk = try MetricDesk(
            "m:\n  on: call\n  force: may\n  metric: {count: true, per: circle, period: {calendar: month}, top: 1}")
        try desk.calls(2, "{\"circle\": \"a\"}")
        try desk.calls(1, "{\"circle\": \"b\"}")
        #expect(
            try desk.end(asOf: "2026-12-02T00:00:00+01:00") == ["met a 2 of 2", "not_applicable b 1 of 1"])
    }
}
