import JSONSyntax
import Measuring
import RulebookEngine
import RulebookModel

/// Times a decision that looks at what happened before, beside the same decision without memory.
struct StatefulBenchmark {
    private static let eventCount = 1_000
    private static let roundCount = 20_000

    private static let head = """
        rulebook: stateful
        currency: EUR
        roles: [agent, senior, supervisor]
        entities: {agent: {role: role}, customer: {id: string, tier: {enum: [standard, gold]}}}
        actions: {coupon.issue: {fields: {count: int, amount: money}}}
        events: {call.opened: {}, call.closed: {}, promise.made: {}, promise.kept: {}}
        standards:

        """

    /// Three limits on the event alone.
    private static let plain =
        head
        + (0..<3).map { number in
            """
              limit.n\(number):
                title: Limit \(number)
                because: Somebody pays.
                owner: care-lead
                on: coupon.issue
                allowance: {sum: event.count, window: each, steps: [{up_to: \(5 + number)}, {up_to: 20, needs: reason}]}

            """
        }.joined()

    /// Three limits over windows, and two clocks.
    private static let remembering =
        head
        + zip(["24h", "168h", "720h"], [5, 20, 50]).map { window, most in
            """
              limit.in\(window):
                title: At most \(most) coupons in \(window)
                because: Somebody pays.
                owner: care-lead
                on: coupon.issue
                allowance: {sum: event.count, per: customer.id, window: {rolling: \(window)}, steps: [{up_to: \(most)}, {up_to: \(most * 2), needs: reason}]}

            """
        }.joined()
            + """
              promises.kept:
                title: A promise is kept within a day
                because: We said so.
                owner: care-lead
                timeline: {after: promise.made, expect: promise.kept, per: customer.id, within: 24h}
              calls.first:
                title: Coupons are given within ten minutes of the call
                because: Later they are forgotten.
                owner: care-lead
                timeline: {after: call.opened, expect: coupon.issue, per: customer.id, within: 10min}

            """

    func run(_ table: inout ResultTable) throws {
        let plain = try time(Self.plain, remembers: false)
        table.add("decide, three limits of one event", plain)
        let looking = try time(Self.remembering, remembers: false)
        table.add("decide, three windows and two clocks in memory", looking, baseline: ("without memory", plain))
        let remembering = try time(Self.remembering, remembers: true)
        table.add("the same, and remember the event", remembering, baseline: ("without memory", plain))
    }

    private func time(_ yaml: String, remembers: Bool) throws -> Double {
        let compiled = CompiledRulebook(try LoadingBenchmark.load(yaml))
        let reader = compiled.reader
        let events = try (0..<Self.eventCount).map { number in
            // One customer comes every few minutes.
            let minute = number % 60
            let json = """
                {"id":"e\(number)","type":"coupon.issue","time":"2026-11-\(10 + number / 600)T\(10 + number / 60 % 10):\
                \(minute < 10 ? "0" : "")\(minute):00Z","agent":{"role":"agent"},"customer":{"id":"c\(number % 50)",\
                "tier":"gold"},"data":{"count":1,"amount":"5.00 EUR"}}
                """
            guard let event = reader.read(try JSONDocument.parse(json).root).event else {
                throw BenchmarkFailure(message: "an event cannot be read: \(json)")
            }
            return event
        }
        let decider = compiled.makeDecider(memory: compiled.remembers ? TimelineState(compiled) : nil)
        if !remembers {
            for event in events where compiled.remembers { _ = decider.decideAndRemember(event) }
            return Stopwatch.nanoseconds(rounds: Self.roundCount) { round in
                decider.decide(events[Self.eventCount - 1 - round % 50]).results.count
            }
        }
        var samples: [Double] = []
        for _ in 0..<Stopwatch.sampleCount {
            let fresh = compiled.makeDecider(memory: TimelineState(compiled))
            samples.append(
                Stopwatch.once(rounds: Self.eventCount) { fresh.decideAndRemember(events[$0]).results.count })
        }
        return samples.sorted()[samples.count / 2]
    }
}
