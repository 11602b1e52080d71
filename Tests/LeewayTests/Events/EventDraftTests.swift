import Foundation
import Leeway
import TestSupport
import Testing

@Suite("An event is put together from flags by the vocabulary's types")
struct EventDraftTests {
    private let rulebook: Rulebook

    init() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            rulebook: shop
            currency: EUR
            roles: [agent, boss]
            entities:
              agent: {role: role}
              item: {price: money, tags: list(string)}
              customer: {tier: {enum: [standard, gold]}, staff: bool, favourite: item}
            actions:
              item.sell:
                fields: {count: int, weight: decimal, price: money, rate: percent, gift: bool, to: customer, sizes: list(int)}
              item.hold: {fields: {count: int}}
            """, to: "rulebook.yaml")
        rulebook = try RulebookDirectory.load(folder.url.appending(path: "rulebook.yaml").path).versions.newest
    }

    private func json(_ draft: EventDraft) throws -> String {
        var writer = JSONWriter(style: .compact)
        writer.value(try draft.document().root)
        return writer.text
    }

    @Test(arguments: [
        ("count", "5", "5"), ("count", "05", "5"), ("weight", "1.50", "1.50"),
        ("price", "10 EUR", "\"10 EUR\""), ("price", "10.5", "10.5"), ("rate", "15%", "\"15%\""),
        ("gift", "true", "true"), ("to", "cu-1", "\"cu-1\""),
        ("sizes", "1, 2,3", "[1,2,3]"),
        ("sizes", "", "[]"),
    ])
    func field(_ name: String, _ text: String, _ expected: String) throws {
        var draft = EventDraft(rulebook)
        try draft.setType("item.sell")
        try draft.setField(name, to: text)
        #expect(try json(draft) == #"{"type":"item.sell","data":{"\#(name)":\#(expected)}}"#)
    }

    @Test(arguments: [
        ("customer.tier", "gold", #"{"customer":{"tier":"gold"}}"#),
        ("customer.staff", "false", #"{"customer":{"staff":false}}"#),
        ("customer", "cu-5", #"{"customer":{"id":"cu-5"}}"#),
        ("customer.favourite.price", "7.50", #"{"customer":{"favourite":{"price":7.50}}}"#),
        ("customer.favourite", "i-1", #"{"customer":{"favourite":{"id":"i-1"}}}"#),
        ("customer.favourite.tags", "new,blue", #"{"customer":{"favourite":{"tags":["new","blue"]}}}"#),
        ("channel", "phone", #"{"channel":"phone"}"#),
    ])
    func fact(_ path: String, _ text: String, _ expected: String) throws {
        var draft = EventDraft(rulebook)
        try draft.setFact(path, to: text)
        #expect(try json(draft) == expected)
    }

    @Test("what is set later replaces what an event says, and nothing else")
    func overlay() throws {
        let document = try JSONDocument.parse(
            #"{"type":"item.sell","customer":"cu-1","data":{"count":1,"price":"2 EUR"},"note":[1.50]}"#)
        var draft = EventDraft(document.root, for: rulebook)
        try draft.setField("count", to: "2")
        try draft.setFact("customer.tier", to: "gold")
        try draft.setAgentRole("boss")
        draft.setReason("why not")
        #expect(
            try json(draft)
                == #"{"type":"item.sell","customer":{"id":"cu-1","tier":"gold"},"data":{"count":2,"price":"2 EUR"},"#
                + #""note":[1.50],"agent":{"role":"boss"},"reason":"why not"}"#)
    }

    @Test("a time is set only where there is none")
    func time() throws {
        for (before, after) in [
            (#"{"time":"x"}"#, #"{"time":"x"}"#), (#"{"time":null}"#, #"{"time":"now"}"#), ("{}", #"{"time":"now"}"#),
        ] {
            var draft = EventDraft(try JSONDocument.parse(before).root, for: rulebook)
            draft.setTimeIfAbsent("now")
            #expect(try json(draft) == after)
        }
    }

    @Test("fields stay with the action that they were given for")
    func asked() throws {
        var draft = EventDraft(rulebook)
        try draft.setType("item.sell")
        try draft.setField("count", to: "3")
        try draft.setFact("customer.tier", to: "gold")
        #expect(try json(draft.asked(about: "item.hold")) == #"{"type":"item.hold","customer":{"tier":"gold"}}"#)
        #expect(try json(draft.asked(about: "item.sell")).contains("\"count\":3"))
    }

    @Test(
        "unknown names are refused with the nearest",
        arguments: [
            ("fact", "customer.teir", "customer.tier"), ("fact", "custmer.tier", "customer"),
            ("fact", "chanel", "channel"),
            ("fact", "customer.favourite.pric", "customer.favourite.price"), ("field", "cuont", "count"),
            ("role", "bos", "boss"), ("type", "item.sel", "item.sell"),
        ])
    func unknown(_ kind: String, _ name: String, _ nearest: String) throws {
        var draft = EventDraft(rulebook)
        try draft.setType("item.sell")
        do throws(LeewayError) {
            switch kind {
            case "fact": try draft.setFact(name, to: "x")
            case "field": try draft.setField(name, to: "x")
            case "role": try draft.setAgentRole(name)
            default: try draft.setType(name)
            }
            Issue.record("\(name) was taken")
        } catch {
            #expect(error.description.contains("did you mean `\(nearest)`?"), "\(error)")
        }
    }

    @Test("paths that lead nowhere are refused", arguments: ["customer.tier.x", "customer..tier", ".tier", "", "time"])
    func malformed(_ path: String) throws {
        var draft = EventDraft(rulebook)
        #expect(throws: LeewayError.self) { try draft.setFact(path, to: "x") }
    }

    @Test(
        "a value that its type cannot hold is refused",
        arguments: [
            ("count", "five"), ("gift", "yes"), ("price", "10 XYZ"), ("rate", "15"), ("sizes", "1,two"),
            ("weight", "heavy"),
        ])
    func badValue(_ name: String, _ text: String) throws {
        var draft = EventDraft(rulebook)
        try draft.setType("item.sell")
        #expect(throws: LeewayError.self) { try draft.setField(name, to: text) }
    }

    @Test("a field without an action is refused")
    func homeless() {
        var draft = EventDraft(rulebook)
        #expect(throws: LeewayError.self) { try draft.setField("count", to: "1") }
    }
}
