public import CEL

extension CELTimeZone {
    /// The instant at which a clock in this zone shows a date and time.
    ///
    /// A time that the clock shows twice, when it is set back, is the first of the two; one that it never shows, when it
    /// is set forward, is read with the offset from before.
    ///
    /// - Parameters:
    ///   - date: the date.
    ///   - secondOfDay: seconds since midnight as the clock shows them, 0 to 86,400.
    ///   - nanoseconds: the fraction of the second.
    /// - Returns: the instant, or nil where it lies outside of the years that are counted.
    package func instant(of date: CivilDate, secondOfDay: Int = 0, nanoseconds: Int32 = 0) -> CELTimestamp? {
        let local = Int64(date.daysSince1970) * 86_400 + Int64(secondOfDay)
        // The offset a day before and after bracket any change of the clock.
        let before = Int64(offsetSeconds(at: local - 86_400))
        let after = Int64(offsetSeconds(at: local + 86_400))
        for offset in [before, after] where Int64(offsetSeconds(at: local - offset)) == offset {
            return CELTimestamp(seconds: local - offset, nanoseconds: nanoseconds)
        }
        return CELTimestamp(seconds: local - before, nanoseconds: nanoseconds)
    }

    /// The first instant of a date.
    package func startOfDay(_ date: CivilDate) -> CELTimestamp? { instant(of: date) }

    /// The date that a clock in this zone shows.
    package func date(at instant: CELTimestamp) -> CivilDate {
        let local = instant.seconds + Int64(offsetSeconds(at: instant.seconds))
        return CivilDate(daysSince1970: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }
}

extension CivilDate {
    /// Reads `2026-11-20`, the form of ISO 8601 with hyphens; nil where the text is something else.
    public init?(parsing text: String) {
        let utf8 = Array(text.utf8)
        guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in utf8[range] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), year >= 1 else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }
}
