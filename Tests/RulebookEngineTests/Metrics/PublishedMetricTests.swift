import RulebookModel
import Testing

@testable import RulebookEngine

/// Published standards of service levels, with rows that were computed by hand.
@Suite("Published service levels can be said and are counted exactly")
struct PublishedMetricTests {
    // MARK: Abandoned calls, over successive blocks of thirty days

    private static let abandoned = """
        abandoned:
          on: call
          when: not event.machine
          metric:
            share: not event.answered
            per: campaign
            period: {blocks: 30 days, from: campaign.started}
            at_most: 3%
        """

    private static func campaign(
        _ blocks: [(day: String, live: Int, abandoned: Int, machines: Int)], end: String
    ) throws -> [String] {
        let desk = try MetricDesk(abandoned)
        try desk.happens("campaign.started", at: "2026-03-02T09:00:00+01:00", "{\"campaign\": \"c\"}")
        for block in blocks {
            let data = { (more: String) in "{\"campaign\": \"c\"\(more)}" }
            try desk.calls(block.live, at: block.day, data(""))
            try desk.calls(block.abandoned, at: block.day, data(", \"answered\": false"))
            try desk.calls(block.machines, at: block.day, data(", \"answered\": false, \"machine\": true"))
        }
        return try desk.end(asOf: end)
    }

    @Test(
        arguments: [
            (970, 30, 0, "met c 3% of 1000"), (969, 31, 0, "missed c 3.1% of 1000"),
            (580, 20, 400, "missed c 3.33% of 600"),
        ] as [(Int, Int, Int, String)])
    func threePercent(live: Int, abandoned: Int, machines: Int, expected: String) throws {
        let findings = try Self.campaign(
            [("2026-03-31T23:00:00+02:00", live, abandoned, machines)], end: "2026-04-01T00:00:00+02:00")
        #expect(findings == [expected])
    }

    @Test func eachBlockByItself() throws {
        let findings = try Self.campaign(
            [("2026-03-10T12:00:00+01:00", 1078, 22, 0), ("2026-04-05T12:00:00+02:00", 386, 14, 0)],
            end: "2026-05-01T00:00:00+02:00")
        // Together they would have kept it: 36 of 1,500 are 2.4%.
        #expect(findings == ["met c 2% of 1100", "missed c 3.5% of 400"])
    }

    @Test func aBlockThatIsNotOverIsPending() throws {
        let findings = try Self.campaign(
            [("2026-03-10T12:00:00+01:00", 1078, 22, 0), ("2026-04-05T12:00:00+02:00", 386, 14, 0)],
            end: "2026-04-30T23:59:59+02:00")
        #expect(findings == ["met c 2% of 1100", "pending c 3.5% of 400"])
    }

    // MARK: Five formulas of one service level

    @Test(arguments: [
        ("share: event.wait <= \"20s\"", "call", "met 83.02% of 1060"),
        ("share: event.wait <= \"20s\"", "{event: call, where: event.answered}", "met 86% of 1000"),
        ("share: event.answered and event.wait <= \"20s\"", "call", "missed 81.13% of 1060"),
        (
            "ratio: {of: event.answered and event.wait <= \"20s\", to: event.answered or event.wait > \"20s\"}", "call",
            "met 82.69% of 1060"
        ),
        (
            "share: event.answered and event.wait <= \"20s\" or not event.answered and event.wait <= \"5s\"", "call",
            "met 82.08% of 1060"
        ),
    ])
    func serviceLevel(_ formula: String, on pattern: String, expected: String) throws {
        let desk = try MetricDesk(
            "m:\n  on: \(pattern)\n  metric:\n    \(formula)\n    per: everyone\n    period: lifetime\n    at_least: 82%"
        )
        try desk.calls(860, "{\"wait\": \"20s\"}")
        try desk.calls(140, "{\"wait\": \"21s\"}")
        try desk.calls(10, "{\"wait\": \"5s\", \"answered\": false}")
        try desk.calls(10, "{\"wait\": \"20s\", \"answered\": false}")
        try desk.calls(40, "{\"wait\": \"20.001s\", \"answered\": false}")
        #expect(try desk.end() == [expected])
    }

    @Test func eachCircleByItself() throws {
        func findings(per key: String) throws -> [String] {
            let desk = try MetricDesk(
                metric: "share: event.wait <= \"90s\", per: \(key), period: {calendar: quarter}, at_least: 95%")
            try desk.calls(9_473, "{\"wait\": \"90s\", \"circle\": \"North\"}")
            try desk.calls(293, "{\"wait\": \"91s\", \"circle\": \"North\"}")
            try desk.calls(43, "{\"wait\": \"90s\", \"circle\": \"West\"}")
            try desk.calls(184, "{\"wait\": \"91s\", \"circle\": \"West\"}")
            return try desk.end(asOf: "2027-01-01T00:00:00+01:00")
        }
        #expect(try findings(per: "circle") == ["met North 97% of 9766", "missed West 18.94% of 227"])
        #expect(try findings(per: "everyone") == ["met 95.23% of 9993"])
    }

    @Test(arguments: [("120s", "met 2 min of 2"), ("121s", "missed 2 min 1 s of 2")])
    func averageHold(_ hold: String, expected: String) throws {
        let desk = try MetricDesk(metric: "mean: event.hold, per: everyone, period: {calendar: year}, at_most: 2min")
        try desk.calls(1, "{\"hold\": \"\(hold)\"}")
        try desk.calls(1, "{\"hold\": \"\(hold)\"}")
        #expect(try desk.end(asOf: "2027-01-01T00:00:00+01:00") == [expected])
    }

    @Test(arguments: [(50, "met 5% of 1000"), (51, "missed 5.1% of 1000")])
    func disconnected(_ count: Int, expected: String) throws {
        let desk = try MetricDesk(
            metric: "share: not event.answered, per: everyone, period: {calendar: year}, at_most: 5%")
        try desk.calls(1000 - count, "{}")
        try desk.calls(count, "{\"answered\": false}")
        #expect(try desk.end(asOf: "2027-01-01T00:00:00+01:00") == [expected])
    }

    // MARK: One sentence, two readings

    @Test(
        arguments: [
            (95, 400, ["met 95% of 100"], ["met 1 min of 95"]), (94, 200, ["missed 94% of 100"], ["met 1 min of 94"]),
        ] as [(Int, Int, [String], [String])])
    func underThreeMinutes(fast: Int, slow: Int, each: [String], mean: [String]) throws {
        func findings(_ standard: String) throws -> [String] {
            let desk = try MetricDesk(standard)
            try desk.calls(fast, "{\"wait\": \"60s\"}")
            try desk.calls(100 - fast, "{\"wait\": \"\(slow)s\"}")
            return try desk.end()
        }
        #expect(
            try findings(
                "m:\n  on: call\n  metric: {share: event.wait < \"3min\", per: everyone, period: lifetime, at_least: 95%}"
            )
                == each)
        // The other reading is about those that were answered in time; which of them, the rulebook must say.
        #expect(
            try findings(
                "m:\n  on: call\n  when: event.wait < \"3min\"\n"
                    + "  metric: {mean: event.wait, per: everyone, period: lifetime, under: 3min}") == mean)
    }

    @Test func threeMinutesAreNotUnderThreeMinutes() throws {
        let desk = try MetricDesk(metric: "max: event.wait, per: everyone, period: lifetime, under: 3min")
        try desk.calls(1, "{\"wait\": \"180s\"}")
        #expect(try desk.end() == ["missed 3 min of 1"])
    }
}
