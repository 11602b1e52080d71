import RulebookModel
import Testing

@testable import RulebookEngine

@Suite("A percentile that may be estimated says so, and judges only what is certain")
struct EstimatedMetricTests {
    private func finding(_ bound: String) throws -> MetricFinding {
        let desk = try MetricDesk(
            metric: "percentile: event.wait, at: 50, within: 10%, per: everyone, period: lifetime, \(bound)")
        // The median is 100 s; with ten percent, it lies in a bin with its neighbours.
        for wait in [50, 90, 100, 103, 400] { try desk.calls(1, "{\"wait\": \"\(wait)s\"}") }
        desk.decider.settleAll()
        let findings = desk.decider.takeMetricFindings()
        return try #require(findings.count == 1 ? findings[0] : nil)
    }

    @Test(arguments: [
        ("at_most: 150s", "met"), ("at_most: 60s", "missed"), ("over: 60s", "met"),
        // Nobody can tell on which side of a bound it lies that is inside of its bin.
        ("at_most: 100s", "undetermined"), ("under: 101s", "undetermined"),
    ])
    func judgesOutsideOfItsError(_ bound: String, status: String) throws {
        #expect(try finding(bound).status?.rawValue == status)
    }

    @Test func tellsBetweenWhatItLies() throws {
        let estimate = try #require(try finding("at_most: 150s").estimate)
        #expect(estimate.least.fraction <= ExactFraction.seconds(100))
        #expect(estimate.greatest.fraction >= ExactFraction.seconds(100))
        #expect(estimate.least.fraction >= ExactFraction.seconds(80))
        #expect(estimate.greatest.fraction <= ExactFraction.seconds(120))
    }

    @Test func anExactOneHasNoEstimate() throws {
        let desk = try MetricDesk(
            metric: "percentile: event.wait, at: 50, per: everyone, period: lifetime, at_most: 100s")
        for wait in [50, 90, 100, 103, 400] { try desk.calls(1, "{\"wait\": \"\(wait)s\"}") }
        desk.decider.settleAll()
        let findings = desk.decider.takeMetricFindings()
        #expect(findings.map { $0.status?.rawValue } == ["met"])
        #expect(findings.allSatisfy { $0.estimate == nil })
    }

    @Test func whatIsUnknownLeavesItOpen() throws {
        let desk = try MetricDesk(
            metric: "percentile: event.wait, at: 50, within: 1%, per: everyone, period: lifetime, at_most: 900s")
        try desk.calls(5, "{\"wait\": \"50s\"}")
        try desk.calls(1, "{}")
        #expect(try desk.end() == ["undetermined 50 s of 6 unclear 1"])
    }
}

extension ExactFraction {
    /// So many seconds, in nanoseconds.
    fileprivate static func seconds(_ count: Int64) -> ExactFraction {
        ExactFraction(ExactDecimal(count * 1_000_000_000))
    }
}
