import Testing

@testable import RulebookEngine

@Suite("Limits count business time and business days as published standards do")
struct BusinessTimeTests {
    /// A rulebook with one timeline: `message` must be followed by `reply`.
    private func log(_ calendar: String, _ limit: String, zone: String = "Europe/Ljubljana") throws -> TimelineLog {
        try TimelineLog(
            """
            rulebook: desk
            version: 1
            timeZone: \(zone)
            unlisted: allow
            roles: [agent]
            entities: {agent: {role: role}}
            calendars: {office: \(calendar)}
            actions: {disconnect: {}}
            events:
              message: {fields: {due: date, kind: {enum: [card, cash], default: card}}}
              reply: {}
              tick: {}
            standards:
              s: {timeline: \(limit)}
            """)
    }

    private static let week = "{mon-fri: \"09:00-17:00\"}"
    private static let reply = "after: message, expect: reply"

    @Test(arguments: [
        // Chatwoot: 21a, 21b, 21d.
        (week, "within: 1h, clock: office", "2026-03-06T16:30:00+01:00", "by 2026-03-09 09:30:00"),
        (week, "within: 2h, clock: office", "2026-03-04T07:00:00+01:00", "by 2026-03-04 11:00:00"),
        (
            "{mon-fri: [\"08:00-12:00\", \"13:30-18:00\"]}", "within: 30min, clock: office",
            "2026-03-04T11:45:00+01:00", "by 2026-03-04 13:45:00"
        ),
        // The close of business on the third business day after Maundy Thursday: 5c.
        (
            "{mon-fri: \"09:00-17:00\", holidays: [2026-04-03, 2026-04-06]}",
            "within: 3 business days, ends: close of office", "2026-04-02T10:00:00+02:00", "by 2026-04-09 17:00:00"
        ),
        // Seven business days around an observed holiday: 7a.
        (
            "{mon-fri: \"09:00-17:00\", holidays: [2026-07-03]}", "within: 7 business days",
            "2026-06-26T10:00:00+02:00", "before 2026-07-09 00:00:00"
        ),
        (week, "within: 7 business days", "2026-06-26T10:00:00+02:00", "before 2026-07-08 00:00:00"),
        // Fifteen working days over the turn of the year: 10e.
        (
            "{mon-fri: \"09:00-17:00\", holidays: [01-01, 01-06]}", "within: 15 business days",
            "2026-12-29T10:00:00+01:00", "before 2027-01-22 00:00:00"
        ),
        // The trigger's own day as the first, on a business day and on a Sunday.
        (week, "within: 3 business days, day_one: trigger", "2026-03-04T10:00:00+01:00", "before 2026-03-07 00:00:00"),
        (week, "within: 1 business day, day_one: trigger", "2026-03-08T10:00:00+01:00", "before 2026-03-10 00:00:00"),
        (week, "within: 7 days, day_one: trigger", "2026-03-02T10:00:00+01:00", "before 2026-03-09 00:00:00"),
        (week, "within: 1 month, day_one: trigger", "2026-03-01T10:00:00+01:00", "before 2026-04-01 00:00:00"),
        (week, "within: 1 month, day_one: trigger", "2026-03-31T10:00:00+02:00", "before 2026-05-01 00:00:00"),
        (week, "under: 3 business days", "2026-03-04T10:00:00+01:00", "before 2026-03-09 00:00:00"),
        // A due date that would lie on a Sunday.
        (week, "within: 7 days, roll: {next: office}", "2026-03-01T10:00:00+01:00", "before 2026-03-10 00:00:00"),
        (week, "within: 7 days, roll: {previous: office}", "2026-03-01T10:00:00+01:00", "before 2026-03-07 00:00:00"),
        (
            week, "within: 7 days, roll: {next: office}, ends: close of office", "2026-03-01T10:00:00+01:00",
            "by 2026-03-09 17:00:00"
        ),
        (week, "by: close of office", "2026-03-04T10:00:00+01:00", "by 2026-03-04 17:00:00"),
        (week, "by: close of office", "2026-03-06T17:30:00+01:00", "by 2026-03-09 17:00:00"),
        (
            week, "by: 'addBusinessDays(trigger.time, event.kind == \"card\" ? 7 : 20, calendars.office)'",
            "2026-06-26T10:00:00+02:00", "before 2026-07-08 00:00:00"
        ),
        // The office's own clock counts, and its own midnight.
        (
            "{mon-fri: \"09:00-17:00\", timeZone: America/New_York}", "within: 1h, clock: office",
            "2026-03-06T22:30:00+01:00", "by 2026-03-09 14:30:00"
        ),
        (
            "{mon-fri: \"09:00-17:00\", timeZone: America/New_York}", "within: 1 business day",
            "2026-03-05T02:00:00+01:00", "before 2026-03-06 06:00:00"
        ),
    ])
    func isDue(_ calendar: String, _ limit: String, _ time: String, _ due: String) throws {
        let duty = try log(calendar, "{\(Self.reply), \(limit)}").duties("message", time)
        #expect(duty.count == 1)
        #expect(duty.first?.hasSuffix(due) ?? false, "\(duty)")
    }

    /// Regulation X of the United States, 14a to 14c: received on 3 August 2026, with Labor Day on 7 September.
    @Test(arguments: [
        (5, "2026-08-10T18:00:00+02:00", "met"), (5, "2026-08-11T09:00:00+02:00", "missed"),
        (7, "2026-08-12T18:00:00+02:00", "met"), (7, "2026-08-13T09:00:00+02:00", "missed"),
        (30, "2026-09-15T18:00:00+02:00", "met"), (30, "2026-09-16T09:00:00+02:00", "missed"),
    ])
    func mortgageNotices(_ days: Int, _ answered: String, _ status: String) throws {
        let log = try log(
            "{mon-fri: \"09:00-17:00\", holidays: [2026-09-07]}", "{\(Self.reply), within: \(days) business days}")
        try log.happens("message", "2026-08-03T10:00:00+02:00")
        try log.happens("reply", answered)
        #expect(log.end().map { $0.prefix(2 + status.count) } == ["s \(status)"])
    }

    @Test func saysWhatWasCounted() throws {
        let log = try log(Self.week, "{\(Self.reply), within: 1h, clock: office}")
        #expect(
            try log.duties("message", "2026-03-06T16:30:00+01:00") == [
                "`reply` within 1h of office hours, by 2026-03-09 09:30:00"
            ])
        try log.happens("message", "2026-03-06T16:30:00+01:00")
        try log.happens("reply", "2026-03-09T09:30:00+01:00")
        #expect(
            log.settled() == [
                "s met: `reply` came after 1h of office hours (reply@2026-03-09T09:30:00+01:00); "
                    + "within 1h of office hours"
            ])
        try log.happens("message", "2026-03-09T12:00:00+01:00")
        try log.happens("tick", "2026-03-09T13:00:01+01:00")
        #expect(
            log.settled() == ["s missed: no `reply` within 1h of office hours, by 2026-03-09 13:00:00"])
    }

    @Test func whatLiesBeyondTheKnownIsUndetermined() throws {
        let log = try log(
            "{mon-fri: \"09:00-17:00\", known: {until: 2027-01-01}}", "{\(Self.reply), within: 5 business days}")
        try log.happens("message", "2026-12-23T10:00:00+01:00")
        try log.happens("reply", "2026-12-30T10:00:00+01:00")
        try log.happens("message", "2026-12-30T10:00:00+01:00")
        #expect(
            log.end().map { $0.prefix(36) }
                == [
                    "s met: `reply` came after 168h (reply", "s undetermined: not known: the days of `office` from",
                ].map { $0.prefix(36) })
    }

    @Test func freshnessAndAbsenceCountBusinessTimeToo() throws {
        let before = try log(Self.week, "{before: disconnect, expect: reply, within: 2h, clock: office}")
        try before.happens("reply", "2026-03-06T16:00:00+01:00")
        #expect(try before.verdict("disconnect", "2026-03-09T10:00:00+01:00").hasPrefix("allow"))
        #expect(
            try before.verdict("disconnect", "2026-03-09T10:00:01+01:00")
                == "deny: `reply` last happened at 2026-03-06 16:00:00, and not within 2h of office hours "
                + "(per interaction)")
        let after = try log(Self.week, "{after: message, forbid: disconnect, within: 1 business day}")
        try after.happens("message", "2026-03-06T16:00:00+01:00")
        #expect(try after.verdict("disconnect", "2026-03-09T23:59:59+01:00").hasPrefix("deny"))
        #expect(try after.verdict("disconnect", "2026-03-10T00:00:00+01:00").hasPrefix("allow"))
    }

    /// The Wireless Code of Canada, 16f and 16g: a notice 14 days before and another 24 hours before.
    @Test func aNoticeMustBeOldEnough() throws {
        func log(_ limit: String) throws -> TimelineLog {
            try self.log(Self.week, "{before: disconnect, expect: reply, \(limit)}")
        }
        let days = try log("at_least: 14 days")
        #expect(
            try days.verdict("disconnect", "2026-06-30T11:00:00+02:00")
                == "deny: `reply` has not happened at least 14 days before (per interaction)")
        try days.happens("reply", "2026-06-16T23:00:00+02:00")
        try days.happens("reply", "2026-06-29T10:00:00+02:00")
        #expect(
            try days.verdict("disconnect", "2026-06-29T23:00:00+02:00")
                == "deny: `reply` last happened at 2026-06-29 10:00:00, and not at least 14 days (per interaction)")
        #expect(
            try days.verdict("disconnect", "2026-06-30T00:00:00+02:00")
                == "allow: `reply` happened at least 14 days before (per interaction)")

        let hours = try log("at_least: 24h")
        try hours.happens("reply", "2026-06-29T10:00:00+02:00")
        #expect(try hours.verdict("disconnect", "2026-06-30T09:59:59+02:00").hasPrefix("deny"))
        #expect(try hours.verdict("disconnect", "2026-06-30T10:00:00+02:00").hasPrefix("allow"))
        let over = try log("over: 24h")
        try over.happens("reply", "2026-06-29T10:00:00+02:00")
        #expect(try over.verdict("disconnect", "2026-06-30T10:00:00+02:00").hasPrefix("deny"))
        #expect(try over.verdict("disconnect", "2026-06-30T10:00:01+02:00").hasPrefix("allow"))

        // The one that is old enough must be fresh, and not before what it must come after.
        let between = try log("at_least: 24h, within: 72h, since: message")
        try between.happens("reply", "2026-06-01T10:00:00+02:00")
        try between.happens("reply", "2026-06-04T10:00:00+02:00")
        #expect(try between.verdict("disconnect", "2026-06-04T11:00:00+02:00").hasPrefix("deny"))
        #expect(try between.verdict("disconnect", "2026-06-05T10:00:00+02:00").hasPrefix("allow"))
        try between.happens("message", "2026-06-05T11:00:00+02:00")
        #expect(try between.verdict("disconnect", "2026-06-05T12:00:00+02:00").hasPrefix("deny"))
        try between.happens("reply", "2026-06-05T12:00:00+02:00")
        try between.happens("reply", "2026-06-06T11:00:00+02:00")
        #expect(try between.verdict("disconnect", "2026-06-06T11:30:00+02:00").hasPrefix("deny"))
        #expect(try between.verdict("disconnect", "2026-06-06T12:00:00+02:00").hasPrefix("allow"))
    }

    @Test(
        "intervals count open time, one by one and together",
        arguments: [
            // From Friday 16:30 to Monday 09:29 there is 59 minutes of it.
            ("at_most: {each: 1h}", "2026-03-09T09:29:00+01:00", "met"),
            ("at_most: {each: 1h}", "2026-03-09T09:31:00+01:00", "missed"),
            ("at_most: {total: 30min}", "2026-03-06T17:00:00+01:00", "met"),
            ("at_most: {total: 30min}", "2026-03-09T09:00:00+01:00", "missed"),
            ("at_least: {each: 1h}", "2026-03-09T09:29:00+01:00", "missed"),
            ("at_least: {each: 1h}", "2026-03-09T09:30:00+01:00", "met"),
        ])
    func intervals(_ limit: String, _ end: String, _ status: String) throws {
        let log = try log(Self.week, "{from: message, to: reply, \(limit), clock: office}")
        try log.happens("message", "2026-03-06T16:30:00+01:00")
        try log.happens("reply", end)
        #expect(log.end().map { $0.prefix(2 + status.count) } == ["s \(status)"])
    }

    @Test("what is used of all intervals is told in open time")
    func together() throws {
        let log = try log(Self.week, "{from: message, to: reply, at_most: {total: 1h}, clock: office}")
        try log.happens("message", "2026-03-06T16:30:00+01:00")
        try log.happens("reply", "2026-03-09T09:10:00+01:00")
        #expect(
            try log.duties("message", "2026-03-09T12:00:00+01:00") == [
                "`reply` at most 1h together, of office hours, by 2026-03-09 12:20:00"
            ])
    }
}
