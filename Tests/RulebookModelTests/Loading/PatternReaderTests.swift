import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A pattern names events: a type, another pattern, several of them, or those for which something holds")
struct PatternReaderTests {
    @Test(arguments: [
        ("ring", ["ring:0"]), ("[ring]", ["ring:0"]), ("[ring, utterance]", ["ring:0", "utterance:0"]),
        ("remedy", ["coupon.issue:0", "refund.pay:0"]), ("agent.turn", ["utterance:1"]),
        ("[agent.turn, ring]", ["utterance:1", "ring:0"]),
        ("{event: ring}", ["ring:0"]), ("{event: agent.turn, where: event.text != \"\"}", ["utterance:2"]),
        ("[[ring], [[utterance]]]", ["ring:0", "utterance:0"]),
        (
            "{event: [coupon.issue, {event: refund.pay, where: 'event.amount > \"5 EUR\"'}]}",
            ["coupon.issue:0", "refund.pay:1"]
        ),
        ("third", ["utterance:3"]),
    ])
    func reads(_ pattern: String, alternatives: [String]) throws {
        let rulebook = try CareDesk.rulebook(
            """
            events:
              second: {is: agent.turn, where: event.text != "hello", title: Not just a greeting}
              third: {is: {event: second, where: size(event.text) > 3}}
            standards:
              a: {on: \(pattern), require: true}
            """)
        let standard = try #require(rulebook.standards.first)
        #expect(standard.pattern.alternatives.map { "\($0.type):\($0.conditions.count)" } == alternatives)
        #expect(standard.pattern.types == Set(standard.pattern.alternatives.map(\.type)).sorted())
    }

    @Test(arguments: [
        Refusal(
            "«coupon.isue»",
            .init(
                .unknownEvent, message: "no action, event or pattern is named `coupon.isue`",
                help: "did you mean `coupon.issue`?", replacements: ["coupon.issue"])),
        Refusal("«agnt.turn»", .init(.unknownEvent, help: "did you mean `agent.turn`?")),
        Refusal(
            "[ring, «hangup», «pickup»]", .init(.unknownEvent, help: "declare it under `actions:` or `events:`"),
            .init(.unknownEvent)),
        Refusal("«[]»", .init(.wrongKind, message: "a pattern must be at least one event, not an empty list")),
        Refusal("«~»", .init(.wrongKind, message: "a pattern must be a text, not nothing")),
        Refusal("«{where: true}»", .init(.missingKey, message: "a pattern needs the key `event`")),
        Refusal(
            "{event: ring, «when»: true}",
            .init(.unknownKey, message: "a pattern has no key `when`", help: "known here: event, is, standard, where")),
        Refusal(
            "{standard: «b», is: missed}",
            .init(.badValue, message: "no standard is named `b`")),
        Refusal("{standard: «b», is: «mised»}", .init(.badValue), .init(.badValue, help: "did you mean `missed`?")),
        Refusal("«{standard: a}»", .init(.missingKey, help: "write `{standard: a, is: missed}`")),
        Refusal("{is: «missed»}", .init(.missingKey, message: "a pattern over verdicts needs the key `standard`")),
        Refusal("{standard: a, is: «mised»}", .init(.badValue, help: "did you mean `missed`?")),
        Refusal(
            "{event: agent.turn, where: event.«texts» == \"\"}",
            .init(.conditionType, help: "did you mean `text`?")),
        Refusal(
            "{event: ring, where: «»}".replacing("«»", with: "«~»"),
            .init(.wrongKind, message: "a condition must be an expression, not nothing")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("standards:\n  a:\n    require: true\n    on: \(refusal.marked)", refusal.expected)
    }

    @Test(arguments: [
        Refusal("a: {is: «nothing.such»}", .init(.unknownEvent)),
        Refusal(
            "a: {is: ring, «fields»: {}}",
            .init(.unknownKey, message: "a named pattern has no key `fields`", help: "known here: is, title, where")),
        Refusal("a: {is: ring, where: event.«nothing»}", .init(.conditionType)),
        Refusal("a: {is: ring, title: «[]»}", .init(.wrongKind, message: "a title must be a text, not a list")),
        Refusal(
            "a: {is: «a»}",
            .init(
                .circularDefinition, message: "the pattern is made of itself: `a` → `a`",
                help: "let one of them name actions or events only")),
        Refusal(
            "c: {is: a}\n  a: {is: b}\n  b: {is: [ring, «c»]}".replacing("«c»", with: "c").replacing(
                "c: {is: a}", with: "c: {is: «a»}"),
            .init(.circularDefinition, message: "the pattern is made of itself: `a` → `b` → `c` → `a`")),
    ])
    func refusesNamedPatterns(_ refusal: Refusal) {
        CareDesk.expectRefusal("events:\n  \(refusal.marked)", refusal.expected)
    }

    @Test func aCircleIsToldOnceHoweverOftenItIsUsed() {
        CareDesk.expectRefusal(
            """
            events:
              b: {is: «a»}
              a: {is: b}
              user: {is: [a, b]}
            standards:
              one: {on: a, require: true}
              two: {on: [user, b], require: true}
            """, [.init(.circularDefinition, message: "the pattern is made of itself: `a` → `b` → `a`")])
    }

    @Test func patternsThatDoubleEachOtherAreBounded() {
        let text =
            "events:\n  p0: {is: ring}\n"
            + (1...60).map { "  p\($0): {is: [p\($0 - 1), p\($0 - 1)]}\n" }.joined()
        let (rulebook, diagnostics) = CareDesk.load(CareDesk.header + text)
        #expect(rulebook == nil)
        #expect(!diagnostics.isEmpty)
        #expect(Set(diagnostics.map(\.code)) == [.badValue])
        #expect(diagnostics.contains { $0.message == "a pattern stands for at most 10000 events" })
    }

    @Test func aLongChainOfPatternsIsBounded() {
        let text = "events:\n  p0: {is: ring}\n" + (1...3_000).map { "  p\($0): {is: p\($0 - 1)}\n" }.joined()
        let (rulebook, diagnostics) = CareDesk.load(CareDesk.header + text)
        #expect(rulebook == nil)
        #expect(Set(diagnostics.map(\.message)).isSubset(of: ["patterns are named through at most 32 others"]))
    }
}
