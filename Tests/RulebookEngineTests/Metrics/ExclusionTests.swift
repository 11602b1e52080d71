import CEL
import RulebookModel
import Testing

@testable import RulebookEngine

@Suite("People take rows out of a metric, with their name and a reason")
struct ExclusionTests {
    private static let vocabulary = """
        rulebook: exclusions
        version: 1
        timeZone: Europe/Ljubljana
        currency: EUR
        roles: [agent, manager]
        entities: {agent: {role: role}}
        events:
          call: {fields: {wait: duration, circle: {type: string, private: true}}}
          call.excluded: {about: [agent], fields: {circle: {type: string, private: true}}}
          outage: {about: [agent], fields: {start: timestamp, end: timestamp, day: date}}
        standards:
          quick:
            on: call
            metric: {share: event.wait <= "20s", per: everyone, period: {calendar: month}, at_least: 90%, excluded_by:
        """

    private let fixture: RulebookFixture
    private let decider: Decider

    private static let signed = "\"agent\": {\"id\": \"m-1\"}, \"reason\": \"a test of the line\""

    init() throws { try self.init("{event: call.excluded, per: interaction}") }

    private init(_ excludedBy: String) throws {
        fixture = try RulebookFixture("\(Self.vocabulary) \(excludedBy)}\n")
        decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled, measuresMetrics: true))
    }

    private func happens(
        _ type: String, at time: String, _ interaction: String? = nil, _ data: String = "{}", _ more: String = ""
    ) throws {
        let members = [
            "\"type\": \"\(type)\"", "\"time\": \"2026-11-\(time)+01:00\"", "\"id\": \"\(type)@\(time)\"",
            interaction.map { "\"interaction\": \"\($0)\"" } ?? "", "\"data\": \(data)", more,
        ].filter { !$0.isEmpty }
        _ = decider.decideAndRemember(try fixture.event("{\(members.joined(separator: ", "))}"))
    }

    private func end() throws -> [String] {
        decider.settle(before: try #require(CELTimestamp(parsing: "2026-12-02T00:00:00Z")))
        decider.settleAll()
        return decider.takeMetricFindings().map {
            MetricDesk.Finding(finding: $0).text + ($0.excluded > 0 ? " excluded \($0.excluded)" : "")
        }
    }

    private func removed() -> [String] {
        decider.exclusions.map { "\($0.who): \($0.reason): \($0.removedCount)\($0.refusal.map { " (\($0))" } ?? "")" }
    }

    private static let (slow, fast) = ("{\"wait\": \"60s\"}", "{\"wait\": \"5s\"}")

    @Test func aRowIsTakenOutBeforeAndAfterItCame() throws {
        try happens("call", at: "02T09:00:00", "i-1", Self.slow)
        try happens("call", at: "02T10:00:00", "i-2", Self.fast)
        try happens("call.excluded", at: "02T11:00:00", "i-1", "{}", Self.signed)
        try happens("call", at: "02T12:00:00", "i-1", Self.slow)
        #expect(try end() == ["met 100% of 1 excluded 2"])
        #expect(removed() == ["m-1: a test of the line: 2"])
    }

    @Test func withoutItTheRowCounts() throws {
        try happens("call", at: "02T09:00:00", "i-1", Self.slow)
        try happens("call", at: "02T10:00:00", "i-2", Self.fast)
        #expect(try end() == ["missed 50% of 2"])
        #expect(removed().isEmpty)
    }

    @Test(arguments: [
        ("\"agent\": {\"id\": \"m-1\"}", "m-1: : 0 (no reason was given)"),
        ("\"agent\": {\"id\": \"m-1\"}, \"reason\": \"  \"", "m-1: : 0 (no reason was given)"),
        ("\"reason\": \"a test\"", ": a test: 0 (nobody stands behind it)"),
        ("\"recorded_by\": \"sup-2\", \"reason\": \"a test\"", "sup-2: a test: 1"),
    ])
    func nobodyTakesOutAnythingWithoutNameAndReason(_ envelope: String, expected: String) throws {
        try happens("call", at: "02T09:00:00", "i-1", Self.slow)
        try happens("call.excluded", at: "02T11:00:00", "i-1", "{}", envelope)
        _ = try end()
        #expect(removed() == [expected])
    }

    @Test func whatIsSaidTooLateChangesNothing() throws {
        try happens("call", at: "02T09:00:00", "i-1", Self.slow)
        decider.settle(before: try #require(CELTimestamp(parsing: "2026-12-01T00:00:00Z")))
        #expect(decider.takeMetricFindings().map { $0.status?.rawValue } == ["missed"])
        _ = decider.decideAndRemember(
            try fixture.event(
                "{\"type\": \"call.excluded\", \"time\": \"2026-12-01T09:00:00+01:00\", \"interaction\": \"i-1\", "
                    + "\(Self.signed)}"))
        #expect(try end() == [])
        #expect(removed() == ["m-1: a test of the line: 0"])
    }

    @Test func aKeyThatIsMissingTakesOutNothing() throws {
        try happens("call", at: "02T09:00:00", nil, Self.slow)
        try happens("call.excluded", at: "02T11:00:00", nil, "{}", Self.signed)
        #expect(try end() == ["missed 0% of 1"])
        #expect(removed() == ["m-1: a test of the line: 0 (event.interaction is not known)"])
    }

    @Test func whatTwoPeopleTakeOutIsTakenOutOnce() throws {
        try happens("call", at: "02T09:00:00", "i-1", Self.slow)
        try happens("call.excluded", at: "02T11:00:00", "i-1", "{}", Self.signed)
        try happens("call.excluded", at: "02T12:00:00", "i-1", "{}", "\"recorded_by\": \"m-2\", \"reason\": \"again\"")
        #expect(try end() == ["not_applicable none of 0 excluded 1"])
        #expect(removed() == ["m-1: a test of the line: 1", "m-2: again: 0"])
    }

    @Test func aSpanTakesOutWhatLiesInIt() throws {
        let test = try ExclusionTests("{event: outage, from: event.start, to: event.end}")
        for time in ["02T08:59:59", "02T09:00:00", "02T09:59:59", "02T10:00:00"] {
            try test.happens("call", at: time, nil, Self.slow)
        }
        try test.happens(
            "outage", at: "03T08:00:00", nil,
            "{\"start\": \"2026-11-02T09:00:00+01:00\", \"end\": \"2026-11-02T10:00:00+01:00\"}", Self.signed)
        // The first instant belongs to it, the last one does not.
        #expect(try test.end() == ["missed 0% of 2 excluded 2"])
        #expect(test.removed() == ["m-1: a test of the line: 2"])
    }

    @Test func aDateIsTakenOutWhole() throws {
        let test = try ExclusionTests("{event: outage, from: event.day, to: event.day}")
        for time in ["01T23:59:59", "02T00:00:00", "02T23:59:59", "03T00:00:00"] {
            try test.happens("call", at: time, nil, Self.slow)
        }
        try test.happens("outage", at: "03T08:00:00", nil, "{\"day\": \"2026-11-02\"}", Self.signed)
        #expect(try test.end() == ["missed 0% of 2 excluded 2"])
    }

    @Test func aSpanThatRunsBackwardsOrIsUnknownTakesOutNothing() throws {
        let test = try ExclusionTests("{event: outage, from: event.start, to: event.end}")
        try test.happens("call", at: "02T09:30:00", nil, Self.slow)
        try test.happens(
            "outage", at: "03T08:00:00", nil,
            "{\"start\": \"2026-11-02T10:00:00+01:00\", \"end\": \"2026-11-02T09:00:00+01:00\"}", Self.signed)
        try test.happens("outage", at: "03T09:00:00", nil, "{\"start\": \"2026-11-02T10:00:00+01:00\"}", Self.signed)
        #expect(try test.end() == ["missed 0% of 1"])
        #expect(
            test.removed() == [
                "m-1: a test of the line: 0 (its end lies before its beginning)",
                "m-1: a test of the line: 0 (event.end is not known)",
            ])
    }

    @Test func aConditionSaysWhoseWordCounts() throws {
        let test = try ExclusionTests(
            "{event: call.excluded, where: agent.role >= \"manager\", per: interaction}")
        try test.happens("call", at: "02T09:00:00", "i-1", Self.slow)
        try test.happens(
            "call.excluded", at: "02T11:00:00", "i-1", "{}",
            "\"agent\": {\"id\": \"a-1\", \"role\": \"agent\"}, \"reason\": \"looks bad\"")
        #expect(try test.end() == ["missed 0% of 1"])
        #expect(test.removed().isEmpty)
    }

    @Test func severalKindsOfEventsMayTakeOut() throws {
        let test = try ExclusionTests(
            "[{event: call.excluded, per: interaction}, {event: outage, from: event.day, to: event.day}]")
        try test.happens("call", at: "02T09:00:00", "i-1", Self.slow)
        try test.happens("call", at: "03T09:00:00", "i-2", Self.slow)
        try test.happens("call", at: "04T09:00:00", "i-3", Self.fast)
        try test.happens("call.excluded", at: "04T11:00:00", "i-1", "{}", Self.signed)
        try test.happens("outage", at: "04T12:00:00", nil, "{\"day\": \"2026-11-03\"}", Self.signed)
        #expect(try test.end() == ["met 100% of 1 excluded 2"])
        #expect(test.decider.exclusions.map(\.removedCount) == [1, 1])
    }

    @Test func whatIsPrivateIsMasked() throws {
        let test = try ExclusionTests("{event: call.excluded, per: circle}")
        try test.happens("call.excluded", at: "02T11:00:00", nil, "{\"circle\": \"north\"}", Self.signed)
        #expect(test.decider.exclusions.map(\.rows) == [[Explainer.mask]])
    }
}
