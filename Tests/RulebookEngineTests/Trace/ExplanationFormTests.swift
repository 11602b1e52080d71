import RulebookEngine
import RulebookModel
import TestSupport
import Testing

@Suite("Explanations that differ in values alone share a form, and say the same by it")
struct ExplanationFormTests {
    private static let rulebook = """
        rulebook: forms
        currency: EUR
        roles: [agent, senior]
        settings: {cap: 20 EUR}
        entities:
          agent: {role: role}
          customer: {tier: {enum: [standard, gold]}, email: {type: string, private: true}}
        actions:
          act: {fields: {count: int, share: decimal, value: money, sure: bool, card: {type: int, private: true}}}
        standards:
          above: {on: act, require: "event.value <= settings.cap and event.count < 3"}
          counted: {on: act, require: "event.share <= 2 and event.share > 0"}
          forbidden: {on: act, forbid: "event.count > 4 and event.sure"}
          hidden: {on: act, require: event.card < 100, otherwise: {escalate: senior}}
          labelled:
            on: act
            when: customer.tier == "gold"
            require:
              few: event.count < 3 and event.count > 0
              cheap: event.value < settings.cap
          reasoned: {on: act, require: event.count < 2, otherwise: justify}
          told: {on: act, forbid: customer.email == "x"}
          twice: {on: act, allowance: {sum: event.count, window: each, steps: [{up_to: 3}]}}
        """

    @Test("Each form says what the explanation says, over many events")
    func agree() throws {
        let fixture = try RulebookFixture(Self.rulebook)
        let explainer = Explainer(fixture.compiled)
        var random = SeededGenerator(seed: 7)
        var forms: [(key: ExplanationForm.Key, form: ExplanationForm)] = []
        var sharedCount = 0
        for _ in 0..<2_000 {
            func member(_ text: @autoclosure () -> String) -> [String] {
                Int.random(in: 0..<8, using: &random) == 0 ? [] : [text()]
            }
            let data =
                member("\"count\":\(Int.random(in: 0...6, using: &random))")
                + member("\"share\":\(Int.random(in: 0...40, using: &random)).5")
                + member("\"value\":\(Int.random(in: 10...30, using: &random))")
                + member("\"sure\":\(Bool.random(using: &random))")
                + member("\"card\":\(Int.random(in: 90...110, using: &random))")
            let tier = Bool.random(using: &random) ? "gold" : "standard"
            let email = Bool.random(using: &random) ? "x" : "y"
            let decision = try fixture.decide(
                """
                {"type":"act","agent":{"role":"agent"},"customer":{"tier":"\(tier)","email":"\(email)"},\
                "data":{\(data.joined(separator: ","))}}
                """)
            for result in decision.results {
                guard let key = explainer.key(of: result, in: decision),
                    let explanation = explainer.explain(result, of: decision)
                else { continue }
                guard let known = forms.first(where: { $0.key == key }) else {
                    forms.append((key, try #require(explainer.form(of: explanation, in: decision))))
                    continue
                }
                sharedCount += 1
                let form = known.form.explanation
                #expect(form.message == explanation.message)
                #expect(form.clauses.map(\.title) == explanation.clauses.map(\.title))
                #expect(form.clauses.map(\.place) == explanation.clauses.map(\.place))
                #expect(form.missing == explanation.missing)
                let facts = known.form.facts.map { ($0.name, explainer.text($0.value, in: decision)) }
                #expect(facts.map(\.0) == explanation.facts.map(\.name))
                #expect(facts.map(\.1) == explanation.facts.map(\.value))
            }
        }
        #expect(sharedCount > 5_000)
        let standards = Set(forms.map { fixture.compiled.rulebook.standards[$0.key.standard].id })
        // What an allowance says, and how long a reason is, stands in the message.
        #expect(standards.isSuperset(of: ["above", "counted", "forbidden", "hidden", "labelled", "reasoned", "told"]))
        #expect(!standards.contains("twice"))
        #expect(!forms.contains { $0.form.explanation.effect == .justify })
    }
}
