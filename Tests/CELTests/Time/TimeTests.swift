import CEL
import Foundation
import Testing

@Suite("Times are exact, strict and in range")
struct TimeTests {
    @Test(arguments: [
        ("2026-11-20T09:14:03Z", "2026-11-20T09:14:03Z"),
        ("2026-11-20T09:14:03+01:00", "2026-11-20T08:14:03Z"),
        ("2026-11-20t09:14:03.500z", "2026-11-20T09:14:03.5Z"),
        ("2024-02-29T23:59:59.000000001-23:59", "2024-03-01T23:58:59.000000001Z"),
        ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
    ])
    func readsTimestamps(_ text: String, as printed: String) {
        #expect(CELTimestamp(parsing: text)?.description == printed)
    }

    @Test(arguments: [
        "", "2026-11-20", "2026-11-20T09:14Z", "2026-11-20T9:14:03Z", "2026-11-20 09:14:03Z", "2026-11-20T09:14:03",
        "2026-11-20T09:14:03,5Z", "2026-11-20T09:14:03.Z", "2026-11-20T09:14:03.1234567890Z", "2026-11-20T24:00:00Z",
        "2026-11-20T09:60:03Z", "2026-11-20T09:14:60Z", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z", "2026-11-20T09:14:03+24:00", "2026-11-20T09:14:03+01", "2026-11-20T09:14:03Z ",
        "0000-12-31T23:59:59Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "٢٠٢٦-11-20T09:14:03Z",
    ])
    func refusesTimestamps(_ text: String) {
        #expect(CELTimestamp(parsing: text) == nil)
    }

    @Test(arguments: [
        ("60s", "60s"), ("1h30m", "5400s"), ("-1.5s", "-1.5s"), ("+2ms", "0.002s"), ("1us", "0.000001s"),
        ("3ns", "0.000000003s"), ("0", "0s"), ("1.25h", "4500s"), (".5m", "30s"), ("1.s", "1s"),
        ("0.000000001s", "0.000000001s"),
        ("-9223372036.854775808s", "-9223372036.854775808s"), ("2\u{B5}s", "0.000002s"),
    ])
    func readsDurations(_ text: String, as printed: String) {
        #expect(CELDuration(parsing: text)?.description == printed)
    }

    @Test(arguments: [
        "", "-", "1", "s", "1d", "7 days", "1h 30m", "1.5", "1..5s", ".s", "9223372036.854775808s", "320000000000s",
        "0.0000000001s", "1.0000000001s", "--1s", "1e3s",
    ])
    func refusesDurations(_ text: String) {
        #expect(CELDuration(parsing: text) == nil)
    }

    @Test("civil dates count days both ways, over four centuries and at the ends")
    func civilDates() {
        var date = CivilDate(daysSince1970: -200_000)
        for day in -199_999...60_000 {
            let next = CivilDate(daysSince1970: day)
            #expect(date < next && next.daysSince1970 == day)
            date = next
        }
        #expect(CivilDate(year: 1970, month: 1, day: 1)?.daysSince1970 == 0)
        #expect(CivilDate(year: 2000, month: 2, day: 29)?.dayOfYear == 60)
        #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2026, month: 11, day: 20)?.dayOfWeek == 5)
        #expect(
            CivilDate(daysSince1970: CivilDate(year: 1, month: 1, day: 1)?.daysSince1970 ?? 0).description
                == "0001-01-01")
    }

    @Test(
        "zones agree with the system through changes of the clock",
        arguments: [
            "Europe/Ljubljana", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo",
            "US/Central",
        ])
    func zones(_ name: String) throws {
        let zone = try #require(CELTimeZone.named(name))
        let system = try #require(TimeZone(identifier: name))
        for seconds in stride(from: Int64(-1_000_000_000), through: 4_300_000_000, by: 1_000_003) {
            let wanted = system.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
            #expect(zone.offsetSeconds(at: seconds) == wanted, "\(seconds)")
        }
    }

    @Test("zones change at the very second")
    func transitions() throws {
        let zone = try #require(CELTimeZone.named("Europe/Ljubljana"))
        let spring = try #require(CELTimestamp(parsing: "2026-03-29T01:00:00Z")).seconds
        #expect(zone.offsetSeconds(at: spring - 1) == 3_600)
        #expect(zone.offsetSeconds(at: spring) == 7_200)
    }

    @Test(arguments: [("+02:00", 7_200), ("-02:30", -9_000), ("05:45", 20_700), ("UTC", 0), ("-00:00", 0)])
    func offsets(_ name: String, seconds: Int) {
        #expect(CELTimeZone.named(name)?.offsetSeconds(at: 0) == seconds)
    }

    @Test(arguments: [
        "", "+24:00", "+02:60", "2:00", "+0200", "Mars/Base", "../etc/passwd", "europe/ljubljana ", "CEST", "02-00",
    ])
    func refusesZones(_ name: String) {
        #expect(CELTimeZone.named(name) == nil)
    }
}
