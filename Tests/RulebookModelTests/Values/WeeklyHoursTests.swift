import RulebookModel
import Testing

@Suite("Opening hours are read by weekday, and never overlap")
struct WeeklyHoursTests {
    @Test(arguments: [
        ("mon 08:00-18:00", [0, 480, 1080]), ("sun 00:00-24:00", [6, 0, 1440]),
        ("sat 13:00-15:00 09:00-12:00", [5, 540, 720, 5, 780, 900]),
        ("sat-sun 10:00-11:00", [5, 600, 660, 6, 600, 660]),
        ("tue 08:00-09:00, mon 10:00-11:00", [0, 600, 660, 1, 480, 540]),
    ])
    func reads(_ text: String, openings: [Int]) throws {
        let hours = try #require(WeeklyHours(parsing: text))
        #expect(hours.openings.flatMap { [$0.weekday, $0.opensMinute, $0.closesMinute] } == openings)
    }

    @Test func readsARunOfDays() throws {
        let hours = try #require(WeeklyHours(parsing: "mon-fri 08:00-12:00 12:00-18:00"))
        #expect(hours.openings.map(\.weekday) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
    }

    @Test(arguments: [
        "", "mon", "08:00-18:00", "Mon 08:00-18:00", "monday 08:00-18:00", "mon 8:00-18:00", "mon 08:00", "mon 08-18",
        "mon 18:00-08:00", "mon 08:00-08:00", "mon 08:60-18:00", "mon 24:01-24:02", "mon 25:00-26:00",
        "mon +8:00-18:00", "mon -1:00-18:00", "fri-mon 08:00-18:00", "mon 08:00-12:00 11:00-14:00",
        "mon 08:00-12:00, mon-fri 11:00-14:00", "mon-tue-wed 08:00-12:00", "mon 08:00–18:00",
    ])
    func refuses(_ text: String) {
        #expect(WeeklyHours(parsing: text) == nil)
    }
}
