public import CEL

extension BusinessCalendar {
    /// The date that the clock on the wall shows.
    package func date(at instant: CELTimestamp) -> CivilDate { zone.date(at: instant) }

    /// Whether a date is a business day.
    public func isBusinessDay(_ date: CivilDate) throws(Gap) -> Bool {
        !schedule.openings(on: try counted(date)).isEmpty
    }

    /// The business day that comes so many business days after a date, or before it where the count is negative; the
    /// date itself, business day or not, where it is 0.
    public func date(_ date: CivilDate, addingBusinessDays count: Int) throws(Gap) -> CivilDate {
        let day = try counted(date)
        guard count != 0 else { return date }
        let (target, overflows) = schedule.businessDayCount(before: count > 0 ? day + 1 : day)
            .addingReportingOverflow(count > 0 ? count : count + 1)
        guard !overflows else { throw count > 0 ? beyond : before }
        let found =
            count > 0
            ? schedule.day(withBusinessDays: target, in: day..<days.upperBound)
            : target > schedule.businessDayCount(before: days.lowerBound)
                ? schedule.day(withBusinessDays: target, in: days.lowerBound..<day) : nil
        guard let found else { throw count > 0 ? beyond : before }
        return CivilDate(daysSince1970: found)
    }

    /// How many business days come after a date up to another, that one included; where the other is earlier, how many
    /// come before the date down to it, as a negative number.
    public func businessDays(from first: CivilDate, to last: CivilDate) throws(Gap) -> Int {
        let start = try counted(first)
        let end = try counted(last)
        return start <= end
            ? schedule.businessDayCount(before: end + 1) - schedule.businessDayCount(before: start + 1)
            : schedule.businessDayCount(before: end) - schedule.businessDayCount(before: start)
    }

    /// When it closes for the day on a date, or on the next business day where it does not open on that date.
    public func close(of date: CivilDate) throws(Gap) -> CELTimestamp {
        let day = try isBusinessDay(date) ? date : try self.date(date, addingBusinessDays: 1)
        guard let start = zone.startOfDay(day),
            let end = zone.startOfDay(CivilDate(daysSince1970: day.daysSince1970 + 1))
        else { throw .outOfYears }
        return try instant(afterOpenTime: try openTime(from: start, to: end), from: start)
    }

    /// When it next closes for the day, at an instant or after it.
    public func close(from instant: CELTimestamp) throws(Gap) -> CELTimestamp {
        let today = date(at: instant)
        let close = try close(of: today)
        return close >= instant ? close : try self.close(of: try date(today, addingBusinessDays: 1))
    }

    private func counted(_ date: CivilDate) throws(Gap) -> Int {
        let day = date.daysSince1970
        guard day >= days.lowerBound else { throw before }
        guard day < days.upperBound else { throw beyond }
        return day
    }
}
