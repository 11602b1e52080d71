import CEL
import RulebookModel
import Testing

@Suite("A local clock is read with the zone's own changes")
struct LocalClockTests {
    /// Zone, date, time of day, and the instant.
    static let instants: [(String, String, Int, String)] = [
        ("UTC", "2026-11-20", 0, "2026-11-20T00:00:00Z"),
        ("Europe/Ljubljana", "2026-11-20", 9 * 3600, "2026-11-20T08:00:00Z"),
        ("Europe/Ljubljana", "2026-07-20", 9 * 3600, "2026-07-20T07:00:00Z"),
        // The hour from two to three is left out: it is read with the offset from before.
        ("Europe/Ljubljana", "2026-03-29", 9_000, "2026-03-29T01:30:00Z"),
        ("Europe/Ljubljana", "2026-03-29", 3 * 3600, "2026-03-29T01:00:00Z"),
        // The hour from two to three comes twice: the first is meant.
        ("Europe/Ljubljana", "2026-10-25", 9_000, "2026-10-25T00:30:00Z"),
        ("Europe/Ljubljana", "2026-10-25", 3 * 3600, "2026-10-25T02:00:00Z"),
        // Midnight itself was left out.
        ("America/Sao_Paulo", "2018-11-04", 0, "2018-11-04T03:00:00Z"),
        // Midnight came twice.
        ("America/Havana", "2024-11-03", 0, "2024-11-03T04:00:00Z"),
        // A whole day was left out.
        ("Pacific/Apia", "2011-12-30", 0, "2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2011-12-31", 0, "2011-12-30T10:00:00Z"),
        ("Asia/Kathmandu", "2026-01-01", 0, "2025-12-31T18:15:00Z"),
        ("Europe/Ljubljana", "1969-12-31", 0, "1969-12-30T23:00:00Z"),
        ("+02:00", "2026-01-01", 0, "2025-12-31T22:00:00Z"),
    ]

    @Test(arguments: instants)
    func finds(_ zone: String, _ date: String, _ second: Int, _ instant: String) throws {
        let zone = try #require(CELTimeZone.named(zone))
        let date = try #require(CivilDate(parsing: date))
        #expect(zone.instant(of: date, secondOfDay: second) == CELTimestamp(parsing: instant))
    }

    @Test(arguments: ["Europe/Ljubljana", "America/Sao_Paulo", "America/Havana", "Australia/Lord_Howe", "Asia/Beirut"])
    func aDateBeginsWithItsFirstInstant(_ name: String) throws {
        let zone = try #require(CELTimeZone.named(name))
        let first = try #require(CivilDate(parsing: "2010-01-01"))
        for day in 0..<6_000 {
            let date = CivilDate(daysSince1970: first.daysSince1970 + day)
            let start = try #require(zone.startOfDay(date))
            let before = try #require(CELTimestamp(seconds: start.seconds - 1, nanoseconds: 0))
            #expect(zone.date(at: start) == date, "\(name) \(date)")
            #expect(zone.date(at: before).daysSince1970 == date.daysSince1970 - 1, "\(name) \(date)")
        }
    }

    @Test(arguments: [
        "", "2026-1-01", "2026-13-01", "2026-02-30", "2025-02-29", "0000-01-01", "2026/01/01", "2026-01-01T",
        "+026-01-01",
        "20260101",
    ])
    func refusesWhatIsNoDate(_ text: String) {
        #expect(CivilDate(parsing: text) == nil)
    }

    @Test func readsADate() {
        #expect(CivilDate(parsing: "2024-02-29")?.description == "2024-02-29")
        #expect(CivilDate(parsing: "1970-01-01")?.daysSince1970 == 0)
    }
}
