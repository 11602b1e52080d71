/// What a limit takes from business calendars.
public struct CalendarTerms: Sendable {
    /// How a date on which a business is closed is moved.
    public enum Roll: Sendable {
        /// To the next business day.
        case next(BusinessCalendar)
        /// To the business day before.
        case previous(BusinessCalendar)

        /// As people say it.
        var text: String {
            switch self {
            case .next(let calendar): "or the next business day of \(calendar.name)"
            case .previous(let calendar): "or the business day of \(calendar.name) before"
            }
        }
    }

    /// Whose open time and business days are counted; nil where all time is.
    public var clock: BusinessCalendar?
    /// Whether the trigger's own date is the first that counts, and not the one after.
    public var countsTriggerDate = false
    /// Whose close ends the last date; nil for midnight.
    public var close: BusinessCalendar?
    /// How a last date is moved on which a business is closed; nil where it is not.
    public var roll: Roll?

    /// What stands behind a number of days: `, the first included, to the close of office`.
    var text: String {
        let parts = [
            countsTriggerDate ? "the first included" : nil, roll?.text, close.map { "to the close of \($0.name)" },
        ]
        return parts.compactMap { $0.map { ", \($0)" } }.joined()
    }
}
