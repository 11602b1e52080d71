import CEL
import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A calendar is read whole, and everything that is wrong with it is told at once")
struct CalendarReaderTests {
    @Test func readsEverything() throws {
        let rulebook = try CareDesk.rulebook(
            """
            calendars:
              shop: {mon-sun: "00:00-24:00"}
              office:
                timeZone: Europe/Ljubljana
                mon-thu: ["08:00-12:00", "13:30-18:00"]
                fri: "08:00-24:00"
                sun: closed
                before_holiday: "08:00-12:00"
                holidays: [2026-12-25, {date: 2027-01-01, name: {en: New Year, sl: Novo leto}}, 02-29]
                on: {2026-12-24: "08:00-12:00", 2026-12-31: closed}
                known: {from: 2026-01-01, until: 2028-01-01}
            """)
        #expect(rulebook.calendars.map(\.name) == ["office", "shop"])
        let office = try #require(rulebook.calendars.first)
        #expect(office.zone.name == "Europe/Ljubljana")
        #expect(office.known.from?.description == "2026-01-01")
        #expect(office.known.until?.description == "2028-01-01")
    }

    @Test(arguments: [
        Refusal("«office»: {}", .init(.missingKey, help: "say when it is open, as in `mon-fri: \"08:00-18:00\"`")),
        Refusal(
            "«office»: {mon: closed}", .init(.missingKey, message: "the calendar `office` needs the key `mon-fri`")),
        Refusal("office: «[mon]»", .init(.wrongKind, message: "the calendar `office` must be a map, not a list")),
        Refusal("«my office»: {mon: \"08:00-18:00\"}", .init(.malformedName)),
        Refusal(
            "office: {«mon-fry»: \"08:00-18:00\"}", .init(.unknownKey, help: "did you mean `mon-fri`?")),
        Refusal(
            "office: {mon: \"08:00-18:00\", «holiday»: [12-25]}",
            .init(.unknownKey, help: "did you mean `holidays`?")),
        Refusal(
            "office: {«fri-mon»: \"08:00-18:00\"}",
            .init(
                .badValue, message: "`fri-mon` runs over the end of the week",
                help: "a week begins on `mon`: write two keys")),
        Refusal(
            "office: {mon-fri: \"08:00-18:00\", «wed»: closed}",
            .init(.conflictingKeys, message: "`wed` is said twice: by `mon-fri` and by `wed`")),
        Refusal(
            "office: {fri: «\"22:00-02:00\"»}",
            .init(
                .badValue, message: "`22:00-02:00` ends before it begins",
                help:
                    "hours over midnight belong to two days: write `22:00-24:00`, and `00:00-02:00` on the day after")),
        Refusal(
            "office: {fri: «\"22:00-00:00\"»}",
            .init(.badValue, help: "hours over midnight belong to two days: write `22:00-24:00`")),
        Refusal("office: {fri: «8-18»}", .init(.badValue, message: "`8-18` is no opening")),
        Refusal("office: {fri: «\"08:00-08:00\"»}", .init(.badValue)),
        Refusal("office: {fri: «\"08:00-24:30\"»}", .init(.badValue, message: "`08:00-24:30` is no opening")),
        Refusal("office: {fri: «[]»}", .init(.wrongKind)), Refusal("office: {fri: «~»}", .init(.wrongKind)),
        Refusal(
            "office: {fri: [\"08:00-12:00\", «\"11:00-14:00\"»]}",
            .init(.badValue, message: "`11:00-14:00` overlaps `08:00-12:00`")),
        Refusal(
            "office: {fri: \"08:00-12:00\", timeZone: «Europe/Lubljana»}",
            .init(.badValue, message: "`Europe/Lubljana` is no time zone")),
        Refusal(
            "office: {fri: \"08:00-12:00\", holidays: [«2026-02-30»]}",
            .init(.badValue, help: "write a date such as 2026-12-25, or 12-25 for every year")),
        Refusal("office: {fri: \"08:00-12:00\", holidays: [«13-25»]}", .init(.badValue)),
        Refusal(
            "office: {fri: \"08:00-12:00\", holidays: [2026-12-25, «2026-12-25»]}",
            .init(.badValue, message: "`2026-12-25` is among the holidays already")),
        Refusal("office: {fri: \"08:00-12:00\", holidays: [12-25, «12-25»]}", .init(.badValue)),
        Refusal(
            "office: {fri: \"08:00-12:00\", holidays: [{date: 12-25, «nme»: X}]}",
            .init(.unknownKey, help: "did you mean `name`?")),
        Refusal("office: {fri: \"08:00-12:00\", holidays: [«{name: X}»]}", .init(.missingKey)),
        Refusal(
            "office: {fri: \"08:00-12:00\", holidays: [2026-12-25], on: {«2026-12-25»: closed}}",
            .init(.conflictingKeys, message: "`2026-12-25` is among the holidays, which are closed")),
        Refusal("office: {fri: \"08:00-12:00\", on: {«friday»: closed}}", .init(.badValue)),
        Refusal("office: {fri: \"08:00-12:00\", on: {2026-12-24: «8-12»}}", .init(.badValue)),
        Refusal(
            "office: {fri: \"08:00-12:00\", holidays: [«1960-12-25»]}",
            .init(.badValue, message: "calendars count the years 1970 to 2099")),
        Refusal(
            "office: {fri: \"08:00-12:00\", known: {from: 2027-01-01, until: «2026-01-01»}}", .init(.emptyPeriod)),
        Refusal("office: {fri: \"08:00-12:00\", known: {«til»: 2026-01-01}}", .init(.unknownKey)),
        Refusal(
            "office: {«fryday»: «8»}\n  shop: {«mo»: \"08:00-09:00\", tue: «x»}".replacing("«8»", with: "8"),
            .init(.unknownKey), .init(.unknownKey, help: "did you mean `mon`?"), .init(.badValue)),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("calendars:\n  \(refusal.marked)", refusal.expected)
    }

    @Test func aCalendarOfTwoFilesIsDefinedTwice() {
        let (rulebook, diagnostics) = CareDesk.load(
            "rulebook: test\ninclude: [z.yaml]\ncalendars: {a: {mon: \"08:00-09:00\"}}",
            files: ["z.yaml": "calendars: {a: {tue: \"08:00-09:00\"}}"])
        #expect(rulebook == nil)
        #expect(diagnostics.map(\.message) == ["the calendar `a` is defined twice"])
    }
}
