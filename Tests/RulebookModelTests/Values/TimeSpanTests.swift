import RulebookModel
import Testing

@Suite("A length of time has units, and none that count dates")
struct TimeSpanTests {
    @Test(
        arguments: [
            ("60s", 60_000_000_000, "1min"), ("60 s", 60_000_000_000, "1min"),
            ("1h 30min", 5_400_000_000_000, "1h 30min"),
            ("1h30min", 5_400_000_000_000, "1h 30min"), ("1.5h", 5_400_000_000_000, "1h 30min"),
            ("250ms", 250_000_000, "0.25s"), ("0s", 0, "0s"), ("168h", 604_800_000_000_000, "168h"),
            ("0.000000001s", 1, "0.000000001s"),
        ] as [(String, Int64, String)])
    func reads(_ text: String, nanoseconds: Int64, printed: String) throws {
        let span = try TimeSpan(parsing: text)
        #expect(span.nanoseconds == nanoseconds)
        #expect(span.text == printed)
        #expect(try TimeSpan(parsing: printed) == span)
    }

    @Test(
        arguments: [
            ("7d", .calendarUnit("d")), ("7 days", .calendarUnit("days")), ("1h 2 weeks", .calendarUnit("weeks")),
            ("1 month", .calendarUnit("month")), ("5m", .unknownUnit("m")), ("5 minutes", .unknownUnit("minutes")),
            ("", .malformed), ("h", .malformed), ("5", .malformed), ("-5s", .malformed), (" 5s", .malformed),
            ("5s,", .malformed), ("1:30", .malformed), ("PT1H", .malformed), ("٥s", .malformed),
            ("9223372036854775807h", .outOfRange), ("2562048h", .outOfRange), ("2562047h 60min", .outOfRange),
            ("0.0000000001s", .tooFine),
        ] as [(String, TimeSpan.ParsingError)])
    func refuses(_ text: String, with error: TimeSpan.ParsingError) {
        #expect(throws: error) { try TimeSpan(parsing: text) }
    }

    @Test func printsAnySpan() {
        #expect(TimeSpan(nanoseconds: -90_000_000_000).text == "-1min 30s")
        #expect(TimeSpan(nanoseconds: 525_750_000_000).text == "8min 45.75s")
        #expect(TimeSpan(nanoseconds: 525_750_000_000).words == "8 min 45.75 s")
        #expect(TimeSpan(nanoseconds: 7_200_000_000_000).words == "2 h")
        #expect(TimeSpan(nanoseconds: 0).words == "0 s")
        #expect(TimeSpan(nanoseconds: .min).text == "-2562047h 47min 16.854775808s")
    }
}
