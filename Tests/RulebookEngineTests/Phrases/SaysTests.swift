import RulebookEngine
import RulebookModel
import Testing

@Suite("Conditions listen to what is said")
struct SaysTests {
    private static let yaml = """
        rulebook: wording
        unlisted: allow
        roles: [agent]
        entities: {agent: {role: role, name: string}, customer: {name: {type: string, private: true}}}
        actions:
          reply.send: {fields: {text: string, locale: locale}}
        phrases:
          greeting:
            en: {match: [hello, "good morning"], say: "Good morning, {agent.name} speaking, {customer.name}."}
            sl: {match: ["dober dan"], say: "Dober dan, pri telefonu {agent.name}."}
          introduction: {en: ["{agent.name} speaking"], sl: ["pri telefonu {agent.name}"]}
          refusal.mine:
            avoid: true
            en: {match: ["not my job"], instead: "I will find out."}
            sl: {match: ["ni moje delo"], instead: "Takoj preverim."}
          refusal.next: {avoid: true, instead: greeting, en: {sentence: [next]}, sl: {sentence: [naslednji]}}
          filler: {avoid: true, en: [um, er]}
        standards:
          greets: {on: reply.send, require: says("greeting")}
          introduces: {on: reply.send, require: says("introduction"), otherwise: note}
          mine: {on: reply.send, forbid: says("refusal.mine")}
          next: {on: reply.send, forbid: says("refusal.next")}
          fluent: {on: reply.send, require: timesSaid("filler") <= 1, otherwise: note}
          more: {on: reply.send, forbid: saysOnly("greeting"), otherwise: justify, instead: greeting}
        """

    private func decide(_ text: String, locale: String? = "en", name: String? = "Ana") throws -> (
        statuses: [String: String], explanations: [Explanation]
    ) {
        let fixture = try RulebookFixture(Self.yaml)
        let decision = try fixture.decide(
            """
            {"type": "reply.send", "agent": {"id": "a", "role": "agent"\(name.map { ", \"name\": \"\($0)\"" } ?? "")},
             "customer": {"name": "Eva"}, "data": {"text": "\(text)"\(locale.map { ", \"locale\": \"\($0)\"" } ?? "")}}
            """)
        return (fixture.statuses(decision), Explainer(fixture.compiled).explain(decision))
    }

    @Test(
        arguments: [
            ("Hello, Ana speaking", "en", [:]),
            ("hello", "en", ["introduces": "missed", "more": "missed"]),
            ("Pri telefonu Ana, dober dan.", "sl", ["fluent": "undetermined"]),
            ("Hello, not my job, Ana speaking", "en", ["mine": "missed"]),
            // Another language's expressions do not count where the language is known.
            ("Hello, Ana speaking", "sl", ["greets": "missed", "introduces": "missed", "fluent": "undetermined"]),
            ("Dober dan, ni moje delo, Ana speaking", nil, ["mine": "missed"]),
            (
                "Hello", "de",
                [
                    "greets": "undetermined", "introduces": "undetermined", "mine": "undetermined",
                    "next": "undetermined",
                    "fluent": "undetermined", "more": "undetermined",
                ]
            ),
            ("Um, hello. Er… Ana speaking", "en", ["fluent": "missed"]),
        ] as [(String, String?, [String: String])])
    func decides(_ text: String, _ locale: String?, _ others: [String: String]) throws {
        let statuses = try decide(text, locale: locale).statuses
        #expect(statuses.filter { $0.value != "met" } == others)
    }

    @Test func anUnknownNameLeavesOpenWhetherItWasSaid() throws {
        let (statuses, explanations) = try decide("Hello, Ana speaking", name: nil)
        #expect(statuses["introduces"] == "undetermined" && statuses["greets"] == "met")
        #expect(explanations.first { $0.standard.id == "introduces" }?.missing == ["agent.name"])
    }

    @Test func theWordsAreQuotedAndBetterOnesOffered() throws {
        let explanations = try decide("Hello. That's NOT  my job. Next! Ana speaking").explanations
        let mine = try #require(explanations.first { $0.standard.id == "mine" })
        #expect(mine.message == "`says(\"refusal.mine\")` (“NOT  my job”) holds, and must not")
        #expect(mine.instead.map { $0.text(in: "sl") } == ["I will find out."], "in the language that was spoken")
        let next = try #require(explanations.first { $0.standard.id == "next" })
        #expect(next.instead.map { $0.text(in: nil) } == ["Good morning, Ana speaking, …."], "private names stay open")
    }

    @Test func whatIsLackingIsOffered() throws {
        let explanations = try decide("Kaj bi radi", locale: nil).explanations
        let greets = try #require(explanations.first { $0.standard.id == "greets" })
        #expect(greets.instead.map { $0.text(in: "sl") } == ["Dober dan, pri telefonu Ana."])
        #expect(greets.instead.map { $0.text(in: "en") } == ["Good morning, Ana speaking, …."])
        #expect(try decide("hello").explanations.first { $0.standard.id == "more" }?.instead.count == 1)
    }

    @Test func privateWordsAreNotQuoted() throws {
        let fixture = try RulebookFixture(
            Self.yaml.replacing("{text: string,", with: "{text: {type: string, private: true},"))
        let decision = try fixture.decide(
            #"{"type": "reply.send", "data": {"locale": "en", "text": "secret: not my job"}}"#)
        let explanations = Explainer(fixture.compiled).explain(decision)
        let explanation = try #require(explanations.first { $0.standard.id == "mine" })
        #expect(explanation.status == .missed && !"\(explanation)".contains("secret"))
        #expect(explanation.message == "`says(\"refusal.mine\")` holds, and must not")
    }

    @Test func anAbsentTextIsUnknown() throws {
        let fixture = try RulebookFixture(Self.yaml)
        let decision = try fixture.decide(#"{"type": "reply.send", "data": {"locale": "en"}}"#)
        #expect(decision.outcome == .undetermined && decision.missing.contains("event.text"))
    }
}
