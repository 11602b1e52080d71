import CEL
import JSONSyntax
import RulebookEngine
import Testing

@Suite("Every member of an event is held against the vocabulary")
struct EventReaderTests {
    private static let rulebook = """
        rulebook: reading
        currency: EUR
        roles: [agent, senior]
        entities:
          agent: {role: role, team: string}
          item: {price: money, count: {type: int, min: 1}, tags: list(string), secret: {type: int, private: true}}
          order: {items: list(item), placed_by: agent, prices: map(money), pin: {type: string, private: true}}
        actions:
          coupon.issue:
            fields:
              count: {type: int, min: 1, max: 5}
              value: {type: money, min: 1 EUR, max: 100 EUR}
              rate: {type: percent, max: 50%}
              ratio: decimal
              kind: {enum: [book, toy]}
              sure: bool
              wait: duration
              day: date
              at: timestamp
              note: string
              to: agent
              card: {type: int, private: true, min: 3}
              tongue: locale
              place: zone
              open: hours
        standards:
          some: {on: coupon.issue, require: event.count > 0}
        """

    private func read(_ json: String) throws -> EventReader.Reading {
        let fixture = try RulebookFixture(Self.rulebook)
        return EventReader(fixture.compiled.rulebook).read(try JSONDocument.parse(json).root)
    }

    static let problems: [(json: String, problems: [String])] = [
        ("[]", ["EV0101 "]), ("3", ["EV0101 "]), ("null", ["EV0101 "]), ("{}", ["EV0102 type"]),
        (#"{"type":null}"#, ["EV0102 type"]), (#"{"type":[]}"#, ["EV0104 type"]),
        (#"{"type":"coupon.isue"}"#, ["EV0103 type"]),
        (#"{"type":"coupon.issue","time":"yesterday"}"#, ["EV0104 time"]),
        (#"{"type":"coupon.issue","time":20261120}"#, ["EV0104 time"]),
        (#"{"type":"coupon.issue","reason":{}}"#, ["EV0104 reason"]),
        (#"{"type":"coupon.issue","id":true}"#, ["EV0104 id"]),
        (#"{"type":"coupon.issue","data":[1]}"#, ["EV0104 data"]),
        (#"{"type":"coupon.issue","approval":"s-1"}"#, ["EV0104 approval"]),
        (#"{"type":"coupon.issue","approval":{}}"#, ["EV0102 approval.by", "EV0102 approval.role"]),
        (#"{"type":"coupon.issue","approval":{"by":" ","role":"senior"}}"#, ["EV0102 approval.by"]),
        (#"{"type":"coupon.issue","approval":{"by":[],"role":"senior"}}"#, ["EV0104 approval.by"]),
        (#"{"type":"coupon.issue","approval":{"by":"s-1","role":"senoir"}}"#, ["EV0104 approval.role"]),
        (#"{"type":"coupon.issue","approval":{"by":"s-1","role":"senior","at":"now"}}"#, ["EV0104 approval.at"]),
        (#"{"type":"coupon.issue","agent":7}"#, ["EV0104 agent"]),
        (#"{"type":"coupon.issue","agent":{"role":"boss"}}"#, ["EV0104 agent.role"]),
        (#"{"type":"coupon.issue","order":{"items":{}}}"#, ["EV0104 order.items"]),
        (#"{"type":"coupon.issue","order":{"items":[{"price":true}]}}"#, ["EV0104 order.items.price"]),
        (#"{"type":"coupon.issue","order":{"items":[{"count":0}]}}"#, ["EV0105 order.items.count"]),
        (#"{"type":"coupon.issue","order":{"items":[{"tags":["a",3]}]}}"#, ["EV0104 order.items.tags"]),
        (#"{"type":"coupon.issue","order":{"prices":{"x":"1"}}}"#, ["EV0104 order.prices.x"]),
        (#"{"type":"coupon.issue","order":{"prices":[]}}"#, ["EV0104 order.prices"]),
        (#"{"type":"coupon.issue","order":{"placed_by":5}}"#, ["EV0104 order.placed_by"]),
        (#"{"type":"coupon.issue","data":{"to":{"role":1}}}"#, ["EV0104 event.to.role"]),
    ]

    @Test(arguments: problems)
    func reports(json: String, problems: [String]) throws {
        let reading = try read(json)
        #expect(reading.problems.map { "\($0.code.rawValue) \($0.path)" } == problems)
        #expect(reading.event == nil)
    }

    @Test(
        arguments: [
            ("count", ["1", "5", "null"], ["0", "6", "1.5", "\"1\"", "true", "9223372036854775808", "[1]"]),
            (
                "value", ["1", "1.50", "\"100 EUR\"", "null"],
                ["0.99", "100.01", "1.005", "\"5\"", "\"5 XXX\"", "\"5 USD\"", "true"]
            ),
            ("rate", ["\"50%\"", "\"12.5 %\""], ["0.5", "\"50.1%\"", "\"half\""]),
            ("ratio", ["1", "0.125", "\"2.5\""], ["\"a\"", "true", "1.00000000000000000000001"]),
            ("kind", ["\"book\""], ["\"bok\"", "1"]), ("sure", ["true"], ["\"true\"", "1"]),
            ("wait", ["\"90s\"", "\"2h\""], ["90", "\"7d\"", "\"soon\""]),
            ("day", ["\"2026-02-28\""], ["\"2026-02-29\"", "20260228"]),
            ("at", ["\"2026-02-28T10:00:00Z\""], ["\"2026-02-28\"", "1"]), ("note", ["\"\"", "\"x\""], ["1", "{}"]),
            ("to", ["\"a-1\"", "{}", "null"], ["1", "[]"]), ("tongue", ["\"pt-BR\""], ["\"portuguese!\""]),
            ("place", ["\"Europe/Ljubljana\""], ["\"Europe/Nowhere\""]),
            ("open", ["\"mon-fri 08:00-18:00\""], ["\"always\""]),
        ] as [(String, [String], [String])])
    func readsTypes(field: String, good: [String], bad: [String]) throws {
        for value in good {
            let reading = try read("{\"type\":\"coupon.issue\",\"data\":{\"\(field)\":\(value)}}")
            #expect(reading.problems == [], "\(value)")
            #expect(reading.event != nil)
        }
        for value in bad {
            let reading = try read("{\"type\":\"coupon.issue\",\"data\":{\"\(field)\":\(value)}}")
            #expect(reading.problems.map(\.path) == ["event.\(field)"], "\(value)")
            #expect(reading.event == nil)
        }
    }

    @Test(
        arguments: [
            (#"{"type":"coupon.isue"}"#, "no action or event is named `coupon.isue`", "did you mean `coupon.issue`?"),
            (#"{"type":"x"}"#, "no action or event is named `x`", "known: coupon.issue"),
            (
                #"{"type":"coupon.issue","data":{"count":6}}"#, "`6` is out of bounds: it must be at most 5", nil
            ),
            (
                #"{"type":"coupon.issue","approval":{"by":"s","role":"senoir"}}"#, "no role is named `senoir`",
                "did you mean `senior`?"
            ),
            (
                #"{"type":"coupon.issue","data":{"card":"4111-1111"}}"#,
                "the private value of `event.card` cannot be read as int", nil
            ),
            (#"{"type":"coupon.issue","data":{"card":2}}"#, "the private value of `event.card` is out of bounds", nil),
            (
                #"{"type":"coupon.issue","order":{"items":[{"secret":"4111"}]}}"#,
                "the private value of `order.items.secret` cannot be read as int", nil
            ),
        ] as [(String, String, String?)])
    func saysHowToMend(json: String, message: String, help: String?) throws {
        let problem = try #require(try read(json).problems.first)
        #expect(problem.message == message)
        #expect(problem.help == help)
    }

    @Test
    func messagesStayShort() throws {
        let long = String(repeating: "x", count: 100_000)
        let reading = try read("{\"type\":\"\(long)\",\"data\":{\"kind\":\"\(long)\"}}")
        #expect(reading.problems.allSatisfy { $0.message.utf8.count <= InputProblem.messageLengthMax + 3 })
    }

    @Test
    func reportsEverythingAtOnce() throws {
        let reading = try read(#"{"type":"nothing","time":"x","agent":{"role":"y"},"approval":{"by":"a"}}"#)
        #expect(Set(reading.problems.map(\.path)) == ["type", "time", "agent.role", "approval.role"])
    }

    @Test
    func countsMembersThatNobodyDeclared() throws {
        let reading = try read(
            #"""
            {"type":"coupon.issue","colour":1,"data":{"size":2,"count":1,"to":{"shoe":43}},
             "agent":{"age":4,"role":"agent"},"order":{"items":[{"weight":1},{"weight":2}],"placed_by":{"x":1}},
             "approval":{"by":"s","role":"senior","note":"ok"}}
            """#)
        #expect(reading.problems == [])
        #expect(
            reading.unknownMembers.sorted() == [
                "agent.age", "approval.note", "colour", "data.size", "event.to.shoe", "order.items.weight",
                "order.items.weight", "order.placed_by.x",
            ])
    }

    @Test
    func readsTheEnvelope() throws {
        let reading = try read(
            #"""
            {"id":81,"type":"coupon.issue","time":"2026-11-20T09:14:03+01:00","interaction":"i-77","case":"c-12",
             "channel":"phone","reason":"late","recorded_by":"crm",
             "approval":{"by":"s-9","role":"senior","at":"2026-11-20T09:15:00+01:00"}}
            """#)
        let event = try #require(reading.event)
        #expect(event.id == "81")
        #expect(event.time == CELTimestamp(parsing: "2026-11-20T08:14:03Z"))
        #expect(
            [event.interaction, event.caseID, event.channel, event.recordedBy] == ["i-77", "c-12", "phone", "crm"])
        #expect(event.hasReason)
        #expect(event.approval?.by == "s-9")
        #expect(event.approval?.role == "senior")
        #expect(event.approval?.at == CELTimestamp(parsing: "2026-11-20T08:15:00Z"))
    }
}
