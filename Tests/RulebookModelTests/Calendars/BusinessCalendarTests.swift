import CEL
import RulebookModel
import TestSupport
import Testing

@Suite("A calendar counts open time and business days exactly, whatever clocks do")
struct BusinessCalendarTests {
    private static func calendar(_ yaml: String, zone: String = "Europe/Ljubljana") throws -> BusinessCalendar {
        let rulebook = try CareDesk.rulebook("timeZone: \(zone)\ncalendars:\n  office: \(yaml)")
        return try #require(rulebook.calendars.first)
    }

    private static func instant(_ text: String) throws -> CELTimestamp {
        try #require(CELTimestamp(parsing: text))
    }

    @Test func agreesWithAskingMinuteByMinute() throws {
        for round in 0..<100 {
            var random = SeededGenerator(seed: UInt64(round))
            let sample = RandomCalendar(&random)
            let rulebook = try CareDesk.rulebook(sample.yaml)
            let calendar = try #require(rulebook.calendars.first)
            let naive = sample.naive
            func instant(_ minute: Int) throws -> CELTimestamp {
                try #require(CELTimestamp(seconds: Int64(naive.firstMinute + minute) * 60))
            }
            func minute(_ instant: CELTimestamp) -> Int { Int(instant.seconds / 60) - naive.firstMinute }
            for _ in 0..<40 {
                let first = Int.random(in: 0..<naive.isOpen.count - 1, using: &random)
                let last = Int.random(in: first..<naive.isOpen.count, using: &random)
                let (start, end) = (try instant(first), try instant(last))
                let context = "round \(round), minutes \(first) to \(last)\n\(sample.yaml)"
                #expect(try calendar.isOpen(at: start) == naive.isOpen[first], "\(context)")
                let open = naive.openMinutes(first, last)
                let counted = try calendar.openTime(from: start, to: end)
                #expect(counted.nanoseconds == Int64(open) * 60_000_000_000, "\(context)")
                #expect(try calendar.openTime(from: end, to: start).nanoseconds == -counted.nanoseconds, "\(context)")
                if let opening = naive.nextOpening(from: first) {
                    #expect(minute(try calendar.nextOpening(from: start)) == opening, "\(context)")
                }
                let length = Int.random(in: 0...max(1, open), using: &random)
                if let reached = naive.minute(after: length, from: first) {
                    let found = try calendar.instant(
                        afterOpenTime: CELDuration(nanoseconds: Int64(length) * 60_000_000_000), from: start)
                    #expect(minute(found) == reached, "\(length) minutes of \(context)")
                }
                let day = (naive.firstMinute + first) / 1440
                let count = Int.random(in: -9...9, using: &random)
                let date = CivilDate(daysSince1970: day)
                let reached = naive.addingBusinessDays(count, to: day)
                #expect(
                    try calendar.date(date, addingBusinessDays: count).daysSince1970 == reached,
                    "\(date) and \(count) business days, \(context)")
                // Back from a business day, as many days are counted as were added.
                #expect(
                    try calendar.businessDays(from: date, to: CivilDate(daysSince1970: reached)) == count,
                    "\(date) and \(count) business days, \(context)")
            }
            try Self.expectCloses(calendar, naive, sample.yaml)
        }
    }

    /// The day closes with the last of its minutes that are open.
    private static func expectCloses(_ calendar: BusinessCalendar, _ naive: NaiveCalendar, _ yaml: String) throws {
        var lastOpen: [Int: Int] = [:]
        for minute in naive.isOpen.indices where naive.isOpen[minute] { lastOpen[naive.days[minute]] = minute }
        for (day, minute) in lastOpen where day > naive.days[0] && day < naive.days[naive.days.count - 1] {
            let date = CivilDate(daysSince1970: day)
            let close = try calendar.close(of: date)
            #expect(
                close.seconds == Int64(naive.firstMinute + minute + 1) * 60, "the close of \(date)\n\(yaml)")
        }
    }

    @Test(arguments: [
        // Chatwoot's cases, of which the due time was wrong until 2026.
        ("{mon-fri: \"09:00-17:00\"}", "2026-03-06T16:30:00+01:00", 60, "2026-03-09T09:30:00+01:00"),
        ("{mon-fri: \"09:00-17:00\"}", "2026-03-04T07:00:00+01:00", 120, "2026-03-04T11:00:00+01:00"),
        (
            "{mon-fri: [\"08:00-12:00\", \"13:30-18:00\"]}", "2026-03-04T11:45:00+01:00", 30,
            "2026-03-04T13:45:00+01:00"
        ),
        // What uses up an opening ends with it.
        ("{mon-fri: \"09:00-17:00\"}", "2026-03-06T16:30:00+01:00", 30, "2026-03-06T17:00:00+01:00"),
        ("{mon-sun: \"00:00-24:00\"}", "2026-03-28T12:00:00+01:00", 1440, "2026-03-29T13:00:00+02:00"),
        ("{mon-sun: \"00:00-24:00\"}", "2026-10-24T12:00:00+02:00", 1440, "2026-10-25T11:00:00+01:00"),
        // An hour that the clock leaves out, and one that it shows twice.
        ("{sun: \"01:00-04:00\"}", "2026-03-29T00:00:00+01:00", 120, "2026-03-29T04:00:00+02:00"),
        ("{sun: \"02:00-03:00\"}", "2026-10-25T00:00:00+02:00", 120, "2026-10-25T03:00:00+01:00"),
        (
            "{mon-fri: \"08:00-18:00\", holidays: [12-25, 12-26]}", "2026-12-24T17:00:00+01:00", 120,
            "2026-12-28T09:00:00+01:00"
        ),
        (
            "{mon-fri: \"08:00-18:00\", holidays: [2026-12-25], before_holiday: \"08:00-12:00\"}",
            "2026-12-24T11:00:00+01:00", 120, "2026-12-28T09:00:00+01:00"
        ),
    ])
    func addsOpenTime(_ yaml: String, _ start: String, _ minutes: Int64, _ due: String) throws {
        let found = try Self.calendar(yaml).instant(
            afterOpenTime: CELDuration(nanoseconds: minutes * 60_000_000_000), from: try Self.instant(start))
        #expect(found == (try Self.instant(due)))
    }

    @Test(arguments: [
        ("2026-04-02", 3, "[2026-04-03, 2026-04-06]", "2026-04-09"),
        ("2026-06-26", 7, "[2026-07-03]", "2026-07-08"), ("2026-06-26", 7, "[]", "2026-07-07"),
        ("2026-12-29", 15, "[01-01, 01-06]", "2027-01-21"), ("2026-08-03", 5, "[2026-09-07]", "2026-08-10"),
        ("2026-08-03", 7, "[2026-09-07]", "2026-08-12"), ("2026-08-03", 30, "[2026-09-07]", "2026-09-15"),
        ("2026-08-03", 30, "[]", "2026-09-14"), ("2026-01-05", 35, "[]", "2026-02-23"),
        ("2026-01-10", 0, "[]", "2026-01-10"), ("2026-01-10", -1, "[]", "2026-01-09"),
    ])
    func addsBusinessDays(_ from: String, _ count: Int, _ holidays: String, _ to: String) throws {
        let calendar = try Self.calendar("{mon-fri: \"09:00-17:00\", holidays: \(holidays)}")
        let date = try #require(CivilDate(parsing: from))
        #expect(try calendar.date(date, addingBusinessDays: count).description == to)
    }

    @Test func spansOfYearsAreExactAndCheap() throws {
        let calendar = try Self.calendar("{mon-fri: \"08:00-18:00\", holidays: [01-01, 05-01, 12-25]}")
        let start = try Self.instant("1971-06-01T10:00:00Z")
        let end = try Self.instant("2099-06-01T10:00:00Z")
        for _ in 0..<1_000 {
            let open = try calendar.openTime(from: start, to: end)
            #expect(try calendar.instant(afterOpenTime: open, from: start) == end)
        }
        let days = try calendar.businessDays(from: calendar.zone.date(at: start), to: calendar.zone.date(at: end))
        #expect(days == 33_394 - (1...128).reduce(0) { $0 + Self.weekdayHolidays(1_971 + $1) })
    }

    /// How many of the three holidays between June and June fall on weekdays.
    private static func weekdayHolidays(_ year: Int) -> Int {
        [
            CivilDate(year: year - 1, month: 12, day: 25), CivilDate(year: year, month: 1, day: 1),
            CivilDate(year: year, month: 5, day: 1),
        ].count { (1...5).contains($0?.dayOfWeek ?? 0) }
    }

    @Test func beyondWhatIsKnownThereIsNoAnswer() throws {
        let calendar = try Self.calendar(
            "{mon-fri: \"08:00-18:00\", known: {from: 2026-01-01, until: 2027-01-01}}")
        let last = try Self.instant("2026-12-31T17:00:00+01:00")
        let hour = CELDuration(nanoseconds: 3_600_000_000_000)
        #expect(try calendar.instant(afterOpenTime: hour, from: last).description == "2026-12-31T17:00:00Z")
        let after = BusinessCalendar.Gap.notKnown("the days of `office` from 2027-01-01 on")
        #expect(throws: after) {
            try calendar.instant(afterOpenTime: CELDuration(nanoseconds: 2 * hour.nanoseconds), from: last)
        }
        #expect(throws: after) { try calendar.isOpen(at: try Self.instant("2027-01-01T00:00:00+01:00")) }
        #expect(throws: after) { try calendar.nextOpening(from: try Self.instant("2026-12-31T18:00:00+01:00")) }
        let before = BusinessCalendar.Gap.notKnown("the days of `office` before 2026-01-01")
        #expect(throws: before) { try calendar.isOpen(at: try Self.instant("2025-12-31T12:00:00+01:00")) }
        let first = try #require(CivilDate(parsing: "2026-01-01"))
        #expect(throws: before) { try calendar.date(first, addingBusinessDays: -1) }
        #expect(throws: after) { try calendar.date(first, addingBusinessDays: 300) }
        #expect(throws: BusinessCalendar.Gap.outOfYears) {
            try Self.calendar("{mon: \"08:00-09:00\"}").isOpen(at: try Self.instant("2120-01-01T00:00:00Z"))
        }
    }

    @Test func theEveOfAnUnknownDayIsUnknown() throws {
        let calendar = try Self.calendar(
            "{mon-fri: \"08:00-18:00\", before_holiday: closed, known: {until: 2027-01-01}}")
        #expect(throws: BusinessCalendar.Gap.notKnown("the days of `office` from 2027-01-01 on")) {
            try calendar.isOpen(at: try Self.instant("2026-12-31T12:00:00+01:00"))
        }
    }

    @Test func closesOnTheNextBusinessDayWhereItDoesNotOpen() throws {
        let calendar = try Self.calendar("{mon-fri: [\"08:00-12:00\", \"13:00-18:00\"], sat: \"09:00-13:00\"}")
        func close(_ instant: String) throws -> String {
            try calendar.close(from: try Self.instant(instant)).description
        }
        #expect(try close("2026-03-06T12:30:00+01:00") == "2026-03-06T17:00:00Z")
        #expect(try close("2026-03-06T18:00:00+01:00") == "2026-03-06T17:00:00Z")
        #expect(try close("2026-03-06T18:00:01+01:00") == "2026-03-07T12:00:00Z")
        #expect(try close("2026-03-08T12:00:00+01:00") == "2026-03-09T17:00:00Z")
    }
}
