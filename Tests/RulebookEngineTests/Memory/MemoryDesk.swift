import CEL
import RulebookModel
import Testing

@testable import RulebookEngine

/// A rulebook whose facts are measured over uses of something, to be asked what they come to.
struct MemoryDesk {
    static let vocabulary = """
        rulebook: memory
        version: 1
        timeZone: Europe/Ljubljana
        currency: EUR
        roles: [agent, senior]
        entities:
          agent: {role: role}
          customer: {tier: {enum: [standard, gold]}, zone: zone}
        actions:
          use: {about: [customer], fields: {count: int, value: money, kind: string}}
        events:
          reset: {about: [customer]}
          begun: {about: [customer]}
          undo: {about: [customer], fields: {count: int}}

        """

    let fixture: RulebookFixture
    let decider: Decider

    init(_ yaml: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        fixture = try RulebookFixture(Self.vocabulary + yaml, sourceLocation: sourceLocation)
        decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled))
    }

    /// An event of a customer.
    func event(
        _ type: String, at time: String, customer: String? = "c1", zone: String? = nil, data: String = "{}"
    ) throws -> Event {
        let zone = zone.map { ", \"zone\": \"\($0)\"" } ?? ""
        let who = customer.map { ", \"customer\": {\"id\": \"\($0)\"\(zone)}" } ?? ""
        return try fixture.event("{\"type\": \"\(type)\", \"time\": \"\(time)\"\(who), \"data\": \(data)}")
    }

    /// Lets events of a customer happen: `"2026-11-02T10:00:00+01:00 3"` is a use of three.
    func uses(_ lines: String..., customer: String = "c1", zone: String? = nil) throws {
        for line in lines {
            let words = line.split(separator: " ")
            let count = words.count > 1 ? "{\"count\": \(words[1])}" : "{}"
            _ = decider.decideAndRemember(
                try event("use", at: String(words[0]), customer: customer, zone: zone, data: count))
        }
    }

    /// What the first measure comes to just before another use.
    func figure(at time: String, customer: String? = "c1", zone: String? = nil) throws -> CELValue {
        figure(before: try event("use", at: time, customer: customer, zone: zone))
    }

    func figure(before event: Event, measure: Int = 0) -> CELValue {
        _ = decider.decide(event)
        return decider.compiled.measures[measure].read(decider.frame, decider.memory)
    }
}
