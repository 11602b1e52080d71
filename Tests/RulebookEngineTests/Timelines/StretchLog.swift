import Testing

@testable import RulebookEngine

/// A log that is written event by event, under a rulebook of timelines.
final class StretchLog {
    let fixture: RulebookFixture
    let decider: Decider

    init(_ rulebook: String) throws {
        fixture = try RulebookFixture(rulebook)
        decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled))
    }

    /// An event of 2 November 2026 at a time of day in UTC, named `type@time`.
    func event(_ type: String, _ time: String, interaction: String = "i", data: String = "{}") throws -> Event {
        try fixture.event(
            "{\"id\": \"\(type)@\(time)\", \"type\": \"\(type)\", \"time\": \"2026-11-02T\(time)Z\", "
                + "\"interaction\": \"\(interaction)\", \"data\": \(data)}")
    }

    @discardableResult
    func happens(
        _ type: String, _ time: String, interaction: String = "i", data: String = "{}"
    ) throws -> Decision {
        decider.decideAndRemember(try event(type, time, interaction: interaction, data: data))
    }

    /// What an event would come to.
    func propose(_ type: String, _ time: String, interaction: String = "i", data: String = "{}") throws -> Decision {
        decider.decide(try event(type, time, interaction: interaction, data: data))
    }

    func duties(_ decision: Decision) -> [String] {
        decision.duties.map { Explainer(fixture.compiled).message($0) }
    }

    func messages(_ decision: Decision) -> [String] { Explainer(fixture.compiled).explain(decision).map(\.message) }

    /// What was settled, each as `trigger status: message`.
    func settled() -> [String] {
        let explainer = Explainer(fixture.compiled)
        return decider.takeFindings().map { "\($0.trigger.id) \($0.status.rawValue): \(explainer.message($0))" }
    }
}
