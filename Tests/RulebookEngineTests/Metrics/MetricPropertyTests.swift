import CEL
import Foundation
import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("A metric comes to what counting a whole log gives")
struct MetricPropertyTests {
    private static let units: [(String, Calendar.Component)] = [
        ("day", .day), ("week", .weekOfYear), ("month", .month), ("year", .year),
    ]

    @Test(arguments: 0..<12)
    func agrees(_ seed: Int) throws {
        let (unit, component) = Self.units[seed % Self.units.count]
        let naive = NaiveMetric(unit: component, atLeast: [50, 90, 67][seed % 3], sample: 1 + seed % 4)
        let desk = try MetricDesk(
            metric: "share: event.wait <= \"20s\", per: circle, period: {calendar: \(unit)}, "
                + "at_least: \(naive.atLeast)%, sample: \(naive.sample)",
            when: "event.parts == 0", unless: "event.machine")
        for round in 0..<20 {
            var random = RandomSource(seed: UInt64(seed * 1_000 + round))
            try compare(desk, naive, &random, "seed \(seed), round \(round)")
        }
    }

    private func compare(
        _ desk: MetricDesk, _ naive: NaiveMetric, _ random: inout RandomSource, _ name: String
    ) throws {
        let compiled = desk.fixture.compiled
        let decider = compiled.makeDecider(memory: TimelineState(compiled, measuresMetrics: true))
        // Near midnights, ends of months and years, and both changes of the clock.
        let starts = [1_774_731_600, 1_792_879_200, 1_798_750_800, 1_835_380_800, 1_761_990_000]
        var seconds = starts[random.below(starts.count)] - random.below(90_000)
        let pace = [3_600, 40_000, 1_000_000][random.below(3)]
        var calls: [NaiveMetric.Call] = []
        var findings: [MetricFinding] = []
        for _ in 0..<60 {
            seconds += random.below(8) == 0 ? 0 : random.below(pace)
            let call = NaiveMetric.Call(
                instant: Date(timeIntervalSince1970: Double(seconds)),
                circle: random.below(12) == 0 ? nil : "c\(random.below(3))",
                wait: random.below(10) == 0 ? nil : 18 + random.below(5),
                isMachine: random.below(12) == 0 ? nil : random.below(6) == 0, isExcused: random.below(8) == 0)
            calls.append(call)
            _ = decider.decideAndRemember(try desk.fixture.event(Self.json(call)))
            findings += decider.takeMetricFindings()
        }
        let end = seconds + (random.below(2) == 0 ? 0 : random.below(5_000_000))
        decider.settle(before: try #require(CELTimestamp(seconds: Int64(end))))
        decider.settleAll()
        findings += decider.takeMetricFindings()
        let expected = naive.findings(calls, asOf: Date(timeIntervalSince1970: Double(end)))
        let actual = findings.map(Self.text).sorted()
        if actual != expected {
            let more = Set(actual).subtracting(expected).sorted()
            Issue.record("\(name): \(more), not \(Set(expected).subtracting(actual).sorted())")
        }
    }

    private static func json(_ call: NaiveMetric.Call) -> String {
        var data: [String] = ["\"machine\": \(call.isExcused)"]
        if let circle = call.circle { data.append("\"circle\": \"\(circle)\"") }
        if let wait = call.wait { data.append("\"wait\": \"\(wait)s\"") }
        if let isMachine = call.isMachine { data.append("\"parts\": \(isMachine ? 1 : 0)") }
        return "{\"type\": \"call\", \"time\": \"\(call.instant.formatted(.iso8601))\", "
            + "\"data\": {\(data.joined(separator: ", "))}}"
    }

    private static func text(_ finding: MetricFinding) -> String {
        var figure = "none"
        if let share = finding.figure {
            // A share is known in percent; the population less what is unclear gives its whole back.
            let fraction = share.fraction
            figure = "\(fraction.numerator / 100)/\(fraction.denominator)"
        }
        let start = finding.period.start.map { Double($0.seconds) } ?? 0
        return "\(finding.key[0]) \(start) \(finding.status?.rawValue ?? "figure") \(figure)"
    }
}
