/// Open time as clocks on the wall show it: a week that repeats, and days that are otherwise.
///
/// Time is counted along the local clock, in nanoseconds since local midnight of 1970-01-01, and days since that date.
/// Both sums, of open time and of business days, are closed formulas with corrections for the days that are otherwise,
/// so that a span of years costs as much as one of minutes.
struct LocalSchedule: Sendable {
    /// A local day as the clock shows it.
    static let dayLength: Int64 = 86_400_000_000_000

    private let week: [[DayOpening]]
    /// Open time of a week before each weekday, and of the whole.
    private let weekOpen: [Int64]
    /// Business days of a week before each weekday, and of the whole.
    private let weekDays: [Int]
    /// The days that are otherwise, in order.
    private let specialDays: [Int]
    private let specialOpenings: [[DayOpening]]
    /// By how much the first so many special days exceed what the week says.
    private let openExcess: [Int64]
    private let dayExcess: [Int]

    /// Makes a schedule.
    ///
    /// - Parameters:
    ///   - week: the openings of each weekday in order, Monday first.
    ///   - special: the openings of days that are otherwise, by days since 1970-01-01.
    init(week: [[DayOpening]], special: [Int: [DayOpening]]) {
        self.week = week
        weekOpen = week.reduce(into: [0]) { sums, day in sums.append(sums[sums.count - 1] + Self.length(day)) }
        weekDays = week.reduce(into: [0]) { sums, day in sums.append(sums[sums.count - 1] + (day.isEmpty ? 0 : 1)) }
        specialDays = special.keys.sorted()
        specialOpenings = specialDays.map { special[$0] ?? [] }
        var openExcess: [Int64] = [0]
        var dayExcess = [0]
        for (day, openings) in zip(specialDays, specialOpenings) {
            let usual = week[Self.weekday(day)]
            openExcess.append(openExcess[openExcess.count - 1] + Self.length(openings) - Self.length(usual))
            dayExcess.append(
                dayExcess[dayExcess.count - 1] + (openings.isEmpty ? 0 : 1) - (usual.isEmpty ? 0 : 1))
        }
        self.openExcess = openExcess
        self.dayExcess = dayExcess
    }

    /// The openings of a day.
    func openings(on day: Int) -> [DayOpening] {
        let index = specialCount(before: day)
        return index < specialDays.count && specialDays[index] == day
            ? specialOpenings[index] : week[Self.weekday(day)]
    }

    /// How much open time there is up to a local time; only differences mean something.
    func openTime(before local: Int64) -> Int64 {
        let (day, rest) = Self.split(local)
        return openings(on: day).reduce(openTime(beforeDay: day)) { sum, opening in
            sum + Swift.max(0, Swift.min(rest, opening.closes) - opening.opens)
        }
    }

    /// How many business days there are before a day; only differences mean something.
    func businessDayCount(before day: Int) -> Int {
        let (weeks, weekday) = Self.weeks(day)
        return weeks * weekDays[7] + weekDays[weekday] + dayExcess[specialCount(before: day)]
    }

    /// The first local time at which so much open time has passed, in the unit of ``openTime(before:)``; nil where it
    /// is not on a day before a last one.
    func time(withOpenTime target: Int64, notBefore start: Int64, beforeDay last: Int) -> Int64? {
        let first = Self.split(start).day
        guard openTime(before: start) < target else { return start }
        guard let day = Self.first(in: first..<last, { openTime(beforeDay: $0 + 1) >= target }) else { return nil }
        var missing = target - openTime(beforeDay: day)
        for opening in openings(on: day) {
            let length = opening.closes - opening.opens
            if missing <= length { return Int64(day) * Self.dayLength + opening.opens + missing }
            missing -= length
        }
        return nil
    }

    /// The first local time from one on at which it is open; nil where it is not on a day before a last one.
    func opening(notBefore start: Int64, beforeDay last: Int) -> Int64? {
        let passed = openTime(before: start)
        let (first, rest) = Self.split(start)
        guard let day = Self.first(in: first..<last, { openTime(beforeDay: $0 + 1) > passed }) else { return nil }
        let today = openings(on: day)
        guard let opening = today.first(where: { day > first || $0.closes > rest }) else { return nil }
        let opens = Int64(day) * Self.dayLength + opening.opens
        return Swift.max(opens, start)
    }

    /// The first day in a range before whose end there are so many business days; nil where there is none.
    func day(withBusinessDays target: Int, in days: Range<Int>) -> Int? {
        Self.first(in: days) { businessDayCount(before: $0 + 1) >= target }
    }

    // MARK: Parts

    private func openTime(beforeDay day: Int) -> Int64 {
        let (weeks, weekday) = Self.weeks(day)
        return Int64(weeks) * weekOpen[7] + weekOpen[weekday] + openExcess[specialCount(before: day)]
    }

    private func specialCount(before day: Int) -> Int {
        Self.first(in: 0..<specialDays.count) { specialDays[$0] >= day } ?? specialDays.count
    }

    /// The day of a local time, and how far it is gone.
    static func split(_ local: Int64) -> (day: Int, rest: Int64) {
        let day = local >= 0 ? local / dayLength : (local - (dayLength - 1)) / dayLength
        return (Int(day), local - day * dayLength)
    }

    /// Whole weeks since Monday 1969-12-29, and the weekday, 0 for Monday.
    private static func weeks(_ day: Int) -> (weeks: Int, weekday: Int) {
        let shifted = day + 3
        let weeks = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
        return (weeks, shifted - weeks * 7)
    }

    private static func weekday(_ day: Int) -> Int { weeks(day).weekday }

    private static func length(_ openings: [DayOpening]) -> Int64 {
        openings.reduce(0) { $0 + $1.closes - $1.opens }
    }

    /// The first number of a range for which a condition holds that holds for all after it.
    private static func first(in range: Range<Int>, _ holds: (Int) -> Bool) -> Int? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low < range.upperBound ? low : nil
    }
}
