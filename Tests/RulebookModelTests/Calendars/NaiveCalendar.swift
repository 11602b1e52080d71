import Foundation

/// A business calendar asked minute by minute, with the clocks of Foundation: slow, and written without a look at the
/// one that is shipped.
struct NaiveCalendar {
    /// Openings as minutes from midnight.
    typealias Hours = [(from: Int, to: Int)]

    let zone: TimeZone
    let week: [Hours]
    let holidays: Set<String>
    let eve: Hours?
    let single: [String: Hours]
    /// The first minute that is looked at, in minutes since 1970.
    let firstMinute: Int
    /// Whether it is open in each minute from that one on.
    private(set) var isOpen: [Bool] = []
    /// The local day of each of these minutes, counted from 1970-01-01.
    private(set) var days: [Int] = []

    init(
        zone: TimeZone, week: [Hours], holidays: Set<String>, eve: Hours?, single: [String: Hours], firstMinute: Int,
        minuteCount: Int
    ) {
        self.zone = zone
        self.week = week
        self.holidays = holidays
        self.eve = eve
        self.single = single
        self.firstMinute = firstMinute
        var known: [Int: Hours] = [:]
        for minute in firstMinute..<firstMinute + minuteCount {
            let instant = Date(timeIntervalSince1970: Double(minute) * 60)
            let local = minute + zone.secondsFromGMT(for: instant) / 60
            let day = local / 1440
            let today = known[day] ?? hours(day)
            known[day] = today
            days.append(day)
            isOpen.append(today.contains { $0.from <= local % 1440 && local % 1440 < $0.to })
        }
    }

    func hours(_ day: Int) -> Hours {
        let today = Self.text(day)
        if let hours = single[today] { return hours }
        if holidays.contains(today) { return [] }
        let usual = week[(day + 3) % 7]
        let tomorrow = Self.text(day + 1)
        guard let eve, holidays.contains(tomorrow), single[tomorrow] == nil else { return usual }
        return usual.flatMap { opening in
            eve.map { (max(opening.from, $0.from), min(opening.to, $0.to)) }.filter { $0.0 < $0.1 }
        }
    }

    static func text(_ day: Int) -> String {
        Date(timeIntervalSince1970: Double(day) * 86_400).formatted(.iso8601.year().month().day())
    }

    // MARK: Answers; minutes are counted from the first

    func openMinutes(_ from: Int, _ to: Int) -> Int { isOpen[from..<to].count { $0 } }

    /// The end of so many open minutes; nil where the minutes that are looked at do not hold them.
    func minute(after count: Int, from start: Int) -> Int? {
        var missing = count
        for minute in start..<isOpen.count {
            if missing == 0 { return minute }
            if isOpen[minute] { missing -= 1 }
        }
        return nil
    }

    func nextOpening(from start: Int) -> Int? { (start..<isOpen.count).first { isOpen[$0] } }

    func isBusinessDay(_ day: Int) -> Bool { !hours(day).isEmpty }

    func addingBusinessDays(_ count: Int, to day: Int) -> Int {
        var (day, left) = (day, count)
        while left != 0 {
            day += left.signum()
            if isBusinessDay(day) { left -= left.signum() }
        }
        return day
    }
}
