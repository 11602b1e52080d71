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
        "{rolling: 3 days}", "{rolling: 2 weeks}", "{rolling: 1 month}",
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
            let operand = plan.function.hasOperand ? ", of: event.count" : ""
            let until = plan.resets ? ", until: reset" : ""
            return "  f\(1000 + number): {\(plan.function.rawValue): use\(operand), per: customer, "
                + "window: \(plan.window)\(until)}"
        }
        let yaml = "facts:\n" + facts.joined(separator: "\n")
        let rulebook = try MemoryDesk(yaml).fixture
        for round in 0..<40 {
            var random = RandomSource(seed: UInt64(part * 1000 + round))
            try compare(rulebook, plans, &random, "part \(part), round \(round)")
        }
    }

    private func compare(
        _ fixture: RulebookFixture, _ plans: [Plan], _ random: inout RandomSource, _ name: String
    ) throws {
        let decider = fixture.compiled.makeDecider(memory: TimelineState(fixture.compiled))
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
            if random.below(12) == 0 {
                event = try fixture.event(
                    "{\"type\": \"reset\", \"time\": \"\(time)\", \"customer\": \"\(key)\"}")
            } else {
                let value = random.below(25) == 0 ? nil : Int64(random.below(9) - 3)
                let data = value.map { "{\"count\": \($0)}" } ?? "{}"
                event = try fixture.event(
                    "{\"type\": \"use\", \"time\": \"\(time)\", \"customer\": \"\(key)\", \"data\": \(data)}")
            }
            _ = decider.decide(event)
            for (number, plan) in plans.enumerated() {
                let figure = Self.figure(
                    fixture.compiled.measures[number].read(decider.frame, decider.memory))
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
            naive.history.append(
                .init(instant: instant, key: key, value: value, isReset: event.type == "reset"))
        }
    }

    private static func figure(_ value: CELValue) -> NaiveMemory.Figure {
        switch value {
        case .bool(let truth): .bool(truth)
        case .int(let number): .int(number)
        default: .unknown
        }
    }
}
