import Foundation
import Testing

@testable import CEL

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

    @Test(
        "offsets are those of the IANA database, before telegraphs and after 2100",
        arguments: [
            // Local mean time, with seconds; a war's double summer time; a date line crossed; rules without an end.
            ("America/New_York", "1883-11-18T16:59:59Z", -17_762),
            ("America/New_York", "1883-11-18T17:00:00Z", -18_000), ("Europe/London", "1945-06-01T00:00:00Z", 7_200),
            ("Europe/London", "1970-06-01T00:00:00Z", 3_600), ("Pacific/Apia", "2011-12-30T09:59:59Z", -36_000),
            ("Pacific/Apia", "2011-12-30T10:00:00Z", 50_400), ("America/New_York", "2149-07-01T00:00:00Z", -14_400),
            ("America/New_York", "2149-12-01T00:00:00Z", -18_000), ("Asia/Kathmandu", "1985-12-31T18:29:59Z", 19_800),
            ("Asia/Kathmandu", "1985-12-31T18:30:00Z", 20_700), ("Africa/Monrovia", "1972-01-01T00:00:00Z", -2_670),
            ("Etc/GMT+5", "2026-01-01T00:00:00Z", -18_000), ("Etc/GMT-14", "0001-01-01T00:00:00Z", 50_400),
            ("US/Central", "2009-02-13T23:31:30Z", -21_600), ("Australia/ACT", "2009-02-13T23:31:30Z", 39_600),
            ("GMT", "2026-07-01T00:00:00Z", 0), ("EST", "2026-07-01T00:00:00Z", -18_000),
            ("EST5EDT", "2026-07-01T00:00:00Z", -14_400), ("CET", "2026-07-01T00:00:00Z", 7_200),
            ("Zulu", "2026-07-01T00:00:00Z", 0), ("NZ-CHAT", "2026-07-01T00:00:00Z", 45_900),
            ("Asia/Calcutta", "2026-07-01T00:00:00Z", 19_800), ("Europe/Kyiv", "2026-07-01T00:00:00Z", 10_800),
        ])
    func knownOffsets(_ name: String, at instant: String, seconds: Int) throws {
        let instant = try #require(CELTimestamp(parsing: instant)).seconds
        let zone = try #require(CELTimeZone.named(name))
        #expect(zone.offsetSeconds(at: instant) == seconds)
    }

    @Test("every link leads to a zone, and is the same as that zone")
    func links() throws {
        for (name, target) in ZoneLinks.words.merging(ZoneLinks.paths, uniquingKeysWith: { first, _ in first }) {
            let zone = try #require(CELTimeZone.named(name), "\(name)")
            let other = try #require(CELTimeZone.named(target), "\(target)")
            for seconds in stride(from: Int64(-4_000_000_000), through: 5_000_000_000, by: 7_000_003) {
                #expect(zone.offsetSeconds(at: seconds) == other.offsetSeconds(at: seconds), "\(name) at \(seconds)")
            }
        }
    }

    @Test("sums and differences reach the ends of both ranges, and no further")
    func ends() throws {
        let longest = CELDuration(nanoseconds: .max)
        let shortest = CELDuration(nanoseconds: .min)
        let instant = try #require(CELTimestamp(seconds: 0, nanoseconds: 1))
        let past = try #require(instant.adding(shortest))
        let future = try #require(instant.subtracting(shortest))
        #expect(past.description == "1677-09-21T00:12:43.145224193Z")
        #expect(future.description == "2262-04-11T23:47:16.854775809Z")
        #expect(past.since(instant) == shortest && instant.since(past) == nil)
        #expect(future.since(instant) == nil && future.subtracting(longest)?.since(instant)?.nanoseconds == 1)
        let last = try #require(CELTimestamp(seconds: CELTimestamp.secondsRange.upperBound, nanoseconds: 999_999_999))
        let first = try #require(CELTimestamp(seconds: CELTimestamp.secondsRange.lowerBound))
        #expect(last.adding(CELDuration(nanoseconds: 1)) == nil && first.adding(CELDuration(nanoseconds: -1)) == nil)
        #expect(last.adding(longest) == nil && first.subtracting(longest) == nil && last.since(first) == nil)
        #expect(last.subtracting(CELDuration(nanoseconds: 1))?.nanoseconds == 999_999_998)
    }

    @Test("zones change at the very second")
    func transitions() throws {
        let zone = try #require(CELTimeZone.named("Europe/Ljubljana"))
        let spring = try #require(CELTimestamp(parsing: "2026-03-29T01:00:00Z")).seconds
        #expect(zone.offsetSeconds(at: spring - 1) == 3_600)
        #expect(zone.offsetSeconds(at: spring) == 7_200)
    }

    @Test(arguments: [
        ("+02:00", 7_200), ("-02:30", -9_000), ("05:45", 20_700), ("UTC", 0), ("-00:00", 0),
        ("-00:30", -1_800), ("+23:59", 86_340), ("-23:59", -86_340), ("00:00", 0),
    ])
    func offsets(_ name: String, seconds: Int) {
        #expect(CELTimeZone.named(name)?.offsetSeconds(at: 0) == seconds)
    }

    @Test(arguments: [
        "", "+24:00", "+02:60", "2:00", "+0200", "Mars/Base", "../etc/passwd", "europe/ljubljana ", "CEST", "02-00",
        "utc", "Utc", "Z", "Local", "local", "localtime", "Factory", "PST", "GMT+5", "GMT+05:00", "EST5", "posix/UTC",
        "right/UTC", "SystemV/PST8", "America", "America/", "Europe//Paris", "Europe/paris", "Europe/Paris ",
        "+1:00", "+001:00", "++1:00", "+01:0", "+01:000", "-24:00", "+00:60", "+0١:00", "\u{2212}01:00", "01.00",
        "Etc/Unknown", "Etc/GMT+15",
    ])
    func refusesZones(_ name: String) {
        #expect(CELTimeZone.named(name) == nil)
    }
}
