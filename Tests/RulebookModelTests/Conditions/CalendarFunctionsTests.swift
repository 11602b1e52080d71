import CEL
import RulebookModel
import TestSupport
import Testing

@Suite("Conditions ask calendars, opening hours and the time of the day")
struct CalendarFunctionsTests {
    private static let head = """
        timeZone: Europe/Ljubljana
        calendars:
          office: {mon-fri: "09:00-17:00", sat: "09:00-12:00", holidays: [2026-12-25], known: {until: 2028-01-01}}
          shop: {mon-sun: "10:00-20:00", timeZone: America/New_York}
        settings:
          friday: 2026-03-06T15:30:00Z
          saturday: 2026-03-07T13:00:00Z
          monday: 2026-03-09T08:30:00Z
          first: 2026-03-06
          far: 2027-12-31T15:00:00Z
          lunch: {value: "mon-fri 09:00-12:00 13:00-17:00", type: hours}
          york: {value: America/New_York, type: zone}
          place: {value: shop, type: {enum: [office, shop]}}
          day: 8h

        """

    private func value(_ condition: String) throws -> CELValue? {
        let rulebook = try CareDesk.rulebook(
            Self.head + "standards:\n  a:\n    on: coupon.issue\n    require: >-\n      \(condition)")
        guard case .require(.expression(let expression))? = rulebook.standards.first?.body else { return nil }
        var slots = CELSlotTable()
        let program = expression.environment.program(for: expression.checked, slots: &slots)
        return program.evaluate(CELFrame(slots))
    }

    @Test(arguments: [
        "open(calendars.office, settings.friday)", "not open(calendars.office, settings.saturday)",
        "open(calendars.shop, settings.friday)", "open(calendars[settings.place], settings.friday)",
        "open(calendars[\"shop\"], settings.friday)",
        "open(settings.lunch, settings.friday)", "not open(settings.lunch, settings.saturday)",
        "open(\"sat 14:00-15:00\", settings.saturday)",
        "open(settings.lunch, settings.friday, settings.york)",
        "not open(settings.lunch, settings.monday, \"America/New_York\")",
        "nextOpening(calendars.office, settings.saturday) == \"2026-03-09T08:00:00Z\"",
        "nextOpening(calendars.office, settings.friday) == settings.friday",
        "addBusinessTime(settings.friday, \"1h\", calendars.office) == \"2026-03-07T08:30:00Z\"",
        "businessTimeBetween(settings.friday, settings.monday, calendars.office) == \"4h\"",
        "addBusinessDays(settings.friday, 2, calendars.office) == \"2026-03-09\"",
        "addBusinessDays(settings.first, -1, calendars.office) == \"2026-03-05\"",
        "businessDaysBetween(settings.first, settings.monday, calendars.office) == 2",
        "businessDaysBetween(settings.monday, settings.first, calendars.office) == -2",
        "closeOf(calendars.office, settings.friday) == \"2026-03-06T16:00:00Z\"",
        "closeOf(calendars.office, settings.saturday) == \"2026-03-09T16:00:00Z\"",
        "closeOf(calendars.office, date(settings.saturday)) == \"2026-03-07T11:00:00Z\"",
        "timeOfDay(settings.friday) == \"16:30\"", "timeOfDay(settings.friday) < \"16:30:01\"",
        "timeOfDay(settings.friday, settings.york) == \"10:30\"",
        "timeOfDay(settings.friday) >= \"08:00\" and timeOfDay(settings.friday) < \"24:00\"",
        "string(timeOfDay(settings.friday)) == \"16:30\"",
        "calendars.office != calendars.shop",
    ])
    func holds(_ condition: String) throws {
        #expect(try value(condition) == .bool(true))
    }

    @Test func beyondWhatIsKnownOfACalendarNobodyKnows() throws {
        for condition in [
            "open(calendars.office, addBusinessTime(settings.far, settings.day, calendars.office))",
            "addBusinessDays(settings.far, 1, calendars.office) > settings.first",
        ] {
            guard case .unknown(let unknown)? = try value(condition) else {
                Issue.record("\(condition) must be unknown")
                continue
            }
            #expect(unknown.paths.map(\.description) == ["the days of `office` from 2028-01-01 on"])
        }
    }

    @Test func businessTimeIsNotTakenAway() throws {
        let found = try value(
            "addBusinessTime(settings.friday, settings.friday - settings.monday, calendars.office) < settings.friday")
        guard case .error(let error)? = found else {
            Issue.record("it must fail, not give \(String(describing: found))")
            return
        }
        #expect(error.message == "business time is added, not taken away")
    }

    @Test(arguments: [
        Refusal("open(calendars.«ofice», now)", .init(.conditionType, help: "did you mean `office`?")),
        Refusal("open(calendars[«\"ofice\"»], now)", .init(.conditionType, help: "did you mean `office`?")),
        Refusal("open(«\"office\"», now)", .init(.conditionType)),
        Refusal(
            "timeOfDay(now) < «\"8:30\"»",
            .init(
                .conditionType, message: "`8:30` is no time of the day", help: "write two digits each, as in \"08:30\"")
        ),
        Refusal(
            "«calendars.office»",
            .init(.conditionType, message: "a condition must be true or false; this one is a calendar")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal(
            Self.head + "standards:\n  a:\n    on: coupon.issue\n    require: \(refusal.marked)", refusal.expected)
    }
}
