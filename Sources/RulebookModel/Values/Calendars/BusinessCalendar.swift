public import CEL

/// When a business is open, and which dates are its business days.
///
/// It is open at an instant when the clock on its wall shows a time within an opening of the date that it shows; an hour
/// that the clock shows twice counts twice, one that it leaves out not at all. A business day is a date with an opening.
/// All arithmetic is exact, and costs the logarithm of the span that it is about.
public final class BusinessCalendar: Sendable {
    /// Why a calendar has no answer.
    public enum Gap: Error, Hashable, Sendable {
        /// The answer lies where nobody has said yet what the calendar is like; in words.
        case notKnown(String)
        /// It lies outside of the years 1970 to 2099, in which calendars count.
        case outOfYears
    }

    /// Its name in the rulebook.
    public let name: String
    /// The zone of the clock on its wall.
    public let zone: CELTimeZone
    /// The first date for which it is known, and the first for which it no longer is; nil without an end.
    public let known: (from: CivilDate?, until: CivilDate?)
    let schedule: LocalSchedule
    /// The days since 1970-01-01 for which there is an answer.
    let days: Range<Int>
    /// The instants for which there is an answer, in nanoseconds since 1970.
    private let instants: Range<Int64>

    /// The days of the years 1970 to 2099, with a day at each end for the sake of zones.
    static let countedDays = 1..<47_481
    private static let second: Int64 = 1_000_000_000

    /// Makes a calendar.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - zone: the zone of its wall clock.
    ///   - schedule: its openings.
    ///   - known: for which dates these are known.
    ///   - lookahead: for how many of the last known days the openings depend on the days after.
    init(
        name: String, zone: CELTimeZone, schedule: LocalSchedule, known: (from: CivilDate?, until: CivilDate?),
        lookahead: Int = 0
    ) {
        self.name = name
        self.zone = zone
        self.schedule = schedule
        self.known = known
        let counted = Self.countedDays
        let first = Swift.max(counted.lowerBound, known.from?.daysSince1970 ?? counted.lowerBound)
        let end = Swift.min(
            counted.upperBound, known.until.map { $0.daysSince1970 - lookahead } ?? counted.upperBound)
        days = first..<Swift.max(first, end)
        func start(_ day: Int) -> Int64 {
            (zone.startOfDay(CivilDate(daysSince1970: day))?.seconds ?? Int64(day) * 86_400) * Self.second
        }
        instants = start(days.lowerBound)..<start(days.upperBound)
    }

    // MARK: Instants

    /// Whether it is open at an instant.
    public func isOpen(at instant: CELTimestamp) throws(Gap) -> Bool {
        let (day, rest) = LocalSchedule.split(local(try counted(instant)))
        guard day < days.upperBound else { throw beyond }
        return schedule.openings(on: day).contains { $0.opens <= rest && rest < $0.closes }
    }

    /// The first instant from one on at which it is open.
    public func nextOpening(from instant: CELTimestamp) throws(Gap) -> CELTimestamp {
        var start = try counted(instant)
        while start < instants.upperBound {
            let (end, offset) = piece(from: start)
            if let opening = schedule.opening(notBefore: start + offset, beforeDay: days.upperBound),
                opening < end + offset
            {
                return try timestamp(opening - offset)
            }
            start = end
        }
        throw beyond
    }

    /// How much open time there is from an instant up to another; negative where the other is earlier.
    public func openTime(from first: CELTimestamp, to second: CELTimestamp) throws(Gap) -> CELDuration {
        let start = try counted(first)
        let end = try counted(second)
        let total = openTime(Swift.min(start, end), Swift.max(start, end))
        return CELDuration(nanoseconds: start <= end ? total : -total)
    }

    /// The first instant at which so much open time has passed since another.
    ///
    /// - Parameters:
    ///   - length: how much; nothing and less gives the start.
    ///   - instant: the start.
    /// - Returns: the instant: where an opening is used up exactly, its end, and not the beginning of the next.
    /// - Throws: a ``Gap`` where the calendar has no answer.
    public func instant(afterOpenTime length: CELDuration, from instant: CELTimestamp) throws(Gap) -> CELTimestamp {
        var start = try counted(instant)
        var missing = length.nanoseconds
        guard missing > 0 else { return instant }
        while start < instants.upperBound {
            let (end, offset) = piece(from: start)
            let passed = schedule.openTime(before: start + offset)
            let open = schedule.openTime(before: end + offset) - passed
            if missing <= open,
                let local = schedule.time(
                    withOpenTime: passed + missing, notBefore: start + offset, beforeDay: days.upperBound + 1)
            {
                return try timestamp(local - offset)
            }
            missing -= open
            start = end
        }
        throw beyond
    }

    private func openTime(_ first: Int64, _ last: Int64) -> Int64 {
        var total: Int64 = 0
        var start = first
        while start < last {
            let (end, offset) = piece(from: start)
            let stop = Swift.min(end, last)
            total += schedule.openTime(before: stop + offset) - schedule.openTime(before: start + offset)
            start = stop
        }
        return total
    }

    /// The stretch from an instant on in which the clock does not change.
    private func piece(from start: Int64) -> (end: Int64, offset: Int64) {
        let seconds = start / Self.second
        let change = zone.nextChange(after: seconds).map { $0 * Self.second } ?? instants.upperBound
        return (Swift.min(change, instants.upperBound), Int64(zone.offsetSeconds(at: seconds)) * Self.second)
    }

    private func local(_ instant: Int64) -> Int64 {
        instant + Int64(zone.offsetSeconds(at: instant / Self.second)) * Self.second
    }

    /// An instant in nanoseconds since 1970, where the calendar is known.
    private func counted(_ instant: CELTimestamp) throws(Gap) -> Int64 {
        guard (0..<Int64(Self.countedDays.upperBound) * 86_400).contains(instant.seconds) else { throw .outOfYears }
        let nanoseconds = instant.seconds * Self.second + Int64(instant.nanoseconds)
        guard nanoseconds >= instants.lowerBound else { throw before }
        // The end of the last known day is known, though nothing after it.
        guard nanoseconds <= instants.upperBound else { throw beyond }
        return nanoseconds
    }

    private func timestamp(_ nanoseconds: Int64) throws(Gap) -> CELTimestamp {
        let rest = Int32(nanoseconds % Self.second)
        guard let instant = CELTimestamp(seconds: nanoseconds / Self.second, nanoseconds: rest) else {
            throw .outOfYears
        }
        return instant
    }

    // MARK: Gaps

    var beyond: Gap {
        known.until.map { .notKnown("the days of `\(name)` from \($0) on") } ?? .outOfYears
    }

    var before: Gap {
        known.from.map { .notKnown("the days of `\(name)` before \($0)") } ?? .outOfYears
    }
}
