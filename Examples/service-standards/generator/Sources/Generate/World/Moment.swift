/// An instant in winter time, in seconds since the beginning of 1 November 2026 (a Sunday).
///
/// Between 25 October 2026 and the end of the log no clock is changed, so one offset holds throughout.
struct Moment: Comparable {
    var seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    /// On a day, of which 0 is 1 November 2026, by the clock.
    init(day: Int, _ hour: Int, _ minute: Int = 0, _ second: Int = 0) {
        seconds = ((day * 24 + hour) * 60 + minute) * 60 + second
    }

    var day: Int { (seconds - secondOfDay) / 86_400 }
    var secondOfDay: Int { ((seconds % 86_400) + 86_400) % 86_400 }
    var hour: Int { secondOfDay / 3_600 }

    /// 1 is Monday, 7 is Sunday.
    var weekday: Int { ((day + 6) % 7 + 7) % 7 + 1 }

    static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
    static func + (moment: Moment, seconds: Int) -> Moment { Moment(seconds: moment.seconds + seconds) }
    static func - (moment: Moment, seconds: Int) -> Moment { moment + -seconds }

    /// Such as `2026-11-02`.
    var date: String {
        var month = 0
        var rest = day
        let months = [("2026-11", 30), ("2026-12", 31), ("2027-01", 31)]
        if rest < 0 { return "2026-10-\(Self.two(31 + rest + 1))" }
        while rest >= months[month].1 {
            rest -= months[month].1
            month += 1
        }
        return "\(months[month].0)-\(Self.two(rest + 1))"
    }

    /// RFC 3339.
    var text: String {
        let time = secondOfDay
        return "\(date)T\(Self.two(time / 3_600)):\(Self.two(time / 60 % 60)):\(Self.two(time % 60))+01:00"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
