import CEL
import RulebookModel
import Testing

@testable import RulebookEngine

@Suite("A metric has a figure, and a least sample, for each combination of its groups")
struct PopulationTests {
    /// What nine calls come to: two teams on two channels, for two campaigns.
    private func findings(per key: String, sample: Int = 1) throws -> [String] {
        let fixture = try RulebookFixture(
            """
            rulebook: populations
            version: 1
            timeZone: Europe/Ljubljana
            roles: [agent]
            entities: {agent: {role: role, team: string}, campaign: {title: string}}
            events: {call: {about: [agent, campaign], fields: {wait: duration}}}
            standards:
              quick:
                on: call
                metric: {share: event.wait <= "20s", per: \(key), period: lifetime, at_least: 50%, sample: \(sample)}
            """)
        let decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled, measuresMetrics: true))
        for (agent, team, channel, campaign, wait) in [
            ("a-1", "North", "phone", "spring", 10), ("a-1", "North", "phone", "spring", 30),
            ("a-1", "North", "chat", "spring", 30), ("a-2", "North", "phone", "autumn", 10),
            ("a-2", "North", "phone", "autumn", 10), ("a-3", "South", "chat", "spring", 10),
            ("a-3", "South", "chat", "spring", 30), ("a-3", "South", "chat", "spring", 30),
            ("a-3", "South", "phone", "autumn", 30),
        ] {
            _ = decider.decideAndRemember(
                try fixture.event(
                    "{\"type\": \"call\", \"time\": \"2026-11-02T10:00:00+01:00\", \"channel\": \"\(channel)\", "
                        + "\"agent\": {\"id\": \"\(agent)\", \"team\": \"\(team)\"}, "
                        + "\"campaign\": {\"id\": \"\(campaign)\"}, \"data\": {\"wait\": \"\(wait)s\"}}"))
        }
        decider.settleAll()
        return decider.takeMetricFindings().map { MetricDesk.Finding(finding: $0).text }.sorted()
    }

    @Test func byAgent() throws {
        #expect(
            try findings(per: "agent") == ["met a-2 100% of 2", "missed a-1 33.33% of 3", "missed a-3 25% of 4"])
    }

    @Test func byTeam() throws {
        #expect(try findings(per: "agent.team") == ["met North 60% of 5", "missed South 25% of 4"])
    }

    @Test func byChannelAndCampaign() throws {
        #expect(
            try findings(per: "[channel, campaign]") == [
                "met phone autumn 66.67% of 3", "met phone spring 50% of 2", "missed chat spring 25% of 4",
            ])
    }

    @Test func eachCombinationNeedsTheSampleByItself() throws {
        #expect(
            try findings(per: "[agent.team, channel]", sample: 3) == [
                "met North phone 75% of 4", "missed South chat 33.33% of 3", "undetermined North chat 0% of 1",
                "undetermined South phone 0% of 1",
            ])
    }
}
