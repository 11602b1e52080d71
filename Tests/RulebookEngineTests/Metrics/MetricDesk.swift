import CEL
import RulebookModel
import Testing

@testable import RulebookEngine

/// A rulebook of metrics over calls, and what they come to over a log.
struct MetricDesk {
    static let vocabulary = """
        rulebook: metrics
        version: 1
        timeZone: Europe/Ljubljana
        currency: EUR
        roles: [agent]
        entities: {agent: {role: role}}
        events:
          call:
            fields:
              circle: string
              campaign: string
              wait: duration
              hold: duration
              cost: money
              parts: int
              answered: {type: bool, default: true}
              machine: {type: bool, default: false}
              zone: zone
          campaign.started: {fields: {campaign: string}}
          promise: {fields: {circle: string}}
          promise.kept: {fields: {circle: string}}
        standards:

        """

    /// A finding as a test reads it: `met North 97% of 100`.
    struct Finding {
        let finding: MetricFinding

        var text: String {
            var words = [finding.status?.rawValue ?? "figure"] + finding.key
            words.append(finding.figure?.text(beside: finding.bound) ?? "none")
            words.append("of \(finding.population)")
            if finding.excused > 0 { words.append("excused \(finding.excused)") }
            if finding.unclear > 0 { words.append("unclear \(finding.unclear)") }
            return words.joined(separator: " ")
        }
    }

    let fixture: RulebookFixture
    let decider: Decider

    init(_ standards: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let indented = standards.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        fixture = try RulebookFixture(
            Self.vocabulary + indented.joined(separator: "\n"), sourceLocation: sourceLocation)
        decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled, measuresMetrics: true))
    }

    /// A single metric over calls.
    init(metric: String, when: String? = nil, unless: String? = nil) throws {
        let conditions =
            (when.map { "\n  when: \($0)" } ?? "") + (unless.map { "\n  unless: \($0)" } ?? "")
        try self.init("m:\n  on: call\(conditions)\n  metric: {\(metric)}")
    }

    /// Lets calls happen, so many at one instant with the same data.
    func calls(_ count: Int = 1, at time: String = "2026-11-02T10:00:00+01:00", _ data: String = "{}") throws {
        for _ in 0..<count { try happens("call", at: time, data) }
    }

    func happens(_ type: String, at time: String, _ data: String = "{}") throws {
        _ = decider.decideAndRemember(
            try fixture.event("{\"type\": \"\(type)\", \"time\": \"\(time)\", \"data\": \(data)}"))
    }

    /// What was settled since the last call.
    func settled() -> [String] { decider.takeMetricFindings().map { Finding(finding: $0).text } }

    /// What the log comes to, at its end or at an instant after it.
    func end(asOf time: String? = nil) throws -> [String] {
        if let time { decider.settle(before: try #require(CELTimestamp(parsing: time))) }
        decider.settleAll()
        return settled()
    }
}
