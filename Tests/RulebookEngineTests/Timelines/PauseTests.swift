import Testing

@testable import RulebookEngine

@Suite("A clock that stands still counts nothing, and is due later for it")
struct PauseTests {
    private func log(_ standards: String) throws -> TimelineLog {
        try TimelineLog(
            """
            rulebook: desk
            version: 1
            timeZone: Europe/Ljubljana
            unlisted: allow
            roles: [agent]
            entities: {agent: {role: role}}
            calendars: {office: {mon-fri: "09:00-17:00", holidays: [2026-09-07], known: {until: 2027-01-01}}}
            actions: {disconnect: {}}
            events:
              created: {fields: {kind: {enum: [payoff, other], default: other}, sale_date: date}}
              status: {fields: {to: {enum: [new, open, pending, on-hold, solved]}}}
              comment: {fields: {author: {enum: [agent, customer]}, public: {type: bool, default: true}}}
              extension.notified: {fields: {written: {type: bool, default: true}}}
              solved: {is: status, where: event.to == "solved"}
              tick: {}
            standards:
            \(standards)
            """)
    }

    private static let pending =
        "{from: {event: status, where: event.to == \"pending\"}, to: {event: status, where: event.to != \"pending\"}}"
    private static let held =
        "{from: {event: status, where: event.to == \"on-hold\"}, to: {event: status, where: event.to != \"on-hold\"}}"

    /// A time so many minutes after ten o'clock.
    private static func minute(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "2026-03-04T\(two(10 + minute / 60)):\(two(minute % 60)):00+01:00"
    }

    /// Zendesk's clocks, 20a: the same ticket counted over three sets of statuses.
    @Test(arguments: [
        // Requester wait: new, open and on hold.
        (pending, 130, "met"), (pending, 129, "missed"),
        // Agent work: new and open.
        ("[\(pending), \(held)]", 70, "met"), ("[\(pending), \(held)]", 69, "missed"),
        // Total resolution.
        ("", 190, "met"), ("", 189, "missed"),
    ])
    func statusClocks(_ pauses: String, _ minutes: Int, _ status: String) throws {
        let still = pauses.isEmpty ? "" : ", paused_while: \(pauses)"
        let log = try log("  s: {timeline: {after: created, expect: solved, within: \(minutes)min\(still)}}")
        try log.happens("created", Self.minute(0))
        for (minute, to) in [
            (10, "open"), (40, "pending"), (100, "open"), (120, "on-hold"), (180, "open"), (190, "solved"),
        ] {
            try log.happens("status", Self.minute(minute), "{\"to\": \"\(to)\"}")
        }
        #expect(log.end().map { $0.prefix(2 + status.count) } == ["s \(status)"])
    }

    @Test func tellsWhatItCounted() throws {
        let log = try log(
            "  s: {timeline: {after: created, expect: solved, within: 3h, paused_while: \(Self.pending)}}")
        try log.happens("created", Self.minute(0))
        try log.happens("status", Self.minute(40), #"{"to": "pending"}"#)
        try log.happens("status", Self.minute(100), #"{"to": "open"}"#)
        try log.happens("status", Self.minute(190), #"{"to": "solved"}"#)
        #expect(
            log.settled() == [
                "s met: `solved` came after 2h 10min, 1h not counted (status@2026-03-04T13:10:00+01:00); within 3h"
            ])
        // One that never goes on is never over, and one that goes on is due later.
        try log.happens("created", Self.minute(200))
        try log.happens("status", Self.minute(210), #"{"to": "pending"}"#)
        try log.happens("tick", "2026-03-09T10:00:00+01:00")
        #expect(log.settled() == [])
        try log.happens("status", "2026-03-09T10:00:00+01:00", #"{"to": "open"}"#)
        try log.happens("tick", "2026-03-09T12:50:00+01:00")
        #expect(log.settled() == [])
        try log.happens("tick", "2026-03-09T12:50:01+01:00")
        #expect(log.settled() == ["s missed: no `solved` within 3h, by 2026-03-09 12:50:00"])
    }

    /// 20b and 20c: from the oldest comment that is unanswered to a public answer.
    @Test func repliesAreCountedFromTheOldestComment() throws {
        let log = try log(
            """
              first: {timeline: {after: created, expect: {event: comment, where: event.author == "agent" and event.public},
                within: 25min}}
              next: {timeline: {after: {event: comment, where: event.author == "customer" and event.public},
                expect: {event: comment, where: event.author == "agent" and event.public}, within: 40min, again: keep}}
            """)
        try log.happens("created", Self.minute(0))
        try log.happens("comment", Self.minute(5), #"{"author": "agent", "public": false}"#)
        try log.happens("comment", Self.minute(10), #"{"author": "customer"}"#)
        try log.happens("comment", Self.minute(25), #"{"author": "agent"}"#)
        try log.happens("comment", Self.minute(30), #"{"author": "customer"}"#)
        try log.happens("comment", Self.minute(50), #"{"author": "customer"}"#)
        try log.happens("comment", Self.minute(71), #"{"author": "agent"}"#)
        #expect(
            log.end().map { $0.prefix { $0 != ":" } } == ["first met", "next met", "next missed"])
    }

    @Test func whatBeginsInAPauseBeginsStandingStill() throws {
        let log = try log(
            "  s: {timeline: {after: created, expect: solved, within: 1h, paused_while: \(Self.pending)}}")
        try log.happens("status", Self.minute(0), #"{"to": "pending"}"#)
        #expect(try log.duties("created", Self.minute(10)) == ["`solved` within 1h"])
        try log.happens("created", Self.minute(10))
        try log.happens("status", Self.minute(100), #"{"to": "open"}"#)
        #expect(try log.duties("created", Self.minute(100)) == ["`solved` within 1h, by 2026-03-04 12:40:00"])
        try log.happens("tick", Self.minute(161))
        #expect(log.settled() == ["s missed: no `solved` within 1h, by 2026-03-04 12:40:00"])
    }

    @Test func officeHoursPauseToo() throws {
        let log = try log(
            "  s: {timeline: {after: created, expect: solved, within: 2h, clock: office, paused_while: \(Self.pending)}}"
        )
        try log.happens("created", "2026-03-06T16:00:00+01:00")
        try log.happens("status", "2026-03-06T16:30:00+01:00", #"{"to": "pending"}"#)
        try log.happens("status", "2026-03-09T10:00:00+01:00", #"{"to": "open"}"#)
        try log.happens("status", "2026-03-09T11:30:00+01:00", #"{"to": "solved"}"#)
        #expect(
            log.settled() == [
                "s met: `solved` came after 2h of office hours, 1h 30min not counted "
                    + "(status@2026-03-09T11:30:00+01:00); within 2h of office hours"
            ])
        // Where it goes on, the calendar may know no more.
        try log.happens("created", "2026-12-31T14:00:00+01:00")
        try log.happens("status", "2026-12-31T15:00:00+01:00", #"{"to": "pending"}"#)
        #expect(log.settled() == [])
        try log.happens("status", "2027-01-04T10:00:00+01:00", #"{"to": "open"}"#)
        #expect(
            log.settled() == ["s undetermined: not known: the days of `office` from 2027-01-01 on"])
    }

    @Test func whatMayHavePausedNeverCountsAsKeptNorAsMissed() throws {
        let log = try log(
            """
              s: {timeline: {after: created, expect: solved, within: 1h, paused_while: \(Self.pending)}}
              n: {timeline: {after: created, forbid: disconnect, within: 1h, paused_while: \(Self.pending)}}
            """)
        try log.happens("created", Self.minute(0))
        try log.happens("status", Self.minute(10))
        #expect(try log.verdict("disconnect", Self.minute(20)).hasPrefix("undetermined"))
        #expect(try log.verdict("disconnect", Self.minute(120)).hasPrefix("undetermined"))
        try log.happens("tick", Self.minute(61))
        #expect(log.settled() == ["s undetermined: not known: event.to"])
        // A clock that begins later stands in the same doubt, until a status is known.
        try log.happens("created", Self.minute(70))
        try log.happens("tick", Self.minute(131))
        #expect(log.settled() == ["s undetermined: not known: event.to"])
        try log.happens("status", Self.minute(140), #"{"to": "open"}"#)
        try log.happens("created", Self.minute(141))
        try log.happens("tick", Self.minute(202))
        #expect(log.settled().contains("s missed: no `solved` within 1h, by 2026-03-04 13:21:00"))
    }

    /// Regulation X of the United States, 14d and 14e: only what comes in time extends.
    @Test func anExtensionCountsOnlyInTime() throws {
        let rule = """
              s:
                timeline:
                  after: created
                  expect: solved
                  within: 30 business days
                  extended_by: {event: {event: extension.notified, where: event.written}, to: 45 business days}
            """
        let kept = try log(rule)
        try kept.happens("created", "2026-08-03T10:00:00+02:00")
        try kept.happens("extension.notified", "2026-09-14T10:00:00+02:00")
        try kept.happens("tick", "2026-10-05T10:00:00+02:00")
        #expect(kept.settled() == [])
        try kept.happens("status", "2026-10-06T18:00:00+02:00", #"{"to": "solved"}"#)
        #expect(kept.settled().map { $0.prefix(5) } == ["s met"])

        let void = try log(rule)
        try void.happens("created", "2026-08-03T10:00:00+02:00")
        try void.happens("extension.notified", "2026-09-17T10:00:00+02:00")
        try void.happens("status", "2026-10-06T18:00:00+02:00", #"{"to": "solved"}"#)
        #expect(
            void.settled() == [
                "s missed: no `solved` within 30 business days, 45 business days after `extension.notified` in time, "
                    + "before 2026-09-16 00:00:00"
            ])

        let extended = try log(rule)
        try extended.happens("created", "2026-08-03T10:00:00+02:00")
        try extended.happens("extension.notified", "2026-09-15T23:00:00+02:00")
        try extended.happens("tick", "2026-10-07T00:00:00+02:00")
        #expect(extended.settled().map { $0.suffix(26) } == ["before 2026-10-07 00:00:00"])
    }

    /// 14f: the earlier of the sale and thirty days; and the later of two.
    @Test(arguments: [
        ("within: [30 business days, trigger.sale_date]", "2026-08-20", "before 2026-08-21 00:00:00"),
        ("within: 30 business days, by: trigger.sale_date", "2026-08-20", "before 2026-08-21 00:00:00"),
        ("within: {earliest: [30 business days, trigger.sale_date]}", "2026-10-20", "before 2026-09-16 00:00:00"),
        ("within: {latest: [30 business days, trigger.sale_date]}", "2026-10-20", "before 2026-10-21 00:00:00"),
        ("within: [48h, close of office]", "2026-08-20", "by 2026-08-03 17:00:00"),
    ])
    func severalLimits(_ limit: String, _ sale: String, _ due: String) throws {
        let log = try log("  s: {timeline: {after: created, expect: solved, \(limit)}}")
        let duties = try log.duties("created", "2026-08-03T10:00:00+02:00", "{\"sale_date\": \"\(sale)\"}")
        #expect(duties.map { $0.hasSuffix(due) } == [true], "\(duties)")
        #expect(try log.duties("created", "2026-08-03T10:00:00+02:00").isEmpty == (!limit.contains("48h")))
    }
}
