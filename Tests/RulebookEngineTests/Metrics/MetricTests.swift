import CEL
import RulebookModel
import Testing

@testable import RulebookEngine

@Suite("A metric is a figure over a population and a period")
struct MetricTests {
    @Test(arguments: [
        ("count: true", "6 of 6"), ("count: event.answered", "5 of 6"), ("sum: event.parts", "22 of 6"),
        ("mean: event.parts", "3.67 of 6"), ("min: event.parts", "1 of 6"), ("max: event.parts", "8 of 6"),
        ("percentile: event.parts, at: 50", "2 of 6"), ("percentile: event.parts, at: 50.1", "3 of 6"),
        ("distinct: event.parts", "5 of 6"), ("share: event.parts > 2", "50% of 6"),
        ("share: {several: event.parts > 2, answered: event.answered}", "33.33% of 6"),
        ("mean: event.cost", "3.67 EUR of 6"), ("ratio: {of: event.cost, to: event.parts}", "1.00 EUR of 6"),
        ("ratio: {of: event.hold, to: true}", "3.667 s of 6"), ("ratio: {of: event.hold, to: event.wait}", "50% of 6"),
        ("ratio: {of: event.answered, to: not event.answered}", "500% of 6"),
        ("ratio: {of: event.parts, to: event.machine}", "none of 6"),
    ])
    func comesTo(_ measure: String, expected: String) throws {
        let desk = try MetricDesk(metric: "\(measure), per: everyone, period: lifetime")
        for parts in [1, 2, 2, 3, 6, 8] {
            try desk.calls(
                1,
                "{\"parts\": \(parts), \"cost\": \"\(parts) EUR\", \"hold\": \"\(parts)s\", \"wait\": \"\(2 * parts)s\","
                    + " \"answered\": \(parts != 6)}")
        }
        // A figure without a bound has no verdict.
        #expect(try desk.end() == ["figure \(expected)"])
    }

    @Test(arguments: [
        ("at_least: 75%", "met"), ("at_least: 75.000000000001%", "missed"), ("at_most: 75%", "met"),
        ("over: 75%", "missed"), ("over: 74.999999999999%", "met"), ("under: 75%", "missed"),
    ])
    func boundsSayThemselves(_ bound: String, status: String) throws {
        let desk = try MetricDesk(metric: "share: event.answered, per: everyone, period: lifetime, \(bound)")
        try desk.calls(3, "{}")
        try desk.calls(1, "{\"answered\": false}")
        desk.decider.settleAll()
        #expect(desk.decider.takeMetricFindings().map { $0.status?.rawValue } == [status])
    }

    @Test func comparesTheFractionNotWhatIsRead() throws {
        // Two thirds are above the longest decimal number that can be written for them from below.
        for (bound, status) in [("66.6666666666666666%", "met"), ("66.6666666666666667%", "missed")] {
            let desk = try MetricDesk(
                metric: "share: event.answered, per: everyone, period: lifetime, at_least: \(bound)")
            try desk.calls(2, "{}")
            try desk.calls(1, "{\"answered\": false}")
            desk.decider.settleAll()
            #expect(desk.decider.takeMetricFindings().map { $0.status?.rawValue } == [status])
        }
    }

    @Test func aPeriodIsCertainOnceItIsOver() throws {
        let desk = try MetricDesk(
            metric: "share: event.answered, per: circle, period: {calendar: month}, at_least: 50%")
        try desk.calls(1, at: "2026-10-31T23:59:59+01:00", "{\"circle\": \"a\"}")
        #expect(desk.settled() == [])
        // The first instant of the next month is in that month.
        try desk.calls(1, at: "2026-11-01T00:00:00+01:00", "{\"circle\": \"a\", \"answered\": false}")
        #expect(desk.settled() == ["met a 100% of 1"])
        try desk.calls(1, at: "2026-11-02T00:00:00+01:00", "{\"circle\": \"b\"}")
        #expect(desk.decider.memory?.metricCount == 2)
        #expect(try desk.end() == ["pending a 0% of 1", "pending b 100% of 1"])
        #expect(desk.decider.memory?.metricCount == 0)
    }

    @Test func aDayIsAsLongAsTheClockSays() throws {
        let desk = try MetricDesk(metric: "count: true, per: everyone, period: {calendar: day}")
        try desk.calls(1, at: "2026-03-28T23:30:00Z")
        try desk.calls(1, at: "2026-03-29T22:30:00Z")
        desk.decider.settleAll()
        let periods = desk.decider.takeMetricFindings().map(\.period)
        // The day on which clocks go forward has 23 hours.
        var hours: [Int64] = []
        for period in periods {
            let (start, end) = (try #require(period.start), try #require(period.end))
            hours.append(try #require(end.since(start)).nanoseconds / 3_600_000_000_000)
        }
        #expect(hours == [23, 24])
    }

    @Test func excusedEventsAreInNoDenominator() throws {
        let desk = try MetricDesk(
            metric: "share: event.answered, per: everyone, period: lifetime, at_least: 90%",
            when: "event.parts > 0", unless: "event.machine")
        try desk.calls(9, "{\"parts\": 1}")
        try desk.calls(5, "{\"parts\": 1, \"answered\": false, \"machine\": true}")
        try desk.calls(7, "{\"parts\": 0, \"answered\": false}")
        try desk.calls(1, "{\"parts\": 1, \"answered\": false}")
        #expect(try desk.end() == ["met 90% of 10 excused 5"])
    }

    @Test func whereEverythingIsExcusedThereIsNothingToJudge() throws {
        let desk = try MetricDesk(
            metric: "share: event.answered, per: everyone, period: lifetime, at_least: 90%", unless: "event.machine")
        try desk.calls(2, "{\"machine\": true}")
        #expect(try desk.end() == ["not_applicable none of 0 excused 2"])
    }

    @Test(
        arguments: [
            (29, "undetermined 100% of 29"), (30, "met 100% of 30"),
        ] as [(Int, String)])
    func aSmallSampleSaysNothing(_ count: Int, expected: String) throws {
        let desk = try MetricDesk(
            metric: "share: event.answered, per: everyone, period: lifetime, at_least: 95%, sample: 30")
        try desk.calls(count, "{}")
        #expect(try desk.end() == [expected])
    }

    @Test(
        arguments: [
            // Whatever the unknown ones are, it changes nothing.
            (96, 3, 1, "met 96.97% of 100 unclear 1"), (90, 9, 1, "missed 90.91% of 100 unclear 1"),
            (94, 4, 2, "undetermined 95.92% of 100 unclear 2"), (95, 0, 5, "met 100% of 100 unclear 5"),
        ] as [(Int, Int, Int, String)])
    func nothingUnknownEverCountsAsKept(fast: Int, slow: Int, unknown: Int, expected: String) throws {
        let desk = try MetricDesk(
            metric: "share: event.wait <= \"20s\", per: everyone, period: lifetime, at_least: 95%")
        try desk.calls(fast, "{\"wait\": \"20s\"}")
        try desk.calls(slow, "{\"wait\": \"21s\"}")
        try desk.calls(unknown, "{}")
        desk.decider.settleAll()
        let findings = desk.decider.takeMetricFindings()
        #expect(findings.map { MetricDesk.Finding(finding: $0).text } == [expected])
        #expect(findings.map(\.missing) == [["event.wait"]])
    }

    @Test func anUnknownValueLeavesAMeanUndetermined() throws {
        let desk = try MetricDesk(metric: "mean: event.wait, per: everyone, period: lifetime, at_most: 20s")
        try desk.calls(5, "{\"wait\": \"1s\"}")
        try desk.calls(1, "{}")
        #expect(try desk.end() == ["undetermined 1 s of 6 unclear 1"])
    }

    @Test func anEventThatMayBelongCouldTurnIt() throws {
        func findings(_ answered: Int) throws -> [String] {
            let desk = try MetricDesk(
                metric: "share: event.answered, per: everyone, period: lifetime, at_least: 50%",
                when: "event.wait > \"1s\"")
            try desk.calls(answered, "{\"wait\": \"2s\"}")
            try desk.calls(2, "{\"wait\": \"2s\", \"answered\": false}")
            try desk.calls(1, "{}")
            return try desk.end()
        }
        #expect(try findings(2) == ["undetermined 50% of 4 unclear 1"])
        #expect(try findings(3) == ["met 60% of 5 unclear 1"])
    }

    @Test func whatBelongsToNobodyIsToldByItself() throws {
        let desk = try MetricDesk(
            metric: "share: event.answered, per: circle, period: lifetime, at_least: 50%")
        try desk.calls(2, "{\"circle\": \"a\"}")
        try desk.calls(3, "{}")
        #expect(try desk.end() == ["met a 100% of 2", "undetermined not known 100% of 3"])
    }

    @Test func beforeTheFirstBlockNothingIsJudged() throws {
        let desk = try MetricDesk(
            metric:
                "share: event.answered, per: campaign, period: {blocks: 168h, from: campaign.started}, at_least: 50%")
        try desk.calls(2, at: "2026-11-01T09:00:00Z", "{\"campaign\": \"a\"}")
        try desk.happens("campaign.started", at: "2026-11-01T10:00:00Z", "{\"campaign\": \"a\"}")
        try desk.calls(1, at: "2026-11-01T10:00:00Z", "{\"campaign\": \"a\"}")
        desk.decider.settleAll()
        let findings = desk.decider.takeMetricFindings()
        #expect(
            findings.map { MetricDesk.Finding(finding: $0).text } == [
                "undetermined a 100% of 2", "pending a 100% of 1",
            ])
        #expect(findings.first?.missing == ["an earlier campaign.started"])
    }

    @Test func aNewBeginningEndsTheBlock() throws {
        let desk = try MetricDesk(
            metric: "count: true, per: campaign, period: {blocks: 30 days, from: campaign.started}, at_most: 2")
        let campaign = "{\"campaign\": \"a\"}"
        try desk.happens("campaign.started", at: "2026-11-01T10:00:00Z", campaign)
        try desk.calls(3, at: "2026-11-02T10:00:00Z", campaign)
        try desk.happens("campaign.started", at: "2026-11-03T10:00:00Z", campaign)
        #expect(desk.settled() == ["missed a 3 of 3"])
        try desk.calls(1, at: "2026-11-03T10:00:00Z", campaign)
        #expect(try desk.end(asOf: "2026-12-02T22:59:59Z") == ["pending a 1 of 1"])
    }

    @Test func whatWasKeptOfAnotherStandard() throws {
        let desk = try MetricDesk(
            """
            promises:
              timeline: {after: promise, expect: promise.kept, within: 24h, per: circle}
            waits: {on: call, require: event.wait <= "20s", unless: event.machine}
            kept.promises: {metric: {kept: promises, per: circle, period: {calendar: month}, at_least: 90%}}
            kept.waits: {metric: {kept: waits, per: circle, period: {calendar: month}, at_least: 90%}}
            """)
        func call(_ data: String) throws { try desk.calls(1, at: "2026-11-03T10:00:00Z", data) }
        try call("{\"circle\": \"a\", \"wait\": \"20s\"}")
        try call("{\"circle\": \"a\", \"wait\": \"21s\", \"machine\": true}")
        try call("{\"circle\": \"b\", \"wait\": \"21s\"}")
        try call("{\"circle\": \"b\", \"wait\": \"1s\"}")
        try desk.happens("promise", at: "2026-11-28T10:00:00Z", "{\"circle\": \"a\"}")
        try desk.happens("promise.kept", at: "2026-11-28T11:00:00Z", "{\"circle\": \"a\"}")
        // It becomes certain in December that this one was not kept.
        try desk.happens("promise", at: "2026-11-30T22:59:59Z", "{\"circle\": \"a\"}")
        #expect(
            Set(try desk.end(asOf: "2027-01-01T00:00:00Z")) == [
                "met a 100% of 1 excused 1", "missed b 50% of 2", "met a 100% of 1", "missed a 0% of 1",
            ])
    }

    @Test func findingsOfOthersCanBeCounted() throws {
        let desk = try MetricDesk(
            """
            waits: {on: call, require: event.wait <= "20s"}
            m:
              on: {standard: waits, is: missed}
              metric: {count: true, per: circle, period: {calendar: day}, at_most: 1}
            """)
        for circle in ["a", "b", "b"] { try desk.calls(1, "{\"circle\": \"\(circle)\", \"wait\": \"21s\"}") }
        try desk.calls(5, "{\"circle\": \"a\", \"wait\": \"1s\"}")
        #expect(try desk.end(asOf: "2026-11-03T00:00:00+01:00") == ["met a 1 of 1", "missed b 2 of 2"])
    }

    @Test func aSettingIsReadAtTheFirstEventOfThePeriod() throws {
        let fixture = try MetricDesk(
            metric: "count: true, per: circle, period: {calendar: month}, at_most: event.parts")
        try fixture.calls(1, "{\"circle\": \"a\", \"parts\": 2}")
        try fixture.calls(1, "{\"circle\": \"a\", \"parts\": 1}")
        try fixture.calls(1, "{\"circle\": \"b\"}")
        #expect(
            try fixture.end(asOf: "2026-12-01T00:00:00+01:00") == ["met a 2 of 2", "undetermined b 1 of 1"])
    }

    @Test func decidesNothingAboutAProposal() throws {
        let desk = try MetricDesk(metric: "count: true, per: everyone, period: lifetime, at_most: 0")
        let decision = desk.decider.decide(
            try desk.fixture.event("{\"type\": \"call\", \"time\": \"2026-11-02T10:00:00Z\"}"))
        #expect(decision.outcome == .allow)
        #expect(decision.results.isEmpty)
        #expect(try desk.end() == [])
    }

    @Test func isKeptOnlyWhereSomebodyAsks() throws {
        let desk = try MetricDesk(metric: "count: true, per: everyone, period: lifetime")
        let decider = desk.fixture.compiled.makeDecider(memory: TimelineState(desk.fixture.compiled))
        _ = decider.decideAndRemember(
            try desk.fixture.event("{\"type\": \"call\", \"time\": \"2026-11-02T10:00:00Z\"}"))
        decider.settleAll()
        #expect(decider.takeMetricFindings().isEmpty)
        #expect(decider.memory?.metricCount == 0)
    }

    @Test func anAmountOfAnotherCurrencyIsNoFigure() throws {
        let desk = try MetricDesk(metric: "mean: event.cost, per: everyone, period: lifetime, at_most: 5 EUR")
        try desk.calls(1, "{\"cost\": \"1 EUR\"}")
        try desk.calls(1, "{\"cost\": \"1 USD\"}")
        desk.decider.settleAll()
        let finding = try #require(desk.decider.takeMetricFindings().first)
        #expect(finding.status == .undetermined)
        #expect(finding.obstacle == "amounts in EUR and USD cannot be compared or added")
    }
}
