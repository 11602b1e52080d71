import RulebookModel
import TestSupport
import Testing

@Suite("A correlation names two metrics whose figures can be related")
struct CorrelationReaderTests {
    private static let metrics = """
        standards:
          small: {on: coupon.issue, metric: {share: event.count < 3, per: customer, period: {calendar: month}}}
          spent: {on: coupon.issue, metric: {sum: event.value, per: customer, period: {calendar: month}}}
          waits: {on: coupon.issue, metric: {mean: event.wait, per: case, period: {calendar: month}}}
          yearly: {on: coupon.issue, metric: {mean: event.wait, per: customer, period: {calendar: year}}}
          whole: {on: coupon.issue, metric: {mean: event.wait, per: everyone, period: {calendar: month}}}
          own: {on: coupon.issue, metric: {mean: event.wait, per: customer, period: {blocks: 30 days, from: ring}}}
          kept: {on: ring, require: true}
          before: {metric: {correlation: {of: small, with: spent}}}

        """

    @Test func takesGroupsAndPeriodsFromThem() throws {
        let rulebook = try CareDesk.rulebook(
            Self.metrics
                + "  s: {force: should, metric: {correlation: {of: small, with: spent}, sample: 24, at_least: 0.3}}")
        let standard = try #require(rulebook.standards.first { $0.id == "s" })
        guard case .metric(let metric) = standard.body else {
            Issue.record("no metric")
            return
        }
        #expect(metric.name == "correlation")
        #expect(metric.key.text == "customer")
        #expect(metric.period.extent == .calendar(.month, weekBegins: 1))
        #expect(metric.sampleMin == 24)
        #expect(standard.pattern.types.isEmpty)
        let before = try #require(rulebook.standards.first { $0.id == "before" })
        guard case .metric(let plain) = before.body else { return }
        #expect(plain.sampleMin == Metric.correlationSampleMin)
    }

    @Test(arguments: [
        Refusal(
            "{metric: {correlation: «{of: small}»}}", .init(.missingKey, message: "`correlation` needs the key `with`")),
        Refusal(
            "{metric: {correlation: {of: small, with: «spend»}}}",
            .init(.badValue, message: "no standard is named `spend`", help: "did you mean `spent`?")),
        Refusal(
            "{metric: {correlation: {of: small, with: «kept»}}}", .init(.badValue, message: "`kept` is no metric")),
        Refusal(
            "{metric: {correlation: {of: small, with: «before»}}}",
            .init(.badValue, message: "`before` is a correlation itself")),
        Refusal(
            "{metric: {correlation: {of: small, with: «small»}}}",
            .init(.badValue, message: "whatever it is, a metric goes together with itself")),
        Refusal(
            "{metric: {correlation: {of: small, with: «waits»}}}",
            .init(.badValue, message: "`small` is per customer and `waits` per case")),
        Refusal(
            "{metric: {correlation: {of: small, with: «yearly»}}}",
            .init(.badValue, message: "`small` and `yearly` have different periods")),
        Refusal(
            "{metric: {correlation: {of: small, with: «whole»}}}",
            .init(
                .badValue,
                message: "`whole` has one figure for everyone, and one figure goes together with nothing",
                help: "name a metric with a figure a group, as in `per: agent`")),
        Refusal(
            "{metric: {correlation: {of: small, with: «own»}}}",
            .init(
                .badValue,
                message: "the periods of `own` are each group's own, and figures are related over shared ones")),
        Refusal(
            "{metric: {correlation: {of: small, with: spent}, «per»: customer}}",
            .init(.conflictingKeys, message: "a correlation has no `per`")),
        Refusal(
            "{metric: {correlation: {of: small, with: spent}, «period»: lifetime}}",
            .init(.conflictingKeys, message: "a correlation has no `period`")),
        Refusal(
            "{metric: {correlation: {of: small, with: spent}, «at»: 5}}",
            .init(.conflictingKeys, message: "a metric has one measure; this has `correlation` and `at`")),
        Refusal(
            "{«on»: ring, metric: {correlation: {of: small, with: spent}}}",
            .init(
                .conflictingKeys,
                message: "a correlation is over the figures of two metrics, so `on` says nothing")),
        Refusal(
            "{metric: {correlation: {of: small, with: spent}, at_least: «1.1»}}",
            .init(.badValue, message: "a correlation lies between -1 and 1")),
        Refusal(
            "{metric: «{correlation: {of: small, with: spent}, over: previous}»}",
            .init(.badValue, message: "a correlation is compared with a number")),
        Refusal(
            "{metric: {correlation: {of: small, with: spent}, sample: «0»}}",
            .init(.badValue, message: "`0` is no least population")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal(Self.metrics + "  s: \(refusal.marked)", refusal.expected)
    }
}
