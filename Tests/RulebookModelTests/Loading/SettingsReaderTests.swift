import CEL
import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("Settings are typed by how they are written")
struct SettingsReaderTests {
    @Test(arguments: [
        ("60s", "duration"), ("1h 30min", "duration"), ("50 USD", "money"), ("15%", "percent"), ("15 %", "percent"),
        ("3", "int"), ("-3", "int"), ("007", "int"), ("0.5", "decimal"), ("true", "bool"), ("2026-11-01", "date"),
        ("2026-11-01T08:00:00Z", "timestamp"), ("no", "string"), ("yes", "string"), ("on", "string"),
        ("Ljubljana", "string"), ("'3'", "string"), ("'20 EUR'", "money"), ("3 free bags", "string"),
        ("[1, 2]", "list(int)"), ("[1 EUR, 2 EUR]", "list(money)"), ("{a: 1, b: 2}", "table of int"),
        ("{a: {x: 5%}, b: {x: 6%, y: 7%}}", "table of table of percent"), ("{a: [1], b: [2, 3]}", "table of list(int)"),
        ("{value: 7, title: Seven}", "int"), ("{value: 20, type: money}", "money"),
        ("{value: 20, type: decimal}", "decimal"),
        ("{value: 5%, type: string}", "string"), ("{value: 7 days, type: string}", "string"),
        ("{value: [], type: list(string)}", "list(string)"), ("{value: [20, 30], type: money}", "list(money)"),
        ("{value: {a: 20, b: 30}, type: money}", "table of money"),
        ("{value: gold, type: {enum: [standard, gold]}}", "one of standard, gold"),
        ("{value: {mon-fri: \"08:00-18:00\"}, type: hours}", "hours"), ("{value: {a: 1}, type: map(int)}", "map(int)"),
        ("{value: supervisor, type: role}", "role"),
    ])
    func infers(_ text: String, type: String) throws {
        let rulebook = try CareDesk.rulebook("settings: {it: \(text)}")
        #expect(rulebook.settings.map(\.type.text) == [type])
    }

    @Test func areReadInConditions() throws {
        let rulebook = try CareDesk.rulebook(
            """
            settings:
              bags: {gold: {economy: 3, business: 4}, regular: {economy: 1, business: 2}}
              limit: {value: 20, type: money, title: Most that we pay}
            standards:
              a: {on: coupon.issue, require: 'event.count <= settings.bags[customer.tier]["economy"]'}
              b: {on: coupon.issue, require: event.value <= settings.limit}
            """)
        #expect(rulebook.settings.map(\.name) == ["bags", "limit"])
        #expect(rulebook.settings.last?.title?.text == "Most that we pay")
        guard case .constant(let limit)? = rulebook.settings.last?.content else {
            Issue.record("the limit is a constant")
            return
        }
        #expect(limit == .scalar(CELScalar(try Money(parsing: "20 EUR"))))
    }

    @Test(arguments: [
        Refusal("«two words»: 1", .init(.malformedName, message: "`two words` cannot be the name of a setting")),
        Refusal("«a-b»: 1", .init(.malformedName, help: "use letters, digits and `_`, and no word of the language")),
        Refusal("a: «~»", .init(.wrongKind, message: "a setting must be a value, not nothing")),
        Refusal("a: «{}»", .init(.wrongKind, message: "a table must be a map of values, not an empty map")),
        Refusal(
            "a: «[]»",
            .init(
                .wrongKind,
                message: "a setting must be a list with at least one value, or with a `type`, not an empty list")),
        Refusal("a: [«{b: 1}»]", .init(.wrongKind, message: "an element of a setting must be a value, not a map")),
        Refusal("a: {b: «~», c: «[[1]]»}".replacing("«[[1]]»", with: "[«[1]»]"), .init(.wrongKind), .init(.wrongKind)),
        Refusal(
            "a: {b: 1, c: «2 EUR», d: «x»}",
            .init(
                .mixedTypes, message: "expected int like the values before, not money",
                help: "write all values alike; numbers beside amounts need their currency"),
            .init(.mixedTypes, message: "expected int like the values before, not string")),
        Refusal("a: [5%, «5»]", .init(.mixedTypes, message: "expected percent like the values before, not int")),
        Refusal(
            "a: {b: {c: 1}, d: «3»}",
            .init(.mixedTypes, message: "expected table of int like the values before, not int")),
        Refusal(
            "a: {b: {c: {d: {e: {f: {g: «{h: 1}»}}}}}}", .init(.badValue, message: "a table is at most 6 levels deep")),
        Refusal(
            "a: «99999999999999999999»",
            .init(.badValue, message: "`99999999999999999999` cannot be read: expected a whole number")),
        Refusal("a: «0x1F»", .init(.badValue, message: "`0x1F` cannot be read: expected a whole number")),
        Refusal(
            "a: «.inf»", .init(.badValue, message: "`.inf` cannot be read: expected a decimal number such as 12.5")),
        Refusal("a: «1e3»", .init(.badValue)),
        Refusal("a: «20 eur»", .init(.badValue, message: "`eur` is no currency in use", help: "did you mean `EUR`?")),
        Refusal("a: «1.005 EUR»", .init(.badValue, message: "`1.005 EUR` is finer than the currency's smallest unit")),
        Refusal(
            "a: «1,000 EUR»",
            .init(.badValue, message: "`1,000 EUR` cannot be read: expected an amount with its currency, as in 20 EUR")),
        Refusal(
            "a: «2026-02-30»",
            .init(.badValue, message: "`2026-02-30` cannot be read: expected a date such as 2026-11-20")),
        Refusal(
            "a: «7 days»",
            .init(.badValue, message: "`days` counts dates, not time, and cannot stand in a length of time")),
        Refusal(
            "«a»: {title: A}",
            .init(
                .missingKey, message: "the setting `a` needs the key `value`",
                help: "write `value: …`, or rows under `choose:`")),
        Refusal("a: {value: 1, «tite»: A}", .init(.unknownKey, help: "did you mean `title`?")),
        Refusal("a: {value: 1, «valu»: 2}", .init(.unknownKey, message: "the setting `a` has no key `valu`")),
        Refusal(
            "a: {value: 1, choose: «[{value: 1}]»}",
            .init(
                .conflictingKeys, message: "the setting `a` has a `value` or a `choose`, not both",
                help: "leave one of them out")),
        Refusal("a: {value: 1, type: «intt»}", .init(.unknownType, help: "did you mean `int`?")),
        Refusal("a: {value: «x», type: int}", .init(.badValue)),
        Refusal(
            "a: {value: 1, title: «{english: A}»}".replacing("«{english: A}»", with: "{«english»: A}"),
            .init(.badValue, message: "`english` is no language tag", help: "write a tag such as `en`, `sl` or `pt-BR`")
        ),
    ])
    func refuses(_ refusal: Refusal) {
        // In braces a comma would end the text `1,000 EUR`.
        CareDesk.expectRefusal("settings:\n  \(refusal.marked)", refusal.expected)
    }
}
