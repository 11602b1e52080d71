import CEL
import Foundation
import JSONSyntax
import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

@Suite("What is remembered is what going through the whole history gives")
struct MemoryPropertyTests {
    private static let windows = [
        "lifetime", "{calendar: day}", "{calendar: week}", "{calendar: week, begins: sunday}", "{calendar: month}",
        "{calendar: quarter}", "{calendar: year}", "{rolling: 2h}", "{rolling: 36h}", "{rolling: 1 day}",
        "{rolling: 3 days}", "{rolling: 2 weeks}", "{rolling: 1 month}", "{blocks: 1 day, from: begun}",
        "{blocks: 3 days, from: begun}", "{blocks: 36h, from: begun}", "{blocks: 1 month, from: begun}",
        "{blocks: 2 days, from: 2026-03-28}", "{blocks: 5h, from: 2025-10-25}", "{blocks: 1 week, from: 2025-11-01}",
    ]

    private struct Plan {
        let function: Measure.Function
        let window: String
        let resets: Bool
    }

    private static func plans() -> [Plan] {
        windows.flatMap { window in
            Measure.Function.allCases.flatMap { function in
                [false, true].map { Plan(function: function, window: window, resets: $0) }
            }
        }
    }

    @Test(arguments: 0..<8)
    func agrees(_ part: Int) throws {
        let plans = Self.plans()
        let facts = plans.enumerated().map { number, plan in
            let operand =
                switch plan.function {
                case .happened, .count: ""
                case .share: ", of: event.count > 1"
                case .percentile: ", of: event.count, at: 70"
                default: ", of: event.count"
                }
            let until = plan.resets ? ", until: reset" : ""
            return "  f\(1000 + number): {\(plan.function.rawValue): use\(operand), per: customer, "
                + "window: \(plan.window)\(until)}"
        }
        let yaml = "facts:\n" + facts.joined(separator: "\n")
        let rulebook = try MemoryDesk(yaml).fixture
        for round in 0..<12 {
            var random = RandomSource(seed: UInt64(part * 1000 + round))
            try compare(rulebook, plans, &random, "part \(part), round \(round)")
        }
    }

    private func compare(
        _ fixture: RulebookFixture, _ plans: [Plan], _ random: inout RandomSource, _ name: String
    ) throws {
        let decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled))
        // Facts have names; what blocks begin with is remembered beside them.
        let measures = fixture.compiled.measures.filter { $0.path.names.first == "facts" }
        var naive = NaiveMemory(zone: "Europe/Ljubljana")
        // Near midnights, ends of months and years, and both changes of the clock.
        let starts = [1_774_731_600, 1_792_879_200, 1_798_750_800, 1_835_380_800, 1_761_990_000]
        var seconds = starts[random.below(starts.count)] - random.below(90_000)
        let pace = [900, 7_200, 86_400, 1_000_000][random.below(4)]
        for _ in 0..<25 {
            seconds += random.below(10) == 0 ? 0 : random.below(pace)
            let instant = Date(timeIntervalSince1970: Double(seconds))
            let time = instant.formatted(.iso8601)
            let key = "c\(random.below(3))"
            let event: Event
            let chance = random.below(24)
            if chance < 4 {
                event = try fixture.event(
                    "{\"type\": \"\(chance < 2 ? "reset" : "begun")\", \"time\": \"\(time)\", \"customer\": \"\(key)\"}"
                )
            } else {
                let value = random.below(25) == 0 ? nil : Int64(random.below(9) - 3)
                let data = value.map { "{\"count\": \($0)}" } ?? "{}"
                event = try fixture.event(
                    "{\"type\": \"use\", \"time\": \"\(time)\", \"customer\": \"\(key)\", \"data\": \(data)}")
            }
            _ = decider.decide(event)
            for (number, plan) in plans.enumerated() {
                let figure = Self.figure(
                    measures[number].read(decider.frame, decider.memory))
                let expected = naive.figure(
                    plan.function, key: key, at: instant, window: plan.window, resets: plan.resets)
                guard figure == expected else {
                    Issue.record(
                        "\(name): \(plan.function) \(plan.window) resets \(plan.resets) at \(time): \(figure), not \(expected)"
                    )
                    return
                }
            }
            _ = decider.decideAndRemember(event)
            let value: Int64? = event.data?["count"]?.int64
            let kinds: [String: NaiveMemory.Kind] = ["reset": .reset, "begun": .beginning]
            naive.history.append(
                .init(instant: instant, key: key, value: value, kind: kinds[event.type] ?? .use))
        }
    }

    private static func figure(_ value: CELValue) -> NaiveMemory.Figure {
        switch value {
        case .bool(let truth): .bool(truth)
        case .int(let number): .int(number)
        case .scalar(let scalar): scalar.number?.units(fractionDigits: 12).map(NaiveMemory.Figure.decimal) ?? .unknown
        default: .unknown
        }
    }
}
