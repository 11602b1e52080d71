import CEL
import RulebookModel
import Testing

@testable import RulebookEngine

/// A log that is written in a test line by line: what happens is decided and remembered.
final class TimelineLog {
    let fixture: RulebookFixture
    let decider: Decider

    init(_ yaml: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        fixture = try RulebookFixture(yaml, sourceLocation: sourceLocation)
        decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled))
    }

    /// An event of one interaction, named by its type and time.
    func event(_ type: String, _ time: String, _ data: String = "{}") throws -> Event {
        try fixture.event(
            "{\"id\": \"\(type)@\(time)\", \"type\": \"\(type)\", \"time\": \"\(time)\", "
                + "\"interaction\": \"i\", \"data\": \(data)}")
    }

    @discardableResult
    func happens(_ type: String, _ time: String, _ data: String = "{}") throws -> Decision {
        decider.decideAndRemember(try event(type, time, data))
    }

    /// What an event would oblige to, in words.
    func duties(_ type: String, _ time: String, _ data: String = "{}") throws -> [String] {
        let explainer = Explainer(fixture.compiled)
        return decider.decide(try event(type, time, data)).duties.map { explainer.message($0) }
    }

    /// What a proposed action comes to: the outcome and why.
    func verdict(_ type: String, _ time: String, _ data: String = "{}") throws -> String {
        let decision = decider.decide(try event(type, time, data))
        let words = Explainer(fixture.compiled).explain(decision).map(\.message).joined(separator: "; ")
        return "\(decision.outcome): \(words)"
    }

    /// What was settled since, each as `standard status: message`.
    func settled() -> [String] {
        let explainer = Explainer(fixture.compiled)
        return decider.takeFindings().map {
            "\(fixture.compiled.rulebook.standards[$0.standard].id) \($0.status.rawValue): \(explainer.message($0))"
        }
    }

    /// Ends the log, and tells what was settled since.
    func end() -> [String] {
        decider.settleAll()
        return settled()
    }
}
