/// A date of the proleptic Gregorian calendar.
public struct ReportDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    public let daysSinceEpoch: Int

    /// Makes a date from its day number; a number outside the years 0001 to 9999 is moved to the nearest of them.
    public init(daysSinceEpoch: Int) {
        self.daysSinceEpoch = min(max(daysSinceEpoch, Self.firstDay), Self.lastDay)
    }

    /// Makes a date from year, month and day, which must name one that exists.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let days = Self.days(year: year, month: month, day: day)
        self.daysSinceEpoch = days
        guard civil == (year, month, day) else { return nil }
    }

    /// 0001-01-01.
    private static let firstDay = -719_162
    /// 9999-12-31.
    private static let lastDay = 2_932_896

    /// Year, month from 1, day from 1.
    public var civil: (year: Int, month: Int, day: Int) {
        // Years that begin in March put the leap day last; 146,097 days are 400 years.
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// `2026-11-20`.
    public var text: String {
        let (year, month, day) = civil
        return zeroPadded(year, 4) + "-" + zeroPadded(month, 2) + "-" + zeroPadded(day, 2)
    }

    /// The Monday of the date's week.
    public var startOfWeek: ReportDate {
        // 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday.
        let weekday = ((daysSinceEpoch + 3) % 7 + 7) % 7
        return ReportDate(daysSinceEpoch: daysSinceEpoch - weekday)
    }

    /// The first of the date's month.
    public var startOfMonth: ReportDate {
        ReportDate(daysSinceEpoch: daysSinceEpoch - civil.day + 1)
    }

    /// Earlier dates come first.
    public static func < (left: ReportDate, right: ReportDate) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

/// A number of at least so many digits, with zeros in front.
func zeroPadded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(digits - text.utf8.count, 0)) + text
}
