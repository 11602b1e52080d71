import CEL
import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A standard has words for people, a scope, and exactly one body")
struct StandardReaderTests {
    @Test func readsEveryKey() throws {
        let standard = try #require(
            CareDesk.rulebook(
                """
                standards:
                  coupons.goodwill:
                    title: {en: Goodwill coupons, sl: Kuponi}
                    because: A problem solved on the spot keeps the customer.
                    source: part 2, step 5
                    reading: {text: per coupon, by: care-lead, on: 2026-11-01}
                    owner: care-lead
                    severity: critical
                    force: should
                    effective: {from: 2026-11-01}
                    on: coupon.issue
                    for: {customer.tier: gold, event.channel: [phone, chat], agent.role: supervisor}
                    when: event.value <= "20 EUR"
                    unless: customer.staff
                    say: Here you are.
                    instead: refund.pay
                    otherwise: {escalate: supervisor}
                    require: event.count <= 3
                """
            ).standards.first)
        #expect(standard.id == "coupons.goodwill")
        #expect(standard.title?.text(for: "sl") == "Kuponi")
        #expect(standard.because?.text == "A problem solved on the spot keeps the customer.")
        #expect(standard.source?.text == "part 2, step 5")
        #expect(standard.reading?.text.text == "per coupon")
        #expect(standard.reading?.by == "care-lead")
        #expect(standard.reading?.on?.description == "2026-11-01")
        #expect(standard.owner == "care-lead")
        #expect(standard.severity == .critical)
        #expect(standard.force == .should)
        #expect(standard.effective.from != nil)
        #expect(
            standard.scope.map { $0.path.joined(separator: ".") } == ["customer.tier", "event.channel", "agent.role"])
        #expect(standard.scope.map(\.texts) == [["gold"], ["phone", "chat"], ["supervisor"]])
        #expect(standard.when != nil)
        #expect(standard.unless != nil)
        #expect(standard.say?.text == "Here you are.")
        #expect(standard.otherwise == .escalate(role: "supervisor"))
        #expect(standard.body.name == "require")
        guard case .action(let name, let range)? = standard.instead else {
            Issue.record("`instead` is an action")
            return
        }
        #expect(name == "refund.pay")
        #expect(range.text == "refund.pay")
    }

    @Test(
        "a source and a reading may be in several languages",
        arguments: [
            "{en: per coupon, sl: na kupon}", "{text: {en: per coupon, sl: na kupon}, by: care-lead}",
        ])
    func localizedReferences(_ reading: String) throws {
        let standard = try #require(
            CareDesk.rulebook(
                """
                standards:
                  a:
                    on: coupon.issue
                    source: {en: part 2, sl: 2. del}
                    reading: \(reading)
                    require: event.count <= 3
                """
            ).standards.first)
        #expect(standard.source?.text(for: "sl") == "2. del")
        #expect(standard.reading?.text.text(for: "sl") == "na kupon")
    }

    @Test func hasDefaults() throws {
        let standard = try #require(
            CareDesk.rulebook("standards: {a: {on: ring, forbid: event.channel == \"fax\"}}").standards.first)
        #expect(standard.severity == .major)
        #expect(standard.force == .must)
        #expect(standard.otherwise == .deny)
        #expect(standard.effective == .always)
        #expect(standard.scope.isEmpty)
        #expect(standard.instead == nil)
        #expect(standard.reading == nil)
    }

    @Test(
        arguments: [
            ("deny", .deny), ("justify", .justify(lengthMin: 1)), ("note", .note),
            ("{escalate: agent}", .escalate(role: "agent")),
        ] as [(String, Consequence)])
    func readsConsequences(_ text: String, consequence: Consequence) throws {
        let rulebook = try CareDesk.rulebook("standards: {a: {on: ring, require: true, otherwise: \(text)}}")
        #expect(rulebook.standards.first?.otherwise == consequence)
    }

    @Test(
        arguments: [
            ("I can offer you this.", nil), ("{en: Sorry, sl: Oprostite}", nil), ("Sorry.", nil), ("sorry", nil),
            ("coupon.issue", "coupon.issue"), ("phrase.sorry", "phrase.sorry"),
        ] as [(String, String?)])
    func readsRemedies(_ text: String, name: String?) throws {
        let rulebook = try CareDesk.rulebook(
            "phrases: {phrase.sorry: {en: sorry}}\nstandards: {a: {on: ring, require: true, instead: \(text)}}")
        switch rulebook.standards.first?.instead {
        case .action(let action, _): #expect(action == name)
        case .phrases(let set): #expect(set == name)
        case .words: #expect(name == nil)
        case nil: Issue.record("`instead` is read")
        }
    }

    @Test(arguments: [
        ("Was the tone right?", [""]), ("{en: Was it right?, sl: Je bilo prav?}", [""]),
        ("{tone: Was it kind?, facts: Was it true?}", ["tone", "facts"]),
        ("{fit: Does it fit?, ask: Was there a question?}", ["fit", "ask"]),
        ("{tone: {en: Was it kind?, sl: Je bilo prijazno?}}", ["tone"]),
    ])
    func readsQuestions(_ text: String, labels: [String]) throws {
        let rulebook = try CareDesk.rulebook("standards: {a: {on: ring, manual: \(text)}}")
        guard case .manual(let questions)? = rulebook.standards.first?.body else {
            Issue.record("the body is manual")
            return
        }
        #expect(questions.map(\.label) == labels)
    }

    @Test(arguments: [
        Refusal(
            "«a»: {on: ring}",
            .init(
                .wrongBodyCount, message: "the standard `a` asks nothing: it has no body",
                help: "give it exactly one of `require`, `forbid`, `allowance`, `timeline`, `metric`, `manual`")),
        Refusal(
            "«a»: {on: ring, require: true, forbid: false}",
            .init(.wrongBodyCount, message: "the standard `a` has several bodies: `require` and `forbid`")),
        Refusal(
            "«a»: {require: true}",
            .init(
                .missingKey, message: "the standard `a` needs the key `on`",
                help: "name the action or event that it is about")),
        Refusal(
            "«a b»: {on: ring, require: true}", .init(.malformedName, message: "`a b` cannot be the name of a standard")
        ),
        Refusal("a: «ring»", .init(.wrongKind, message: "the standard `a` must be a map, not a text")),
        Refusal("a: {on: ring, require: true, «relaxable»: true}", .init(.notYet)),
        Refusal("a: {on: ring, require: true, «timelin»: {}}", .init(.unknownKey, help: "did you mean `timeline`?")),
        Refusal(
            "a: {on: ring, require: true, «if»: true}",
            .init(
                .unknownKey, message: "the standard `a` has no key `if`")),
        Refusal(
            "a: {on: ring, require: true, severity: «blocker»}",
            .init(.badValue, message: "`blocker` is no severity; expected minor, major, critical", help: "")),
        Refusal("a: {on: ring, require: true, force: «shuld»}", .init(.badValue, help: "did you mean `should`?")),
        Refusal("a: {on: ring, require: true, effective: {until: «soon»}}", .init(.badValue)),
        Refusal(
            "a: {on: ring, require: true, reading: «{by: me}»}",
            .init(.missingKey, message: "`reading` needs the key `text`")),
        Refusal("a: {on: ring, require: true, reading: {text: x, on: «monday»}}", .init(.badValue)),
        Refusal(
            "a: {on: ring, require: true, otherwise: «allow»}",
            .init(.badValue, message: "`allow` is no consequence; expected deny, justify, note, {escalate: ROLE}")),
        Refusal(
            "a: {on: ring, require: true, otherwise: «escalate»}",
            .init(.badValue, message: "`escalate` needs a role", help: "write `{escalate: supervisor}`")),
        Refusal(
            "a: {on: ring, require: true, otherwise: «{}»}",
            .init(.missingKey, message: "`otherwise` needs the key `escalate`")),
        Refusal("a: {on: ring, require: true, otherwise: {escalate: «boss»}}", .init(.unknownRole)),
        Refusal(
            "a: {on: ring, require: true, otherwise: {«escalte»: agent}}",
            .init(.unknownKey, help: "did you mean `escalate`?")),
        Refusal(
            "a: {on: ring, require: true, instead: «coupon.isue»}",
            .init(.unknownEvent, help: "did you mean `coupon.issue`?")),
        Refusal("a: {on: ring, require: true, instead: «issue_coupon»}", .init(.unknownEvent)),
        Refusal(
            "a: {on: ring, require: true, instead: «utterance»}",
            .init(.badValue, message: "`utterance` merely happens; only an action can be offered")),
        Refusal(
            "a: {on: ring, require: true, title: {en: x, «comma»}}",
            .init(
                .badValue, message: "`comma` is no language tag",
                help: "inside braces a comma ends a text; put a text that has one in quotes")),
        Refusal(
            "a: {on: ring, require: true, title: Rings, «or not at all»}",
            .init(
                .unknownKey, message: "the standard `a` has no key `or not at all`",
                help: "inside braces a comma ends a text; put a text that has one in quotes")),
        Refusal(
            "a: {on: ring, manual: «{}»}",
            .init(.wrongKind, message: "`manual` must be a text for at least one language, not an empty map")),
        Refusal(
            "a: {on: ring, manual: {tone: «[x]»}}", .init(.wrongKind, message: "a question must be a text, not a list")),
        Refusal(
            "a: {on: ring, for: «{}», require: true}",
            .init(.wrongKind, message: "`for` must be at least one fact, not an empty map")),
        Refusal(
            "a: {on: ring, for: «[x]», require: true}", .init(.wrongKind, message: "`for` must be a map, not a list")),
        Refusal("a: {on: ring, for: {«customer»: x}, require: true}", .init(.unknownFact)),
        Refusal(
            "a: {on: ring, for: {«event.cannel»: x}, require: true}".replacing("cannel", with: "count"),
            .init(.unknownFact)),
        Refusal("a: {on: ring, for: {customer.tier: «silver»}, require: true}", .init(.badValue)),
        Refusal(
            "a: {on: ring, for: {customer.tier: «[]»}, require: true}",
            .init(.wrongKind, message: "`for` must be at least one value, not an empty list")),
        Refusal(
            "a: {on: ring, for: {customer.staff: «yes»}, require: true}",
            .init(.badValue, message: "`yes` cannot be read: expected `true` or `false`")),
        Refusal(
            "a: {on: ring, for: {«agent.skills»: x}, require: true}",
            .init(.badValue, message: "`for` compares single values, and `agent.skills` is list(string)")),
        Refusal(
            "a: {on: ring, for: {«order.placed_by»: x}, require: true}",
            .init(
                .badValue, message: "`for` compares single values, and `order.placed_by` is customer",
                help: "name one of its fields, as in `order.placed_by.id`")),
        Refusal(
            "a: {on: [ring, utterance], for: {event.type: «rang»}, require: true}",
            .init(.badValue, message: "`rang` is no value here; expected ring, utterance", help: "did you mean `ring`?")
        ),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("standards:\n  \(refusal.marked)", refusal.expected)
    }
}
