import Audit
import RulebookEngine
import SourceText
import TestSupport
import Testing

@Suite("A mapping turns rows into events by the rulebook's types")
struct MappingProgramTests {
    private static func rulebook() throws -> CompiledVersions {
        try AuditFixture.rulebook(
            """
            rulebook: shop
            timeZone: Europe/Ljubljana
            currency: EUR
            roles: [agent, supervisor]
            entities:
              agent: {role: role}
              customer: {tier: string, staff: {type: bool, default: false}}
              line: {price: money, sold: timestamp, count: int}
              order: {total: money, placed: timestamp, lines: list(line), note: string, discount: percent}
            events:
              sale:
                fields:
                  n: int
                  d: decimal
                  b: bool
                  m: money
                  t: timestamp
                  day: date
                  p: percent
                  s: string
                  e: {enum: [a, b]}
                  w: duration
                  list: list(string)
                  by: agent
                  flag: {type: bool, default: false}
              other: {fields: {n: int}}
            standards: {any: {on: sale, require: event.n >= 0}}
            """)
    }

    /// The member `data` of the event that a row becomes.
    private static func data(_ row: String, _ value: String, format: String = "jsonl") throws -> String {
        let rulebook = try rulebook()
        let mapping = try AuditFixture.mapping(
            "mapping: m\nformat: \(format)\nrows:\n  - event: sale\n    data: \(value)\n", for: rulebook)
        let rows = try AuditFixture.rows(row, name: "log.\(format)", for: rulebook, mapping: mapping)
        guard let text = rows.last?.eventTexts.first else {
            return rows.last?.problems.map { "\($0.code) \($0.message)" }.joined(separator: " | ") ?? "no row"
        }
        let prefix = #"{"type":"sale","data":"#
        return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count).dropLast()) : text
    }

    @Test(
        "values of JSON",
        arguments: [
            (#"{"x":3}"#, "{n: x}", #"{"n":3}"#),
            (#"{"x":"3"}"#, "{n: x}", #"{"n":3}"#),
            (#"{"a":{"b":[{"c":1},{"c":7}]}}"#, "{n: a.b.1.c}", #"{"n":7}"#),
            (#"{"a.b":{"c":7}}"#, "{n: {path: [a.b, c]}}", #"{"n":7}"#),
            (#"{"x":null}"#, "{n: x}", "{}"),
            ("{}", "{n: x}", "{}"),
            (#"{"x":null}"#, "{flag: x}", #"{"flag":null}"#),
            (#"{"x":12.50}"#, "{m: {path: x, currency: USD}}", #"{"m":"12.5 USD"}"#),
            (#"{"x":1e2}"#, "{m: {path: x, currency: USD}}", #"{"m":"100 USD"}"#),
            (#"{"x":9007199254740993.01}"#, "{m: {path: x, currency: USD}}", #"{"m":"9007199254740993.01 USD"}"#),
            (#"{"x":"12.50"}"#, "{m: {path: x, currency: USD}}", #"{"m":"12.50 USD"}"#),
            (#"{"x":"12.50 EUR"}"#, "{m: {path: x, currency: USD}}", #"{"m":"12.50 EUR"}"#),
            (#"{"x":12.5}"#, "{m: x}", #"{"m":12.5}"#),
            (#"{"x":"yes"}"#, "{b: {path: x, values: {\"yes\": true, \"no\": false}}}", #"{"b":true}"#),
            (#"{"x":1}"#, "{b: {path: x, values: {1: true, 0: false}}}", #"{"b":true}"#),
            (#"{"x":"n/a"}"#, "{n: {path: x, values: {n/a: null}}}", "{}"),
            (#"{"x":"red"}"#, "{e: {path: x, values: {red: a}}}", #"{"e":"a"}"#),
            (#"{"x":""}"#, "{s: x}", #"{"s":""}"#),
            (#"{"x":""}"#, "{s: {path: x, empty: absent}}", "{}"),
            (#"{"x":17}"#, "{s: x}", #"{"s":"17"}"#),
            (#"{"x":["u","v"]}"#, "{list: x}", #"{"list":["u","v"]}"#),
            (
                "{}", "{n: {constant: 4}, s: {constant: 4}, m: {constant: 4, currency: EUR}}",
                #"{"n":4,"s":"4","m":"4 EUR"}"#
            ),
            (#"{"x":"a-1"}"#, "{by: {id: x, role: {constant: agent}}}", #"{"by":{"id":"a-1","role":"agent"}}"#),
            (#"{"x":"a-1"}"#, "{by: x}", #"{"by":"a-1"}"#),
            (
                #"{"x":"20 pieces"}"#, "{n: x}",
                "EV0104 `event.n`: `\"20 pieces\"` cannot be read as int: it is a text; write it without quotes"
            ),
        ])
    func json(_ row: String, _ value: String, expected: String) throws {
        #expect(try Self.data(row, value) == expected)
    }

    @Test(
        "texts of a table",
        arguments: [
            ("3", "n: x", #"{"n":3}"#),
            ("-3", "n: x", #"{"n":-3}"#),
            ("0.50", "d: x", #"{"d":0.5}"#),
            ("true", "b: x", #"{"b":true}"#),
            ("J", "b: {path: x, values: {J: true, N: false}}", #"{"b":true}"#),
            ("1234.50", "m: {path: x, currency: EUR}", #"{"m":"1234.50 EUR"}"#),
            ("15%", "p: x", #"{"p":"15%"}"#),
            ("2h", "w: x", #"{"w":"2h"}"#),
            ("", "s: x", "{}"),
            ("", "s: {path: x, empty: text}", #"{"s":""}"#),
            ("\"a, \"\"b\"\"\"", "s: x", #"{"s":"a, \"b\""}"#),
            ("2015-01-31", "day: x", #"{"day":"2015-01-31"}"#),
            ("31.1.2015", "day: {path: x, format: \"%d.%m.%Y\"}", #"{"day":"2015-01-31"}"#),
            (
                "maybe", "b: x",
                "EV0104 `event.b`: `maybe` is neither true nor false; translate it in the mapping, as in `values: {\"yes\": true, \"no\": false}`"
            ),
            (
                "2015/01/31", "day: {path: x, format: \"%d.%m.%Y\"}",
                "EV0104 `event.day`: `2015/01/31` is not written as the mapping's format `%d.%m.%Y` says"
            ),
        ])
    func table(_ cell: String, _ value: String, expected: String) throws {
        #expect(try Self.data("x,y\n\(cell),0\n", "{\(value)}", format: "csv") == expected)
    }

    @Test(
        "local times get their offset",
        arguments: [
            ("2015-01-01T00:25:23", "zone: America/New_York", "2015-01-01T00:25:23-05:00"),
            ("2015-07-01 00:25:23", "zone: America/New_York", "2015-07-01T00:25:23-04:00"),
            ("2015-07-01T00:25", "zone: America/New_York", "2015-07-01T00:25:00-04:00"),
            ("2015-07-01T00:25:23.250", "zone: UTC", "2015-07-01T00:25:23.25Z"),
            ("2015-07-01T00:25:23+0200", "zone: America/New_York", "2015-07-01T00:25:23+02:00"),
            ("2015-07-01T00:25:23Z", "", "2015-07-01T00:25:23Z"),
            ("1.7.2015 9:05", "zone: Europe/Ljubljana, format: \"%d.%m.%Y %H:%M\"", "2015-07-01T09:05:00+02:00"),
            ("07/01/2015", "zone: Europe/Ljubljana, format: \"%m/%d/%Y\"", "2015-07-01T00:00:00+02:00"),
            // The clock shows 02:30 twice, and the first counts; an hour that it skips is read as if it were not changed.
            ("2026-10-25T02:30:00", "zone: Europe/Ljubljana", "2026-10-25T02:30:00+02:00"),
            ("2026-03-29T02:30:00", "zone: Europe/Ljubljana", "2026-03-29T03:30:00+02:00"),
        ])
    func times(_ text: String, _ options: String, expected: String) throws {
        let value = options.isEmpty ? "x" : "{path: x, \(options)}"
        #expect(try Self.data("{\"x\":\"\(text)\"}", "{t: \(value)}") == "{\"t\":\"\(expected)\"}")
        #expect(try Self.data("x,y\n\(text),0\n", "{t: \(value)}", format: "csv") == "{\"t\":\"\(expected)\"}")
    }

    @Test(
        "a time that cannot be placed is said, not guessed",
        arguments: [
            ("2015-01-01T00:25:23", "`2015-01-01T00:25:23` does not say its offset"),
            ("2015-02-30T00:25:23", "expected an instant"), ("yesterday", "expected an instant"),
            ("2015-01-01", "expected an instant"), ("2015-01-01T25:00:00", "expected an instant"),
        ])
    func unreadableTimes(_ text: String, message: String) throws {
        #expect(try Self.data("{\"x\":\"\(text)\"}", "{t: x}").contains(message))
    }

    @Test("an object is read by its entity's type, money and times inside too, and what nobody declares is counted")
    func objects() throws {
        let rulebook = try Self.rulebook()
        let mapping = try AuditFixture.mapping(
            """
            mapping: m
            rows:
              - event: sale
                customer: {id: who}
                order: {path: o, rename: {number: id, sum: total}, currency: USD, zone: America/New_York}
                parcel: {path: p}
                data: {n: n, colour: c}
            """, for: rulebook)
        let row = """
            {"who":null,"n":1,"c":"red","p":null,"o":{"number":5,"sum":1.5,"placed":"2015-01-01T00:00:00","weight":3,\
            "note":null,"lines":[{"price":2,"sold":"2015-06-01T00:00:00","hue":"red"},{"price":"3 EUR","count":"4"}]}}
            """
        let read = try #require(AuditFixture.rows(row, for: rulebook, mapping: mapping).first)
        #expect(
            read.eventTexts == [
                """
                {"type":"sale","order":{"id":"5","total":"1.5 USD","placed":"2015-01-01T00:00:00-05:00","note":null,\
                "lines":[{"price":"2 USD","sold":"2015-06-01T00:00:00-04:00"},{"price":"3 EUR","count":4}]},\
                "data":{"n":1}}
                """
            ])
        #expect(read.unknownMembers == ["order.weight", "order.lines.hue", "data.colour"])
    }

    @Test("two members of one name are a fault of the row")
    func collidingNames() throws {
        let rulebook = try Self.rulebook()
        let mapping = try AuditFixture.mapping(
            "mapping: m\nrows: [{event: sale, order: {path: o, rename: {number: id}}}]", for: rulebook)
        let rows = try AuditFixture.rows(#"{"o":{"id":"1","number":"2"}}"#, for: rulebook, mapping: mapping)
        #expect(rows.first?.problems.map(\.message) == ["the name `id` stands twice in one object"])
    }

    @Test("a row is of every kind that takes it, and of none is reported")
    func kinds() throws {
        let rulebook = try Self.rulebook()
        let mapping = try AuditFixture.mapping(
            """
            mapping: m
            rows:
              - {where: {k: [a, b]}, event: sale, id: i, data: {n: n}}
              - {where: {k: b, n: {present: true}}, event: other, id: i, data: {n: n}}
              - {where: {k: c, n: {absent: true}}, event: {path: type, values: {o: other}}, data: {n: {constant: 0}}}
            """, for: rulebook)
        let log = """
            {"k":"a","n":1,"i":1}
            {"k":"b","n":2,"i":2}
            {"k":"b","i":3}
            {"k":"c","type":"o"}
            {"k":"c","n":1}
            {"k":"c","type":"no_such"}
            """
        let rows = try AuditFixture.rows(log, for: rulebook, mapping: mapping)
        #expect(
            rows.map(\.eventTexts) == [
                [#"{"type":"sale","id":"1","data":{"n":1}}"#],
                [#"{"type":"sale","id":"2","data":{"n":2}}"#, #"{"type":"other","id":"2","data":{"n":2}}"#],
                [#"{"type":"sale","id":"3","data":{}}"#], [#"{"type":"other","data":{"n":0}}"#], [], [],
            ])
        #expect(rows.map { $0.problems.map(\.code) } == [[], [], [], [], ["EV0108"], ["EV0103"]])
    }

    @Test("the instant of the audit stands where the mapping asks for it, and must be given")
    func asOf() throws {
        let rulebook = try Self.rulebook()
        let mapping = try AuditFixture.mapping(
            "mapping: m\nrows: [{event: sale, time: {as_of: true}}]", for: rulebook)
        let rows = try AuditFixture.rows("{}", for: rulebook, mapping: mapping, asOf: "2016-01-13T00:00:00-05:00")
        #expect(rows.first?.eventTexts == [#"{"type":"sale","time":"2016-01-13T05:00:00Z","data":{}}"#])
        #expect(throws: AuditError.missingAsOf(place: "mapping.yaml:2:28")) {
            try AuditFixture.rows("{}", for: rulebook, mapping: mapping)
        }
        #expect(throws: AuditError.missingAsOf(place: "mapping.yaml:2:28")) {
            try AuditFixture.audit("{}", by: rulebook, mapping: mapping)
        }
    }

    @Test("an approval is put together of its members")
    func approval() throws {
        let rulebook = try Self.rulebook()
        let mapping = try AuditFixture.mapping(
            """
            mapping: m
            format: csv
            rows:
              - event: sale
                reason: why
                approval: {by: who, role: {constant: supervisor}, at: {path: at, zone: UTC}}
            """, for: rulebook)
        let rows = try AuditFixture.rows(
            "why,who,at\nlate,s-1,2026-01-01T10:00:00\n,,\n", name: "x.csv", for: rulebook, mapping: mapping)
        #expect(
            rows.first?.eventTexts == [
                """
                {"type":"sale","reason":"late",\
                "approval":{"by":"s-1","role":"supervisor","at":"2026-01-01T10:00:00Z"},"data":{}}
                """
            ])
    }

    @Test("each element of a list can be a row, and times can be seconds since 1970")
    func each() throws {
        let compiled = try Self.rulebook()
        let mapping = try AuditFixture.mapping(
            """
            mapping: nested
            each: day.sales
            rows:
              - where: {day.sales.*.kind: sale}
                event: sale
                interaction: day.name
                time: {path: day.sales.*.at, format: "%s"}
                data: {n: day.sales.*.n, s: day.sales.1.kind}
            """, for: compiled)
        let row = { (list: String) in "{\"day\": {\"name\": \"d-1\", \"sales\": \(list)}}" }
        let rows = try AuditFixture.rows(
            [
                row(
                    #"[{"kind": "sale", "at": 1589375664, "n": 1}, {"kind": "gift"}, {"kind": "sale", "at": "0", "n": 2}]"#
                ),
                row("[]"), row("7"), "{}",
            ].joined(separator: "\n"), for: compiled, mapping: mapping)
        #expect(
            rows[0].eventTexts == [
                #"{"type":"sale","interaction":"d-1","time":"2020-05-13T13:14:24Z","data":{"n":1,"s":"gift"}}"#,
                #"{"type":"sale","interaction":"d-1","time":"1970-01-01T00:00:00Z","data":{"n":2,"s":"gift"}}"#,
            ])
        #expect(rows[1].eventTexts == [] && rows[1].problems.isEmpty)
        let missing = "there is no list at `day.sales`; the mapping's `each` reads one row for each of its elements"
        #expect(rows[2].problems.map(\.message) == [missing])
        #expect(rows[3].problems.map(\.message) == [missing])
    }

    @Test(
        "times can be milliseconds since 1970",
        arguments: [
            ("1790000000327", "2026-09-21T14:13:20.327Z"), ("0", "1970-01-01T00:00:00Z"),
            ("253402214399999", "9999-12-30T23:59:59.999Z"),
        ])
    func milliseconds(_ count: String, _ time: String) throws {
        let compiled = try Self.rulebook()
        let mapping = try AuditFixture.mapping(
            """
            mapping: epoch
            rows:
              - {event: sale, time: {path: at, format: "%Q"}, data: {n: n}}
            """, for: compiled)
        let rows = try AuditFixture.rows(
            "{\"at\": \(count), \"n\": 1}\n{\"at\": 253402300800000, \"n\": 1}", for: compiled, mapping: mapping)
        #expect(rows[0].eventTexts == [#"{"type":"sale","time":"\#(time)","data":{"n":1}}"#])
        #expect(rows[1].eventTexts.isEmpty && rows[1].problems.count == 1)
    }
}
