import CEL
import Testing

@testable import RulebookEngine

@Suite("A correlation relates two metrics over their groups")
struct CorrelationTests {
    private func desk(
        _ correlation: String, force: String = "must", period: String = "{calendar: month}", sample: Int = 1
    ) throws -> MetricDesk {
        try MetricDesk(
            """
            quick:
              on: call
              metric: {share: event.wait <= "20s", per: circle, period: \(period), at_least: 0%, sample: \(sample)}
            sold:
              on: call
              metric: {sum: event.parts, per: circle, period: \(period)}
            together:
              force: \(force)
              metric: {correlation: {of: quick, with: sold}\(correlation)}
            """)
    }

    /// Five circles; in the order of their quickness they sold these parts.
    private func fill(_ desk: MetricDesk, _ parts: [Int], at time: String = "2026-11-02T10:00:00+01:00") throws {
        for (place, count) in parts.enumerated() {
            let quick = place + 1
            for call in 0..<5 {
                let wait = call < quick ? 10 : 60
                let sold = call == 0 ? count : 0
                try desk.calls(1, at: time, "{\"circle\": \"c\(place)\", \"wait\": \"\(wait)s\", \"parts\": \(sold)}")
            }
        }
    }

    private func together(_ desk: MetricDesk, asOf: String = "2026-12-15T00:00:00+01:00") throws -> [MetricFinding] {
        desk.decider.settle(before: try #require(CELTimestamp(parsing: asOf)))
        desk.decider.settleAll()
        return desk.decider.takeMetricFindings().filter { $0.groups != nil }
    }

    private func texts(_ findings: [MetricFinding]) -> [String] {
        findings.map { MetricDesk.Finding(finding: $0).text }
    }

    @Test(arguments: [
        (", sample: 5, at_least: 0.8", "met 0.8 of 5"), (", sample: 5, over: 0.8", "missed 0.8 of 5"),
        (", sample: 5", "figure 0.8 of 5"), (", sample: 6, at_least: 0.1", "undetermined none of 5"),
        // Where none is written, ten groups are needed.
        (", at_least: 0.1", "undetermined none of 5"), ("", "figure none of 5"),
    ])
    func comesTo(_ correlation: String, expected: String) throws {
        let desk = try desk(correlation)
        try fill(desk, [20, 10, 30, 50, 40])
        #expect(texts(try together(desk)) == [expected])
    }

    @Test func eachPeriodHasItsOwn() throws {
        let desk = try desk(", sample: 5, over: 0")
        try fill(desk, [1, 2, 3, 4, 5])
        try fill(desk, [5, 4, 3, 2, 1], at: "2026-12-02T10:00:00+01:00")
        // The second month is not over.
        #expect(texts(try together(desk)) == ["met 1 of 5", "pending -1 of 5"])
    }

    @Test func theWholeLogIsOverAtItsEnd() throws {
        let desk = try desk(", sample: 5, over: 0", period: "lifetime")
        try fill(desk, [1, 2, 3, 4, 5])
        #expect(texts(try together(desk)) == ["met 1 of 5"])
    }

    @Test func groupsOfTooFewEventsTakeNoPart() throws {
        let desk = try desk(", sample: 5", sample: 5)
        try fill(desk, [1, 2, 3, 4, 5])
        try desk.calls(1, "{\"circle\": \"small\", \"wait\": \"10s\", \"parts\": 1000}")
        let findings = try together(desk)
        #expect(texts(findings) == ["figure 1 of 5"])
        #expect(findings.map { $0.groups?.incomplete } == [1])
    }

    @Test func aGroupThatIsNotCertainLeavesItOpen() throws {
        let desk = try desk(", sample: 5, over: 0")
        try fill(desk, [1, 2, 3, 4, 5])
        try desk.calls(1, "{\"circle\": \"open\", \"wait\": \"10s\"}")
        let findings = try together(desk)
        #expect(texts(findings) == ["undetermined 1 of 5"])
        #expect(findings.map { $0.groups?.uncertain } == [1])
    }

    @Test func whereAllHaveTheSameFigureThereIsNone() throws {
        let desk = try desk(", sample: 5, over: 0")
        try fill(desk, [3, 3, 3, 3, 3])
        #expect(texts(try together(desk)) == ["undetermined none of 5"])
    }

    @Test func recognitionThatWasNotEarnedIsNothing() throws {
        let desk = try desk(", sample: 5, over: 0.9", force: "may")
        try fill(desk, [20, 10, 30, 50, 40])
        #expect(texts(try together(desk)) == ["not_applicable 0.8 of 5"])
    }

    @Test func aRelationBetweenOthersChangesNoneOfTheirFigures() throws {
        let desk = try desk(", sample: 5")
        try fill(desk, [20, 10, 30, 50, 40])
        desk.decider.settle(before: try #require(CELTimestamp(parsing: "2026-12-15T00:00:00+01:00")))
        let others = desk.decider.takeMetricFindings().filter { $0.groups == nil }
        #expect(texts(others).sorted().prefix(2) == ["figure c0 20 of 5", "figure c1 10 of 5"])
        #expect(texts(others).count == 10)
    }
}
