import Foundation

/// An office that is open on weekdays from 8 to 12 and from 13 to 18, but for one holiday, told minute by minute.
struct NaiveOffice {
    static let yaml = """
        calendars:
          office: {mon-fri: ["08:00-12:00", "13:00-18:00"], sat: "09:00-10:30", holidays: [2026-10-26]}
        """

    private let calendar: Calendar
    private let firstMinute: Int
    private let isOpen: [Bool]

    init(firstMinute: Int, minuteCount: Int) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Ljubljana") ?? .gmt
        self.calendar = calendar
        self.firstMinute = firstMinute
        let zone = calendar.timeZone
        isOpen = (firstMinute..<firstMinute + minuteCount).map { minute in
            let date = Date(timeIntervalSince1970: Double(minute) * 60)
            let local = minute + zone.secondsFromGMT(for: date) / 60
            return Self.opens(local % 1440, day: local / 1440)
        }
    }

    /// 2026-10-26, in days since 1970.
    private static let holiday = 20_752

    private static func opens(_ minute: Int, day: Int) -> Bool {
        if day == holiday { return false }
        switch (day + 3) % 7 {
        case 0...4: return (480..<720).contains(minute) || (780..<1080).contains(minute)
        case 5: return (540..<630).contains(minute)
        default: return false
        }
    }

    /// The last second in which so many seconds of open time have not gone by.
    func second(after length: Int, from start: Int) -> Int? {
        var missing = length
        var second = start
        while second / 60 - firstMinute < isOpen.count {
            let rest = 60 - second % 60
            if isOpen[second / 60 - firstMinute] {
                if missing <= rest { return second + missing }
                missing -= rest
            }
            second += rest
        }
        return nil
    }

    /// For how many seconds it is open between two.
    func openSeconds(_ start: Int, _ end: Int) -> Int {
        var total = 0
        var second = start
        while second < end {
            let rest = min(60 - second % 60, end - second)
            if isOpen[second / 60 - firstMinute] { total += rest }
            second += rest
        }
        return total
    }

    /// The last second of the business day so many business days later, at midnight or when the office closes.
    func lastSecond(_ seconds: Int, businessDays count: Int, toClose: Bool = false) -> Int? {
        var day = start(of: seconds)
        var left = count
        while left > 0 {
            guard let next = calendar.date(byAdding: .day, value: 1, to: day) else { return nil }
            day = next
            if close(of: day) != nil { left -= 1 }
        }
        return toClose ? close(of: day) : endOfDay(day)
    }

    /// The last second of the date so many days later, or of the next business day where that is none.
    func lastSecond(_ seconds: Int, rolledDays count: Int) -> Int? {
        guard var day = calendar.date(byAdding: .day, value: count, to: start(of: seconds)) else { return nil }
        while close(of: day) == nil {
            guard let next = calendar.date(byAdding: .day, value: 1, to: day) else { return nil }
            day = next
        }
        return endOfDay(day)
    }

    private func start(of seconds: Int) -> Date {
        calendar.startOfDay(for: Date(timeIntervalSince1970: Double(seconds)))
    }

    private func endOfDay(_ day: Date) -> Int? {
        calendar.date(byAdding: .day, value: 1, to: day).map { Int($0.timeIntervalSince1970) - 1 }
    }

    /// The second at which the last opening of a day ends, which is still in time.
    private func close(of day: Date) -> Int? {
        guard let end = endOfDay(day) else { return nil }
        let minutes = Int(day.timeIntervalSince1970) / 60 - firstMinute...end / 60 - firstMinute
        return minutes.last { isOpen[$0] }.map { ($0 + 1 + firstMinute) * 60 }
    }
}
