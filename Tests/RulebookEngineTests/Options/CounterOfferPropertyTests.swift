import CEL
import Foundation
import JSONSyntax
import RulebookEngine
import TestSupport
import Testing

/// Counter-offers of random rulebooks, held against the obvious method: try every value, nearest first.
@Suite("No nearer value would do than the one that is offered")
struct CounterOfferPropertyTests {
    @Test(arguments: PropertyCases.seeds(32))
    func isNearest(seed: UInt64) throws {
        var generator = RandomRulebook(random: RandomSource(seed: seed &+ 7_000_000))
        let rulebook = generator.make(standardCountMax: 5)
        let fixture = try RulebookFixture(rulebook.yaml().root)
        let finder = CounterOfferFinder(fixture.compiled)
        var random = RandomSource(seed: seed)
        var asked = 0
        for _ in 0..<40 where asked < 5 {
            let event = RandomEvent(rulebook: rulebook).make(&random)
            let decision = try fixture.decide(event.text)
            guard decision.outcome != .allow, decision.remark == nil, case .text(let type)? = event["type"],
                type != "e.seen"
            else { continue }
            asked += 1
            let offers = finder.find(for: decision)
            #expect(offers.evaluations <= CounterOfferFinder.evaluationMax + 1)
            let context = "seed \(seed)\n\(event.text)\n\(rulebook.yaml().root)"
            try everyVariantIsTrue(offers, event: event, fixture: fixture, context: context)
            for field in rulebook.fields(of: type) where field.name == "count" || field.name == "amount" {
                try isNearest(field, offers, decision: decision, event: event, fixture: fixture, context: context)
            }
        }
    }

    private func everyVariantIsTrue(
        _ offers: CounterOffers, event: ReferenceJSON, fixture: RulebookFixture, context: String
    ) throws {
        for variant in offers.variants {
            var changed = event
            for change in variant.changes { changed = changed.replacing(change.field, with: Self.json(change)) }
            let decided = try fixture.decide(changed.text)
            #expect(decided.outcome == variant.outcome, "\(variant)\n\(context)")
            #expect(decided.approver == variant.approver, "\(variant)\n\(context)")
        }
    }

    private func isNearest(
        _ field: ReferenceField, _ offers: CounterOffers, decision: Decision, event: ReferenceJSON,
        fixture: RulebookFixture, context: String
    ) throws {
        guard let axis = Axis(event["data"]?[field.name], field) else { return }
        let targets = [Outcome.allow, .justify, .escalate].filter { $0 < decision.outcome }
        var nearest: [Outcome: Int64] = [:]
        for step in axis.stepsByDistance where nearest.count < targets.count {
            let outcome = try fixture.decide(event.replacing(field.name, with: axis.json(step)).text).outcome
            if targets.contains(outcome), nearest[outcome] == nil { nearest[outcome] = abs(step - axis.own) }
        }
        for target in targets {
            let offered = offers.variants.first { variant in
                variant.outcome == target && variant.changes.map(\.field) == [field.name]
            }.flatMap { axis.step($0.changes[0].to) }.map { abs($0 - axis.own) }
            if let offered {
                // Far from the proposal only some values were tried: one between them may be nearer still.
                #expect(offered <= nearest[target] ?? offered, "\(field.name), \(target), own \(axis.own)\n\(context)")
            } else {
                #expect(nearest[target] == nil, "nothing offered: \(field.name), \(target)\n\(context)")
            }
        }
    }

    private static func json(_ change: Variant.Change) -> ReferenceJSON {
        switch change.value {
        case .bool(let value): .bool(value)
        case .int: .number(change.to)
        default: .text(change.to)
        }
    }
}

/// The values that are tried along a field.
private struct Axis {
    let own: Int64
    let currency: String?

    init?(_ json: ReferenceJSON?, _ field: ReferenceField) {
        switch (field.type, json) {
        case (.int, .number(let text)?):
            guard let value = Int64(text) else { return nil }
            self.init(own: value, currency: nil)
        case (.money, .number(let text)?): self.init(amount: text, currency: "EUR")
        case (.money, .text(let text)?):
            let parts = text.split(separator: " ").map(String.init)
            self.init(amount: parts[0], currency: parts[1])
        default: return nil
        }
    }

    private init?(amount: String, currency: String) {
        guard let value = Decimal(string: amount) else { return nil }
        self.init(own: Int64(truncating: (value * 100) as NSDecimalNumber), currency: currency)
    }

    private init(own: Int64, currency: String?) {
        self.own = own
        self.currency = currency
    }

    /// Values near the proposal, and further ones about where limits are, none below nothing.
    var stepsByDistance: [Int64] {
        let near: ClosedRange<Int64> = currency == nil ? own - 60...own + 60 : own - 120...own + 120
        var steps = Set(near)
        if currency != nil {
            for limit in stride(from: Int64(0), through: 4_000, by: 50) {
                steps.formUnion([limit - 1, limit, limit + 1])
            }
        }
        return steps.filter { $0 >= min(0, own) }.sorted { (abs($0 - own), $0) < (abs($1 - own), $1) }
    }

    func json(_ step: Int64) -> ReferenceJSON {
        guard let currency else { return .number("\(step)") }
        return .text("\(Decimal(step) / 100) \(currency)")
    }

    func step(_ text: String) -> Int64? {
        guard currency != nil else { return Int64(text) }
        return Axis(amount: text.split(separator: " ").first.map(String.init) ?? "", currency: "EUR")?.own
    }
}

extension ReferenceJSON {
    /// The event with another value of a field.
    func replacing(_ field: String, with value: ReferenceJSON) -> ReferenceJSON {
        guard case .object(let members) = self else { return self }
        return .object(
            members.map { member in
                guard member.name == "data", case .object(let fields) = member.value else { return member }
                return ("data", .object(fields.map { $0.name == field ? (field, value) : $0 }))
            })
    }
}
