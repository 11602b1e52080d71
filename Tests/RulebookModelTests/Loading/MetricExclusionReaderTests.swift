import RulebookModel
import TestSupport
import Testing

@Suite("What people may take out of a metric is read with the rows that it is about")
struct MetricExclusionReaderTests {
    private static let vocabulary =
        CareDesk.vocabulary + "\n  outage: {about: [agent], fields: {start: timestamp, end: timestamp, day: date}}"
    private static let metric = "on: coupon.issue, metric: {count: true, per: everyone, period: lifetime, excluded_by: "

    @Test func readsKeysAndSpans() throws {
        let rulebook = try CareDesk.rulebook(
            "standards:\n  s: {\(Self.metric)[{event: ring, per: [interaction, channel]}, "
                + "{event: outage, where: event.reason != \"\", from: event.start, to: event.end}, "
                + "{event: outage, per: channel, from: event.day, to: event.day}]}}",
            files: ["vocabulary.yaml": Self.vocabulary])
        let standard = try #require(rulebook.standards.first)
        guard case .metric(let metric) = standard.body else {
            Issue.record("no metric")
            return
        }
        #expect(metric.exclusions.map(\.pattern.types) == [["ring"], ["outage"], ["outage"]])
        #expect(metric.exclusions.map(\.key.text) == ["interaction and channel", "everyone", "channel"])
        #expect(metric.exclusions.map { $0.span?.isOfDates } == [nil, false, true])
    }

    @Test(arguments: [
        Refusal(
            "«{event: ring}»",
            .init(
                .badValue, message: "such an event would take out everything",
                help: "say which rows it takes out: `per: interaction` for those that share it, or `from: event.start, "
                    + "to: event.end` for those in between")),
        Refusal("«{per: interaction}»", .init(.missingKey, message: "`excluded_by` needs the key `event`")),
        Refusal("{event: «rin», per: interaction}", .init(.unknownEvent, help: "did you mean `ring`?")),
        Refusal("{event: outage, «start»: event.start, per: channel}", .init(.unknownKey)),
        Refusal(
            "{event: outage, from: «event.start»}", .init(.missingKey, message: "`excluded_by` needs the key `to`")),
        Refusal(
            "{event: outage, from: event.start, to: «event.day»}",
            .init(.conditionType, message: "one end is an instant and the other a date", help: "write two of a kind")),
        Refusal(
            "{event: coupon.issue, from: «event.count», to: event.time}",
            .init(.conditionType, message: "rows lie between two instants or two dates; this is a whole number")),
        Refusal("«[]»", .init(.wrongKind)),
        Refusal("{event: ring, per: «count»}", .init(.unknownFact)),
        Refusal(
            "{event: {standard: «t», is: missed}, per: interaction}",
            .init(.badValue, message: "a person takes rows out, and a verdict is nobody's word")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal(
            "standards:\n  t: {on: ring, require: true}\n  s: {\(Self.metric)\(refusal.marked)}}", refusal.expected,
            files: ["vocabulary.yaml": Self.vocabulary])
    }
}
