import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("Types are read by their names, and near misses explained")
struct TypeReaderTests {
    @Test(
        arguments: [
            ("bool", .bool), ("int", .int), ("decimal", .decimal), ("percent", .percent), ("money", .money),
            ("string", .string), ("timestamp", .timestamp), ("date", .date), ("duration", .duration), ("hours", .hours),
            ("locale", .locale), ("zone", .zone), ("role", .role), ("customer", .entity("customer")),
            ("list(money)", .list(.money)), ("list( item )", .list(.entity("item"))),
            ("map(list(int))", .map(.list(.int))), ("{enum: [a, b]}", .enumeration(["a", "b"])),
            ("{enum: only}", .enumeration(["only"])), ("{enum: [yes, no, 1]}", .enumeration(["yes", "no", "1"])),
            ("{type: list(date)}", .list(.date)), ("{type: {enum: [x]}}", .enumeration(["x"])),
        ] as [(String, FactType)])
    func reads(_ text: String, type: FactType) throws {
        let rulebook = try CareDesk.rulebook("actions: {test: {fields: {it: \(text)}}}")
        #expect(rulebook.vocabulary.event("test")?.field("it")?.type == type)
    }

    private static let known =
        "known types: bool, date, decimal, duration, hours, int, locale, money, percent, role, string, "
        + "timestamp, zone, enum, list(…), map(…) and the entities"

    @Test(arguments: [
        Refusal(
            "«mony»",
            .init(
                .unknownType, message: "there is no type `mony`", help: "did you mean `money`?",
                replacements: ["money"])),
        Refusal("«custmer»", .init(.unknownType, help: "did you mean `customer`?")),
        Refusal("«gadget»", .init(.unknownType, message: "there is no type `gadget`", help: known)),
        Refusal("list(«gadget»)".replacing("list(«gadget»)", with: "«list(gadget)»"), .init(.unknownType, help: known)),
        Refusal(
            "«text»",
            .init(
                .unknownType, message: "there is no type `text`", help: "here it is called `string`",
                replacements: ["string"])),
        Refusal("«Boolean»", .init(.unknownType, help: "here it is called `bool`")),
        Refusal("«number»", .init(.unknownType, help: "here it is called `decimal`")),
        Refusal("«array»", .init(.unknownType, help: "here it is called `list(…)`", replacements: [])),
        Refusal(
            "«list()»",
            .init(.badValue, message: "`list()` does not say of what", help: "write it as in `list(string)`")),
        Refusal(
            "«enum»",
            .init(.badValue, message: "an `enum` needs its words", help: "write `{enum: [first, second]}`")),
        Refusal("«[a, b]»", .init(.wrongKind, message: "a type must be a text, not a list")),
        Refusal("«~»", .init(.wrongKind, message: "a type must be a text, not nothing")),
        Refusal(
            "«list(list(list(list(list(list(list(list(list(int)))))))))»",
            .init(.badValue, message: "the type is nested more than 8 deep")),
        Refusal(
            "{enum: «[]»}",
            .init(.wrongKind, message: "`enum` must be a list of at least one word, not an empty list")),
        Refusal("{enum: «{a: b}»}", .init(.wrongKind, message: "`enum` must be a list of words, not a map")),
        Refusal("{enum: «»}", .init(.wrongKind, message: "`enum` must be a list of at least one word, not nothing")),
        Refusal("{enum: [a, «[b]»]}", .init(.wrongKind, message: "a word of `enum` must be a text, not a list")),
        Refusal("{enum: [a, b, «a»]}", .init(.duplicateDefinition, message: "the word `a` is defined twice")),
        Refusal(
            "{type: {enum: [a], «words»: 2}}",
            .init(.unknownKey, message: "a type has no key `words`", help: "known here: enum")),
        Refusal(
            "{type: «{}»}", .init(.wrongKind, message: "a type must be a name or an `enum`, not a map")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("actions:\n  test:\n    fields:\n      it: \(refusal.marked)\n", refusal.expected)
    }

    @Test func anEnumerationIsBounded() {
        let words = (0...1_000).map { "w\($0)" }.joined(separator: ", ")
        CareDesk.expectRefusal(
            "actions: {test: {fields: {it: {enum: «[\(words)]»}}}}",
            [.init(.badValue, message: "an `enum` has at most 1000 words", help: "use the type `string`")])
    }
}
