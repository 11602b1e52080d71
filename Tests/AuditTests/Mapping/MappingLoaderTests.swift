import Audit
import RulebookEngine
import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A mapping says what is wrong with it, where, and how to mend it")
struct MappingLoaderTests {
    private static func load(_ source: MarkedSource) -> (mapping: MappingFile?, diagnostics: [Diagnostic]) {
        var diagnostics = DiagnosticCollector()
        let mapping = MappingFile.load(source.file, diagnostics: &diagnostics)
        return (mapping, diagnostics.sorted)
    }

    @Test("a whole mapping is read")
    func whole() throws {
        let source = MarkedSource(
            """
            mapping: help-desk
            title: {en: Our help desk, sl: Naša pisarna}
            format: csv
            separator: ";"
            rows:
              - where: {state: [closed, done], owner: {present: true}}
                event: ticket.closed
                id: number
                time: {path: closed, format: "%d.%m.%Y %H:%M", zone: Europe/Ljubljana}
                approval: {by: approver, role: {constant: supervisor}}
                agent: {id: owner, role: {constant: agent}}
                data:
                  paid: {path: paid, currency: EUR, values: {none: 0}}
            """)
        let (mapping, diagnostics) = Self.load(source)
        #expect(diagnostics == [])
        let read = try #require(mapping)
        #expect(read.name == "help-desk")
        #expect(read.title?.text(for: "sl") == "Naša pisarna")
        #expect(read.format == .csv(separator: ";"))
        #expect(read.paths.map(\.text) == ["state", "owner", "number", "closed", "approver", "paid"])
        let kind = try #require(read.rowKinds.first)
        #expect(kind.conditions.map(\.test) == [.anyOf(["closed", "done"]), .present])
        #expect(kind.envelope.map(\.name) == ["id", "time", "approval"])
        #expect(kind.entities.map(\.name) == ["agent"])
        #expect(kind.fields.first?.value.translations == ["none": .number("0")])
    }

    private static let frame = "mapping: m\nrows:\n  - "

    @Test(
        "each slip is one diagnostic",
        arguments: [
            ("«mapping: m»", "MP0103", "a mapping needs the key `rows`", "list the kinds of rows under `rows:`"),
            (
                "mapping: m\n«row»: []\nrows: [{event: a}]", "MP0102", "a mapping has no key `row`",
                "did you mean `rows`?"
            ),
            (
                "mapping: m\nformat: csv\neach: «a»\nrows: [{event: a}]", "MP0105",
                "`each` belongs to JSON, and the format is `csv`", "leave it out: each record is a row"
            ),
            (
                "mapping: m\neach: «a.*»\nrows: [{event: a}]", "MP0104", "`a.*` is no path of a list",
                "write names with dots between, as in `events`"
            ),
            ("mapping: m\nrows: «[]»", "MP0101", "`rows` must be at least one kind of row, not an empty list", nil),
            (
                "mapping: m\nformat: «jsnl»\nrows: [{event: a}]", "MP0104", "`jsnl` is no format; expected jsonl, csv",
                "did you mean `jsonl`?"
            ),
            (
                "mapping: m\nformat: csv\nseparator: «\"+\"»\nrows: [{event: a}]", "MP0104", "`+` is no separator",
                "write \",\", \";\", \"|\" or tab"
            ),
            (
                "mapping: m\nseparator: «\";\"»\nrows: [{event: a}]", "MP0105", "`separator` belongs to tables",
                "say `format: csv`"
            ),
            (
                frame + "«id: number»", "MP0103", "a kind of row needs the key `event`",
                "name the event's type, or where it stands: `{path: …}`"
            ),
            (
                frame + "{event: a, «chanel»: source}", "MP0102", "a kind of row has no key `chanel`",
                "did you mean `channel`?"
            ),
            (frame + "{event: a, data: {x: {«pth»: a}}}", "MP0102", "`x` has no key `pth`", "did you mean `path`?"),
            (
                frame + "{event: a, data: {x: «{currency: EUR}»}}", "MP0103", "`x` needs the key `path`",
                "say where the value stands, or state it with `constant`"
            ),
            (
                frame + "{event: a, data: {x: «{path: a, constant: 1}»}}", "MP0105",
                "`x` has `path` and `constant`, of which only one can hold", "keep one of them"
            ),
            (
                frame + "{event: a, data: {x: {path: a, currency: «ERU»}}}", "MP0104", "`ERU` is no currency in use",
                "write its ISO 4217 code, such as EUR"
            ),
            (
                frame + "{event: a, time: {path: a, zone: «Europe/Lubliana»}}", "MP0104",
                "`Europe/Lubliana` is no time zone", "write an IANA name such as Europe/Ljubljana"
            ),
            (
                frame + "{event: a, time: {path: a, format: «\"%d.%m.%y\"»}}", "MP0104",
                "`%y` stands for nothing in a format of times",
                "the letters are %Y, %m, %d, %H, %M, %S, or %s or %Q by itself for seconds or milliseconds since 1970, as in %d.%m.%Y %H:%M"
            ),
            (
                frame + "{event: a, time: {path: a, format: «\"%H:%M\"»}}", "MP0104",
                "a format of times needs %Y, %m and %d",
                "the letters are %Y, %m, %d, %H, %M, %S, or %s or %Q by itself for seconds or milliseconds since 1970, as in %d.%m.%Y %H:%M"
            ),
            (
                frame + "{event: a, data: {x: {path: a, empty: «absnt»}}}", "MP0104",
                "`absnt` is no reading of empty texts; expected absent, text", "did you mean `absent`?"
            ),
            (
                frame + "{event: a, data: {x: {«as_of»: true}}}", "MP0105",
                "only `time` can be the instant of the audit", nil
            ),
            (
                frame + "{event: a, data: {«x-y»: a}}", "MP0106", "`x-y` cannot be the name of a member",
                "use letters, digits and `_`, as the rulebook does"
            ),
            (
                frame + "{event: a, id: «a..b»}", "MP0104", "`a..b` is no path",
                "write names with dots between, or a list of names where one holds a dot"
            ),
            (
                frame + "{event: a, where: {x: «{present: true, absent: true}»}}", "MP0105",
                "a condition asks one thing", "write a value, a list of values, {present: true} or {absent: true}"
            ),
            (
                frame + "{event: a, approval: {«bye»: x}}", "MP0102", "`approval` has no key `bye`",
                "did you mean `by`?"
            ),
            (frame + "{event: a, data: «[x]»}", "MP0101", "`data` must be a map, not a list", nil),
            (frame + "{event: a, id: «[x]»}", "MP0101", "`id` must be a text, not a list", nil),
            (
                frame + "{event: a, id: {constant: 1, «values»: {a: b}}}", "MP0105", "`values` belongs to a `path`",
                "leave it out"
            ),
        ] as [(String, String, String, String?)])
    func slips(_ text: String, code: String, message: String, help: String?) throws {
        let source = MarkedSource(text)
        let (mapping, diagnostics) = Self.load(source)
        #expect(mapping == nil)
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect(diagnostic.code.rawValue == code)
        #expect(diagnostic.message == message)
        #expect(diagnostic.help == help)
        #expect(diagnostic.range.text == source.marks.first?.text)
    }

    @Test("everything that is wrong is said at once")
    func atOnce() {
        let source = MarkedSource(
            "mapping: m\nformat: «tsv»\nrows:\n  - {event: a, «chanel»: x, time: {path: t, zone: «Nowhere/Land»}}")
        let (_, diagnostics) = Self.load(source)
        #expect(diagnostics.map(\.range.text) == source.marks.map(\.text))
    }

    @Test("an empty file is no mapping")
    func empty() {
        #expect(Self.load(MarkedSource("")).diagnostics.map(\.code) == [.mappingEmpty])
    }

    @Test("a name that the rulebook lacks, and that looks like one it has, is a warning")
    func undeclared() throws {
        let rulebook = try AuditFixture.rulebook(
            """
            rulebook: r
            entities: {customer: {tier: string}}
            events: {sale: {fields: {price: int}}}
            standards: {s: {on: sale, require: event.price > 0}}
            """)
        let source = MarkedSource(
            """
            mapping: m
            rows:
              - {event: sale, «custmer»: {tier: t}, customer: {«teir»: t}, parcel: {path: p}, data: {«prise»: p, weight: w}}
            """)
        let mapping = try #require(Self.load(source).mapping)
        var diagnostics = DiagnosticCollector()
        _ = MappingProgram(mapping, for: rulebook.versions.newest, diagnostics: &diagnostics)
        #expect(diagnostics.errorCount == 0)
        #expect(diagnostics.sorted.map(\.range.text) == source.marks.map(\.text))
        #expect(
            diagnostics.sorted.map(\.help) == [
                "did you mean `customer`?", "did you mean `tier`?", "did you mean `price`?",
            ])
    }
}
