import Audit
import Testing

@Suite("Instants of a report read as RFC 3339")
struct ReportInstantTests {
    @Test(
        arguments: [
            (0, 0, 0, "1970-01-01T00:00:00Z"), (-1, 0, 0, "1969-12-31T23:59:59Z"),
            (1_793_516_400, 0, 3600, "2026-11-01T08:00:00+01:00"),
            (1_452_661_200, 0, -18_000, "2016-01-13T00:00:00-05:00"),
            (951_782_400, 500_000_000, 0, "2000-02-29T00:00:00.5Z"), (0, 1, 0, "1970-01-01T00:00:00.000000001Z"),
            (0, 0, 20_700, "1970-01-01T05:45:00+05:45"), (4_107_542_400, 0, 0, "2100-03-01T00:00:00Z"),
            (Int64.max, 0, 86_340, "9999-12-31T23:59:00+23:59"), (Int64.min, 0, -86_340, "0001-01-01T00:01:00-23:59"),
        ] as [(Int64, Int32, Int32, String)])
    func writes(seconds: Int64, nanoseconds: Int32, offset: Int32, text: String) {
        let instant = ReportInstant(seconds: seconds, nanoseconds: nanoseconds, offsetSeconds: offset)
        #expect(instant.text == text)
    }

    @Test("every day of four centuries is the day after the one before")
    func days() throws {
        var date = try #require(ReportDate(year: 1899, month: 12, day: 31))
        let end = try #require(ReportDate(year: 2300, month: 1, day: 1))
        while date < end {
            let next = ReportDate(daysSinceEpoch: date.daysSinceEpoch + 1)
            let (year, month, day) = next.civil
            #expect(ReportDate(year: year, month: month, day: day) == next)
            #expect(date.text < next.text)
            date = next
        }
    }

    @Test(arguments: [(2026, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (0, 1, 1), (10_000, 1, 1)])
    func refuses(year: Int, month: Int, day: Int) {
        #expect(ReportDate(year: year, month: month, day: day) == nil)
    }
}
