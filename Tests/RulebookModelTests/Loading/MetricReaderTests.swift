import RulebookModel
import TestSupport
import Testing

@Suite("A metric is read with everything that it needs")
struct MetricReaderTests {
    @Test func readsEveryMeasure() throws {
        let bodies = [
            "share: event.wait <= \"20s\", per: customer, period: {calendar: quarter}, at_least: 95 %, sample: 30",
            "mean: event.count, per: everyone, period: lifetime, under: 3.5",
            "sum: event.value, per: [customer, channel], period: {blocks: 30 days, from: coupon.issue}, at_most: 20 EUR",
            "percentile: event.wait, at: 95, per: everyone, period: {calendar: month}, at_most: 3min",
            "count: event.count > 1, per: case, period: {calendar: day}, over: 5",
            "distinct: event.channel, per: everyone, period: {calendar: year}",
            "ratio: {of: event.value, to: true}, per: everyone, period: lifetime, at_most: 5 EUR",
            "ratio: {of: event.count > 1, to: event.count}, per: everyone, period: lifetime, at_most: 5%",
            "share: {soon: event.wait <= \"20s\", few: event.count < 3}, per: everyone, period: lifetime, at_least: settings.target",
        ]
        let standards = bodies.enumerated().map { "  m\($0): {on: coupon.issue, metric: {\($1)}}" }
        let rulebook = try CareDesk.rulebook(
            "settings: {target: 95%}\nstandards:\n" + standards.joined(separator: "\n")
                + "\n  kept: {metric: {kept: s, per: customer, period: {calendar: month}, at_least: 90%}}"
                + "\n  s: {on: coupon.issue, require: event.count < 3}")
        let metrics = rulebook.standards.compactMap { standard in
            if case .metric(let metric) = standard.body { metric } else { nil }
        }
        #expect(
            metrics.map(\.name) == [
                "kept", "share", "mean", "sum", "percentile", "count", "distinct", "ratio", "ratio", "share",
            ])
        #expect(
            metrics.map(\.type) == [
                .percent, .percent, .decimal, .money, .duration, .int, .int, .money, .percent, .percent,
            ])
        #expect(
            metrics.map { $0.bound?.side } == [
                .atLeast, .atLeast, .under, .atMost, .atMost, .over, nil, .atMost, .atMost, .atLeast,
            ])
        #expect(metrics.map(\.sampleMin) == [1, 30, 1, 1, 1, 1, 1, 1, 1, 1])
    }

    private static let rest = "per: everyone, period: lifetime"

    @Test(arguments: [
        Refusal(
            "{on: ring, metric: «{\(rest)}»}",
            .init(.missingKey, message: "the metric of the standard `s` needs the key `share`")),
        Refusal(
            "{on: ring, metric: {count: true, «share»: true, \(rest)}}",
            .init(.conflictingKeys, message: "a metric has one measure; this has `count` and `share`")),
        Refusal(
            "{on: ring, metric: {«last»: event.time, \(rest)}}",
            .init(.conflictingKeys, message: "a metric cannot be measured by `last`")),
        Refusal(
            "{on: ring, metric: {«shaer»: true, count: true, \(rest)}}",
            .init(.unknownKey, help: "did you mean `share`?")),
        Refusal(
            "{on: ring, metric: «{count: true, period: lifetime}»}",
            .init(.missingKey, message: "the metric of the standard `s` needs the key `per`")),
        Refusal(
            "{on: ring, metric: «{count: true, per: everyone}»}",
            .init(.missingKey, message: "the metric of the standard `s` needs the key `period`")),
        Refusal(
            "{on: ring, metric: {count: true, per: everyone, period: «{rolling: 7 days}»}}",
            .init(.badValue, message: "a period begins and ends; this one goes with each event")),
        Refusal(
            "{on: ring, metric: {count: true, «window»: {calendar: day}, \(rest)}}",
            .init(.conflictingKeys, message: "a metric has no `window`")),
        Refusal(
            "{on: ring, metric: {mean: true, «of»: event.count, \(rest)}}",
            .init(
                .conflictingKeys, message: "a metric has no `of`",
                help: "the population are the standard's own events: write the value after the measure, as in "
                    + "`mean: event.wait`")),
        Refusal(
            "{on: ring, metric: {max: «event.time», \(rest)}}",
            .init(
                .conditionType,
                message: "a figure is a number, an amount, a percentage or a length of time; this is an instant")),
        Refusal(
            "{on: ring, metric: {share: «event.time», \(rest)}}", .init(.conditionType)),
        Refusal(
            "{on: coupon.issue, metric: {share: event.count > 1, \(rest), at_least: «20 EUR»}}", .init(.badValue)),
        Refusal(
            "{on: coupon.issue, metric: {share: event.count > 1, \(rest), at_least: «event.value»}}",
            .init(
                .conditionType, message: "the measure is a percentage, but this limit is an amount of money")),
        Refusal(
            "{on: ring, metric: {count: true, \(rest), at_least: 1, «at_most»: 2}}",
            .init(.conflictingKeys, message: "a metric has one bound")),
        Refusal(
            "{on: ring, metric: {count: true, \(rest), «sample»: 30}}",
            .init(.conflictingKeys, message: "`sample` goes with a bound: without one there is no verdict")),
        Refusal(
            "{on: ring, metric: {count: true, \(rest), at_least: 1, sample: «0»}}",
            .init(.badValue, message: "`0` is no least population")),
        Refusal(
            "{on: ring, metric: {count: true, per: interaction, period: «lifetime», under: previous}}",
            .init(.badValue, message: "nothing comes before the whole log")),
        Refusal(
            "{on: ring, metric: {count: true, per: interaction, period: {calendar: day}, top: «0»}}",
            .init(.badValue, message: "`0` is no place", help: "write a whole number above 0, as in `top: 3`")),
        Refusal(
            "{on: ring, metric: {count: true, per: «everyone», period: {calendar: day}, top: 1}}",
            .init(.badValue, message: "one figure for everyone has no place among others")),
        Refusal(
            "{on: ring, metric: {count: true, per: interaction, period: «{blocks: 30 days, from: utterance}», top: 1}}",
            .init(
                .badValue,
                message: "figures are compared over a period that all keys share, and this one is each key's own")),
        Refusal(
            "{on: ring, metric: {count: true, per: interaction, period: {calendar: day}, top: 1, «at_least»: 2}}",
            .init(.conflictingKeys, message: "a metric has one bound")),
        Refusal(
            "{on: ring, metric: {percentile: event.time, \(rest), at: «105»}}", .init(.badValue)),
        Refusal(
            "{on: ring, metric: {count: true, «within»: 1%, \(rest)}}",
            .init(.conflictingKeys, message: "`within` goes with `percentile`: every other figure is exact")),
        Refusal(
            "{on: coupon.issue, metric: {percentile: event.count, at: 95, within: «20%», \(rest)}}",
            .init(
                .badValue, message: "`20%` is no error that an estimate may have; it is a percentage from 0.01% to 10%")
        ),
        Refusal(
            "{on: coupon.issue, metric: {percentile: event.count, at: 95, within: «0.001%», \(rest)}}",
            .init(.badValue)),
        Refusal(
            "{on: coupon.issue, metric: {percentile: event.count, at: 95, «within»: 1%, per: customer, period: "
                + "{calendar: month}, top: 3}}",
            .init(
                .conflictingKeys,
                message: "two estimates cannot be compared: they may differ by their errors alone")),
        Refusal(
            "{on: coupon.issue, metric: {ratio: «{of: event.count}», \(rest)}}",
            .init(.missingKey, message: "`ratio` needs the key `to`")),
        Refusal(
            "{on: coupon.issue, metric: {ratio: «{of: event.count, to: event.value}», \(rest)}}",
            .init(.conditionType, message: "a whole number over an amount of money is no figure")),
        Refusal(
            "{on: coupon.issue, metric: {ratio: {of: «event.channel», to: event.value}, \(rest)}}",
            .init(.conditionType)),
        Refusal(
            "{metric: {kept: «tt», \(rest)}}",
            .init(.badValue, message: "no standard is named `tt`", help: "did you mean `t`?")),
        Refusal(
            "{«on»: ring, metric: {kept: t, \(rest)}}",
            .init(.conflictingKeys, message: "`kept` is over the findings of a standard, so `on` says nothing")),
        Refusal(
            "{metric: {kept: «q», \(rest)}}",
            .init(.badValue, message: "what `q` asks is answered by people, once the log is read")),
        Refusal(
            "{metric: {kept: «s», \(rest)}}",
            .init(.badValue, message: "`s` is a metric, which says nothing of single events")),
        Refusal(
            "{on: ring, «otherwise»: deny, metric: {count: true, \(rest)}}",
            .init(
                .conflictingKeys,
                message: "a metric is about many events and decides none, so `otherwise` says nothing")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal(
            "standards:\n  t: {on: ring, require: true}\n  q: {on: ring, manual: Well?}\n  s: \(refusal.marked)",
            refusal.expected)
    }
}
