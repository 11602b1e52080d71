/// When customers come: more at noon, after work and on Saturday mornings; nobody on Sundays and holidays.
struct Rhythm {
    /// The days of the log: 2 November to 31 December 2026, both included.
    static let days = 1...60
    /// Christmas.
    private static let holidays: Set = [54, 55]

    static func isOpen(_ day: Int) -> Bool { Moment(day: day, 12).weekday != 7 && !holidays.contains(day) }

    /// The open days of the log.
    static let openDays = days.filter(isOpen)
    /// Open days from Monday to Friday.
    static let weekdays = openDays.filter { Moment(day: $0, 12).weekday < 6 }

    static func isPeak(_ moment: Moment) -> Bool {
        moment.weekday == 6
            ? (9..<13).contains(moment.hour) : moment.weekday < 6 && [12, 13, 16, 17].contains(moment.hour)
    }

    /// An instant on a day on which somebody comes, far enough from closing time that the contact ends on time.
    static func arrival(on day: Int, _ dice: inout Dice) -> Moment {
        let hours =
            Moment(day: day, 12).weekday == 6
            ? [9, 9, 10, 10, 11] : [8, 9, 9, 10, 10, 11, 12, 12, 12, 13, 13, 14, 15, 16, 16, 16]
        return Moment(day: day, dice.pick(hours), dice.number(0...59), dice.number(0...59))
    }
}
