import CEL
import JSONSyntax
import RulebookEngine
import Testing

@Suite("A counter-offer is the nearest variant, exact at the boundary")
struct CounterOfferTests {
    /// A rulebook with an action of many fields.
    static func rulebook(_ standards: String) -> String {
        """
        rulebook: offers
        currency: EUR
        roles: [agent, senior, supervisor]
        settings:
          share: 12.5%
          step: 7
        entities:
          agent: {role: role}
          customer: {limit: money, points: int, card: {type: string, private: true}}
          item: {price: money}
          order: {items: list(item), total: money}
        actions:
          give:
            fields:
              count: int
              few: {type: int, min: 1, max: 10}
              value: money
              rate: percent
              ratio: decimal
              wait: duration
              kind: {enum: [book, toy, food]}
              urgent: bool
              note: string
              cost: {type: money, fixed: true}
              secret: {type: int, private: true}
          small: {fields: {count: {type: int, max: 5}, value: money}}
        standards:
          \(standards.split(separator: "\n").joined(separator: "\n  "))
        """
    }

    /// The offers for an event, as `field=value outcome`.
    private func offers(_ standards: String, _ data: String, more: String = "") throws -> [String] {
        let fixture = try RulebookFixture(Self.rulebook(standards))
        let decision = try fixture.decide("{\"type\":\"give\",\"agent\":{\"role\":\"agent\"},\"data\":\(data)\(more)}")
        let found = CounterOfferFinder(fixture.compiled).find(for: decision)
        #expect(found.evaluations <= CounterOfferFinder.evaluationMax)
        return found.variants.map { variant in
            let changes = variant.changes.map { "\($0.field)=\($0.to)" }.joined(separator: " ")
            return "\(changes) \(variant.outcome.rawValue)\(variant.approver.map { " \($0)" } ?? "")"
        }
    }

    static let exact: [(condition: String, data: String, expected: String)] = [
        ("event.value <= '20 EUR'", #"{"value":"25.40 EUR"}"#, "value=20.00 EUR allow"),
        ("event.value < '20 EUR'", #"{"value":"25.40 EUR"}"#, "value=19.99 EUR allow"),
        ("event.value >= '20 EUR'", #"{"value":"3 EUR"}"#, "value=20.00 EUR allow"),
        ("event.value > '20 EUR'", #"{"value":"3 EUR"}"#, "value=20.01 EUR allow"),
        ("event.value == '17.35 EUR'", #"{"value":"900000 EUR"}"#, "value=17.35 EUR allow"),
        ("event.value * 3 <= '20 EUR'", #"{"value":"25.40 EUR"}"#, "value=6.66 EUR allow"),
        ("event.value * 3 == '20.01 EUR'", #"{"value":"123456 EUR"}"#, "value=6.67 EUR allow"),
        ("event.value + event.value * 2 == '300.03 EUR'", #"{"value":"1 EUR"}"#, "value=100.01 EUR allow"),
        ("event.value * settings.share <= '1 EUR'", #"{"value":"20 EUR"}"#, "value=8.00 EUR allow"),
        ("event.count <= 3", #"{"count":9}"#, "count=3 allow"),
        ("event.count * 3 <= 20", #"{"count":9}"#, "count=6 allow"),
        ("event.count * 3 + 1 == 2998", #"{"count":5}"#, "count=999 allow"),
        ("event.count * settings.step > 20", #"{"count":1}"#, "count=3 allow"),
        ("event.count >= 700 and event.count <= 701", #"{"count":9}"#, "count=700 allow"),
        ("event.count >= 700 and event.count <= 701", #"{"count":1024}"#, "count=701 allow"),
        ("event.count in [3, 4000, 77777]", #"{"count":3500}"#, "count=4000 allow"),
        ("event.count == 3 or event.count == 31", #"{"count":18}"#, "count=31 allow"),
        ("event.count / 7 == 1001", #"{"count":3}"#, "count=7007 allow"),
        ("event.count % 7 == 5", #"{"count":3}"#, "count=5 allow"),
        ("event.count * event.count <= 1000", #"{"count":100}"#, "count=31 allow"),
        ("event.count <= (event.count > 50 ? 80 : 5)", #"{"count":100}"#, "count=80 allow"),
        ("(event.count * 2 > 100 ? event.count * 3 : 900) == 903", #"{"count":7}"#, "count=301 allow"),
        ("event.few <= 20 and event.few != 9", #"{"few":9}"#, "few=8 allow"),
        ("event.rate <= '12.5%'", #"{"rate":"20%"}"#, "rate=12.5% allow"),
        ("event.rate <= settings.share", #"{"rate":"20%"}"#, "rate=12.5% allow"),
        ("event.rate < '12%'", #"{"rate":"20%"}"#, "rate=11% allow"),
        ("event.rate < '12%'", #"{"rate":"20.25%"}"#, "rate=11.99% allow"),
        ("event.ratio <= '0.125'", #"{"ratio":1}"#, "ratio=0.125 allow"),
        ("event.wait <= '90s'", #"{"wait":"10min"}"#, "wait=1min 30s allow"),
        ("event.wait <= '90s'", #"{"wait":"90500ms"}"#, "wait=1min 30s allow"),
        ("event.value <= customer.limit", #"{"value":"25.40 EUR"}"#, "value=11.11 EUR allow"),
        ("event.value <= order.total - customer.limit", #"{"value":"25.40 EUR"}"#, "value=8.89 EUR allow"),
        ("event.value <= sum(order.items.map(i, i.price))", #"{"value":"25.40 EUR"}"#, "value=7.77 EUR allow"),
        ("order.items.exists(i, i.price == event.value)", #"{"value":"25.40 EUR"}"#, "value=4.44 EUR allow"),
        ("order.items.all(i, event.value < i.price)", #"{"value":"25.40 EUR"}"#, "value=3.32 EUR allow"),
        ("event.kind in ['toy']", #"{"kind":"book"}"#, "kind=toy allow"),
        ("not event.urgent", #"{"urgent":true}"#, "urgent=false allow"),
        ("event.note in ['because of us']", #"{"note":"whatever"}"#, "note=because of us allow"),
    ]

    @Test(arguments: exact)
    func findsTheNearest(condition: String, data: String, expected: String) throws {
        let quoted = condition.replacing("'", with: "''").replacing("''", with: "\"")
        let found = try offers(
            "only:\n  on: give\n  require: '\(quoted)'", data,
            more: """
                ,"customer":{"limit":"11.11 EUR","points":4},\
                "order":{"total":"20 EUR","items":[{"price":"3.33 EUR"},{"price":"4.44 EUR"}]}
                """)
        #expect(found == [expected])
    }

    static let ladder = """
        ladder:
          on: give
          allowance:
            sum: event.count * 2
            window: each
            steps: [{up_to: 7}, {under: 20, needs: reason}, {up_to: customer.points, needs: approval, from: senior}]
        """

    @Test(arguments: [
        (9, "", ["count=3 allow"]), (12, "", ["count=3 allow", "count=9 justify"]),
        (12, #","reason":"late""#, ["count=3 allow", "count=9 allow"]),
        (500, "", ["count=3 allow", "count=9 justify", "count=50 escalate senior"]),
    ])
    func climbsDownLadders(count: Int, more: String, expected: [String]) throws {
        #expect(
            try offers(Self.ladder, "{\"count\":\(count)}", more: more + #","customer":{"points":100}"#) == expected)
    }

    @Test(arguments: [
        ("event.cost <= \"1 EUR\"", #"{"cost":"2 EUR"}"#), ("event.secret <= 3", #"{"secret":5}"#),
        ("event.few >= 11", #"{"few":5}"#), ("event.count < 0", #"{"count":5}"#),
        ("customer.points > 3", #"{"count":5}"#),
    ])
    func offersNothingWhere(condition: String, data: String) throws {
        let found = try offers("only: {on: give, require: '\(condition)'}", data, more: #","customer":{"points":1}"#)
        #expect(found == [])
    }

    @Test
    func variesTwoFieldsOnlyWhereOneIsNotEnough() throws {
        let standards = """
            count: {on: give, require: event.count <= 3}
            value: {on: give, require: 'event.value <= "20 EUR"'}
            """
        #expect(try offers(standards, #"{"count":5,"value":"30 EUR"}"#) == ["count=3 value=20.00 EUR allow"])
        #expect(try offers(standards, #"{"count":5,"value":"10 EUR"}"#) == ["count=3 allow"])
        let joint = "joint: {on: give, require: 'event.value * event.few <= \"100 EUR\" and event.few <= 4'}"
        let found = try offers(joint, #"{"few":5,"value":"200 EUR"}"#)
        #expect(
            found == ["few=4 value=25.00 EUR allow", "few=3 value=33.33 EUR allow", "few=1 value=100.00 EUR allow"])
        let mixed = "mixed: {on: give, require: 'event.count <= (event.kind == \"toy\" ? 6 : -1)'}"
        #expect(try offers(mixed, #"{"count":8,"kind":"book"}"#) == ["count=6 kind=toy allow"])
    }

    @Test
    func looksIntoAlternatives() throws {
        let standards = """
            choice:
              on: give
              require: {any: ['event.count <= 3', {not: 'event.value > "5 EUR"'}]}
              otherwise: {escalate: supervisor}
            """
        #expect(
            try offers(standards, #"{"count":9,"value":"30 EUR"}"#) == ["count=3 allow", "value=5.00 EUR allow"])
    }

    @Test(
        arguments: [
            ("{count: 9, value: 30 EUR}", #"{"count":3,"value":"30 EUR"}"#, ["small allow"]),
            ("out of the other's bounds", #"{"count":9,"value":"30 EUR"}"#, []),
            ("refused as well", #"{"count":3,"value":"90 EUR"}"#, []),
        ] as [(String, String, [String])])
    func checksTheActionThatAStandardNames(_: String, data: String, expected: [String]) throws {
        let fixture = try RulebookFixture(
            Self.rulebook(
                """
                never: {on: give, forbid: 'true', instead: small, otherwise: deny}
                small.value: {on: small, require: 'event.value <= "50 EUR"'}
                """))
        let decision = try fixture.decide("{\"type\":\"give\",\"data\":\(data)}")
        let found = CounterOfferFinder(fixture.compiled).find(for: decision)
        #expect(found.actions.map { "\($0.name) \($0.outcome.rawValue)" } == expected)
    }

    @Test
    func asksABoundedNumberOfQuestions() throws {
        let many = (0..<60).map { "s\($0): {on: give, require: 'event.count * \($0 + 1) % 97 != event.few * 5 % 89'}" }
        let fixture = try RulebookFixture(
            Self.rulebook((many + ["never: {on: give, require: 'false'}"]).joined(separator: "\n")))
        let decision = try fixture.decide(
            #"{"type":"give","data":{"count":50,"few":5,"value":"3 EUR","rate":"3%","kind":"toy","urgent":true}}"#)
        let found = CounterOfferFinder(fixture.compiled).find(for: decision)
        #expect(found.variants.isEmpty)
        #expect(found.evaluations <= CounterOfferFinder.evaluationMax)
    }

    @Test("a condition that takes all the loop steps it may is not asked thousands of times")
    func asksDearQuestionsSeldom() throws {
        let fixture = try RulebookFixture(
            Self.rulebook(
                """
                dear:
                  on: give
                  require: >-
                    order.items.all(i, order.items.all(j, order.items.all(k, i.price <= j.price or k.price > "0 EUR")))
                    and event.count < 3
                """))
        let items = String(repeating: #"{"price":1},"#, count: 99) + #"{"price":1}"#
        let decision = try fixture.decide(
            #"{"type":"give","data":{"count":50},"order":{"items":[\#(items)]}}"#)
        let found = CounterOfferFinder(fixture.compiled).find(for: decision)
        #expect(found.evaluations <= 21, "2,000,000 steps, of which each decision takes 100,000, and one to notice")
    }
}
