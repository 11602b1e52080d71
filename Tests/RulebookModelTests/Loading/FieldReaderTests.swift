import CEL
import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("Fields have a type, and what bounds and defaults they are given fits it")
struct FieldReaderTests {
    @Test func readsEveryKey() throws {
        let rulebook = try CareDesk.rulebook(
            """
            actions:
              test:
                fields:
                  count: {type: int, default: 2, min: 1, max: 5, private: true, fixed: true, title: {en: How many}}
                  value: {type: money, min: 0.01, max: 20 EUR, default: 5}
                  tier: {enum: [standard, gold], default: gold}
                  tags: {type: list(string), default: []}
                  one: {type: list(int), default: 7}
                  table: {type: map(percent), default: {a: 5%}}
                  hours: {type: hours, default: {mon-fri: ["08:00-12:00", "13:00-18:00"], sat: "09:00-13:00"}}
                  rank: {type: role, default: senior}
                  day: {type: date, min: 2026-01-01, max: 2026-12-31}
                  code: {type: string, default: 007}
                  ease: {type: int, min: 1, max: 10, anchors: {10: very easy, 1: {en: not easy, sl: ni lahko}}}
            """)
        let event = try #require(rulebook.vocabulary.event("test"))
        let count = try #require(event.field("count"))
        #expect(count.defaultValue == .int(2))
        #expect(count.minimum == .int(1))
        #expect(count.maximum == .int(5))
        #expect(count.isPrivate)
        #expect(count.isFixed)
        #expect(count.title?.text == "How many")
        #expect(event.field("value")?.minimum == .scalar(CELScalar(try Money(parsing: "0.01 EUR"))))
        #expect(event.field("tier")?.defaultValue == .text("gold"))
        #expect(event.field("tags")?.defaultValue == .elements([]))
        #expect(event.field("one")?.defaultValue == .elements([.int(7)]))
        #expect(event.field("hours")?.defaultValue == .text("mon-fri 08:00-12:00 13:00-18:00, sat 09:00-13:00"))
        #expect(event.field("rank")?.defaultValue == .scalar(CELScalar(rank: 1)))
        #expect(event.field("code")?.defaultValue == .text("007"))
        #expect(event.field("ease")?.anchors.map { $0.text.text(for: "sl") } == ["ni lahko", "very easy"])
        #expect(event.fields.map(\.name).first == "count")
        #expect(event.field("tags")?.isPrivate == false)
    }

    @Test(arguments: [
        Refusal("«a b»: int", .init(.malformedName, message: "`a b` cannot be the name of a field")),
        Refusal("«in»: int", .init(.malformedName, help: "use letters, digits and `_`, and no word of the language")),
        Refusal("«1st»: int", .init(.malformedName)), Refusal("«naïve»: int", .init(.malformedName)),
        Refusal("«not»: int", .init(.malformedName)),
        Refusal(
            "«reason»: string",
            .init(
                .malformedName, message: "`reason` cannot be the name of a field",
                help: "every event has a member of this name already")),
        Refusal(
            "«a»: {default: 1}",
            .init(
                .missingKey, message: "the field `a` needs the key `type`",
                help: "write `type: money`, or `enum: […]`")),
        Refusal(
            "a: {type: string, enum: «[a]»}",
            .init(.conflictingKeys, message: "a field has a `type` or an `enum`, not both")),
        Refusal(
            "a: {type: int, «minimum»: 1}",
            .init(
                .unknownKey, message: "the field `a` has no key `minimum`",
                help: "known here: anchors, default, enum, fixed, max, min, private, title, type")),
        Refusal("a: {type: int, «defualt»: 1}", .init(.unknownKey, help: "did you mean `default`?")),
        Refusal("a: {type: int, default: «»}", .init(.wrongKind, message: "the value must be int, not nothing")),
        Refusal(
            "a: {type: int, default: «1.5»}", .init(.badValue, message: "`1.5` cannot be read: expected a whole number")
        ),
        Refusal("a: {type: int, default: «[1]»}", .init(.wrongKind, message: "the value must be int, not a list")),
        Refusal(
            "a: {type: string, default: «true»}",
            .init(.badValue, message: "`true` is a truth value, not a text", help: "put it in quotes")),
        Refusal(
            "a: {type: bool, private: «yes»}".replacing("yes", with: "yes"),
            .init(.wrongKind, message: "`private` must be `true` or `false`, not a text")),
        Refusal(
            "a: {type: string, max: «5»}",
            .init(.conflictingKeys, message: "`max` has no meaning for the type string")),
        Refusal(
            "a: {type: int, min: 5, max: «4»}",
            .init(.badValue, message: "`max` lies below `min`: no value can ever be given")),
        Refusal(
            "a: {type: string, anchors: «{1: bad}»}",
            .init(.conflictingKeys, message: "`anchors` say what numbers mean, and the field `a` is string")),
        Refusal(
            "a: {type: int, min: 1, max: 5, anchors: {«6»: good}}",
            .init(.badValue, message: "`6` is no value that the field can have", help: "it goes from `min` to `max`")),
        Refusal("a: {type: int, anchors: {«good»: 6}}", .init(.badValue)),
        Refusal("a: {type: int, anchors: «best»}", .init(.wrongKind)),
        Refusal("a: {type: int, min: 5, default: «4»}", .init(.badValue, message: "`default` lies below `min`")),
        Refusal(
            "a: {type: date, max: 2026-01-01, default: «2026-01-02»}",
            .init(.badValue, message: "`default` lies above `max`")),
        Refusal(
            "a: {type: money, min: 1 EUR, max: «5 USD»}",
            .init(
                .badValue, message: "an amount in USD cannot be compared with one in EUR",
                help: "write all amounts here in one currency")),
        Refusal(
            "a: {type: money, max: 5, default: «1 USD»}",
            .init(.badValue, message: "an amount in EUR cannot be compared with one in USD")),
        Refusal(
            "a: {type: money, min: «0.005»}",
            .init(
                .badValue, message: "`0.005` is finer than the currency's smallest unit",
                help: "write at most 2 digits after the point")),
        Refusal(
            "a: {type: percent, min: «5»}",
            .init(.badValue, message: "`5` cannot be read: expected a percentage such as 15%")),
        Refusal(
            "a: {type: duration, max: «7d»}",
            .init(.badValue, help: "write hours, as in 168h for a week")),
        Refusal(
            "a: {enum: [x, y], default: «z»}", .init(.badValue, message: "`z` is no value here; expected x, y")),
        Refusal(
            "a: {type: hours, default: «{workdays: \"08:00-18:00\"}»}",
            .init(
                .badValue, message: "these are no opening hours",
                help: "write days and times, as in {mon-fri: \"08:00-18:00\"}")),
        Refusal(
            "a: {type: hours, default: {mon: «{}»}}",
            .init(.wrongKind, message: "opening hours must be a text, not a map")),
        Refusal(
            "a: {type: role, default: «boss»}",
            .init(.badValue, message: "`boss` is no role; expected agent, senior, supervisor")),
        Refusal(
            "a: {type: customer, default: «{tier: gold}»}",
            .init(.wrongKind, message: "the value must be customer, not a map")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("actions:\n  test:\n    fields:\n      \(refusal.marked)\n", refusal.expected)
    }

    @Test func anAmountNeedsItsCurrencyWhereTheRulebookHasNone() {
        CareDesk.expectRootRefusal(
            "rulebook: test\nactions: {a: {fields: {b: {type: money, min: «20»}}}}",
            [.init(.badValue, message: "`20` cannot be read: expected an amount with its currency, as in 20 EUR")])
    }
}
