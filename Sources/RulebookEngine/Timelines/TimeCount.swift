import CEL
import RulebookModel

/// How a clock counts: all time, or the open time of a calendar.
struct TimeCount: Sendable {
    let calendar: BusinessCalendar?

    /// What a clock counts between two instants, in nanoseconds.
    func length(from start: CELTimestamp, to end: CELTimestamp) throws(BusinessCalendar.Gap) -> Int64 {
        if let calendar { return try calendar.openTime(from: start, to: end).nanoseconds }
        guard let length = end.since(start) else { throw .outOfYears }
        return length.nanoseconds
    }

    /// A moment that a clock would have reached, after it stood still.
    func moved(
        _ moment: Moment, from start: CELTimestamp, to end: CELTimestamp
    ) throws(BusinessCalendar.Gap) -> Moment {
        let left = CELDuration(nanoseconds: try length(from: start, to: moment.instant))
        let instant: CELTimestamp
        if let calendar {
            instant = try calendar.instant(afterOpenTime: left, from: end)
        } else {
            guard let later = end.adding(left) else { throw .outOfYears }
            instant = later
        }
        return Moment(instant: instant, isIncluded: moment.isIncluded)
    }
}
